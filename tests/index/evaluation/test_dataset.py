"""Files of questions: what is read, and what is refused."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from index.errors import SourceError
from index.evaluation.dataset import Question, read_questions


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return the name of a file that is not there yet."""
    return tmp_path / "questions.jsonl"


def test_questions_are_read_in_order(file: Path) -> None:
    """Blank lines are skipped; other keys, a missing date and a byte order mark do not matter."""
    file.write_bytes(
        b'\xef\xbb\xbf{"question": " Why\\u2028so? ", "answers": ["x", "y\xe2\x80\xa8z"], "date": "2024-04-12"}'
        b"\r\n\n  \n"
        b'{"id": 7, "question": "Who?", "answers": [], "article_urls": null, "date": null}'
    )
    first, second = read_questions(str(file))
    assert first == Question(" Why\u2028so? ", ("x", "y\u2028z"), date(2024, 4, 12))
    assert second == Question("Who?", (), None)
    assert (first.answerable, second.answerable) == (True, False)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"Who?", "no JSON (Expecting value: line 1 column 1 (char 0)); write {"),
        (b"[" * 100_000, "no JSON ("),
        (b'["Who?"]', "no JSON object; write {"),
        (b'{"question": "\xff"}', "not UTF-8 at byte 14; save the file as UTF-8"),
        (b'{"answers": []}', 'no "question" in it; write {'),
        (b'{"question": " ", "answers": []}', 'no "question" in it; write {'),
        (b'{"question": 5, "answers": []}', 'no "question" in it; write {'),
        (b'{"question": "Who?"}', 'no list of "answers" in it; write [] where the articles do not say'),
        (b'{"question": "Who?", "answers": "Bo"}', 'no list of "answers" in it'),
        (b'{"question": "Who?", "answers": null}', 'no list of "answers" in it'),
        (b'{"question": "Who?", "answers": ["Bo", 5]}', '"answers" holds something else than texts'),
        (b'{"question": "Who?", "answers": [], "date": "2024-02-30"}', "\"date\" is '2024-02-30', which is no day"),
        (b'{"question": "Who?", "answers": [], "date": 2024}', '"date" is 2024, which is no day such as 2025-04-28'),
    ],
)
def test_a_line_at_fault_is_named(file: Path, line: bytes, reason: str) -> None:
    """The first line that is no question stops the reading, and is named by its number in the file."""
    file.write_bytes(b'{"question": "Who?", "answers": []}\n\n' + line + b"\nnothing more\n")
    with pytest.raises(SourceError) as caught:
        read_questions(str(file))
    assert caught.value.source == f"{file} line 3"
    assert caught.value.reason.startswith(reason)


@pytest.mark.parametrize("content", [b"", b"\n \n"])
def test_an_empty_file_is_refused(file: Path, content: bytes) -> None:
    """Without a question there is nothing to measure."""
    file.write_bytes(content)
    with pytest.raises(SourceError, match="no question in it; write one a line"):
        read_questions(str(file))


def test_a_file_that_can_t_be_read_is_refused(file: Path, tmp_path: Path) -> None:
    """A missing file and a folder are named, with what to give instead."""
    for name in (file, tmp_path):
        with pytest.raises(SourceError, match="; give a file with a question a line") as caught:
            read_questions(str(name))
        assert caught.value.source == str(name)
