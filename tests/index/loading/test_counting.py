"""How many articles there are to be read, and how large they are."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from index.loading import load, sizes


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Make a folder with a text, two lines of JSON Lines around a blank one, a picture and an empty file below."""
    (tmp_path / "one.txt").write_text("One sentence.\n")
    (tmp_path / "two.jsonl").write_text('{"text": "First."}\n\n{"text": "Second."}\n')
    (tmp_path / "photo.png").write_bytes(b"\x89PNG")
    (tmp_path / "below").mkdir()
    (tmp_path / "below" / "empty.md").touch()
    return tmp_path


def test_there_is_one_for_each_that_load_yields_or_reports(folder: Path) -> None:
    """Files that are read have their sizes, and of those with an article a line their lines; errors have none."""
    sources = [str(folder), str(folder / "one.txt"), str(folder / "missing.jsonl")]
    assert sizes(sources) == [0, 14, 19, 20, 14, 0]
    assert len(list(load(sources, max_bytes=1000, stdin=io.BytesIO()))) == 6


def test_standard_input_has_no_length() -> None:
    """What comes through a pipe can't be counted before it is read."""
    assert sizes(["-"]) is None


def test_an_address_has_no_size(folder: Path) -> None:
    """It counts as one article that may be of any length."""
    assert sizes(["https://example.org/news", str(folder / "one.txt")]) == [None, 14]


def test_a_name_too_long_for_the_file_system_counts_as_one() -> None:
    """The error that it leads to is one thing to report."""
    assert sizes(["x" * 5000 + ".jsonl"]) == [0]
