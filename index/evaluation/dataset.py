"""A file of questions with their accepted answers -> Questions, read strictly.

A figure over half-read questions would be wrong without showing it, so the first line at fault stops the reading.
"""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from index.errors import SourceError

_FORM = '{"question": "...", "answers": ["..."], "date": "2025-04-28"}'


@dataclass(frozen=True, slots=True)
class Question:
    """A question to measure by: `answers` are all accepted ones, none where the articles do not say.

    `asked` is the day on which it is asked, None for today.
    """

    text: str
    answers: tuple[str, ...]
    asked: date | None = None

    @property
    def answerable(self) -> bool:
        """Whether the articles answer it."""
        return bool(self.answers)


def read_questions(name: str) -> list[Question]:
    r"""Return the questions of a JSON Lines file, in order; lines end at `\n` only, blank ones are skipped.

    Raises SourceError where the file can't be read or is empty, and for the first line that is no question.
    """
    questions = [_question(line, f"{name} line {number}") for number, line in _lines(name)]
    if not questions:
        raise SourceError(name, f"no question in it; write one a line, as {_FORM}")
    return questions


def _lines(name: str) -> Iterator[tuple[int, bytes]]:
    """Yield the lines that are not blank, each with its number, from 1."""
    try:
        with Path(name).open("rb") as file:
            for number, line in enumerate(file, 1):
                if text := line.removeprefix(codecs.BOM_UTF8).strip():
                    yield number, text
    except OSError as error:
        raise SourceError(name, f"{error.strerror}; give a file with a question a line, as {_FORM}") from error


def _question(line: bytes, place: str) -> Question:
    try:
        given = json.loads(line.decode())
    except UnicodeDecodeError as error:
        raise SourceError(place, f"not UTF-8 at byte {error.start}; save the file as UTF-8") from None
    # A line of very many brackets exhausts the parser's stack.
    except (ValueError, RecursionError) as error:
        raise SourceError(place, f"no JSON ({error}); write {_FORM}") from None
    if not isinstance(given, dict):
        raise SourceError(place, f"no JSON object; write {_FORM}")
    return Question(_text(given, place), _answers(given, place), _asked(given, place))


def _text(given: dict[str, object], place: str) -> str:
    text = given.get("question")
    if not isinstance(text, str) or not text.strip():
        raise SourceError(place, f'no "question" in it; write {_FORM}')
    return text


def _answers(given: dict[str, object], place: str) -> tuple[str, ...]:
    answers = given.get("answers")
    if not isinstance(answers, list):
        raise SourceError(place, 'no list of "answers" in it; write [] where the articles do not say')
    texts = tuple(answer for answer in answers if isinstance(answer, str))
    if len(texts) < len(answers):
        raise SourceError(place, '"answers" holds something else than texts; put quotation marks around each')
    return texts


def _asked(given: dict[str, object], place: str) -> date | None:
    asked = given.get("date")
    if asked is None:
        return None
    try:
        return date.fromisoformat(str(asked))
    except ValueError:
        raise SourceError(place, f'"date" is {asked!r}, which is no day such as 2025-04-28') from None
