"""Small made-up reading-comprehension data, in the formats that the training reads."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from index.training.examples import Example


@dataclass(frozen=True, slots=True)
class Asked:
    """A question of a SQuAD file; each answer stands in the paragraph; `more` are keys that only some files have."""

    question: str
    answers: tuple[str, ...] = ()
    id: str = ""
    more: tuple[tuple[str, bool | int], ...] = ()


def write_squad(path: Path, articles: Iterable[tuple[str, dict[str, list[Asked]]]]) -> Path:
    """Write articles, each a title and what was asked of each of its paragraphs, as a gzipped SQuAD file."""
    data = [
        {"title": title, "paragraphs": [{"context": text, "qas": _qas(text, asked)} for text, asked in texts.items()]}
        for title, texts in articles
    ]
    return _write(path, json.dumps({"data": data}))


def write_lines(path: Path, *lines: str) -> Path:
    """Write a gzipped text."""
    return _write(path, "".join(f"{line}\n" for line in lines))


def example(question: str, passage: str, answer: str = "", lead: str = "") -> Example:
    """Return an example whose answer stands in the passage."""
    start = passage.index(answer) if answer else 0
    return Example(question, passage, start, start + len(answer), lead)


def _qas(text: str, asked: list[Asked]) -> list[dict[str, object]]:
    return [
        {
            "id": one.id,
            "question": one.question,
            "answers": [{"text": answer, "answer_start": text.index(answer)} for answer in one.answers],
            **dict(one.more),
        }
        for one in asked
    ]


def _write(path: Path, text: str) -> Path:
    with gzip.open(path, "wt", encoding="utf-8") as file:
        file.write(text)
    return path
