"""How many articles there are to be read."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from index.loading import count, load


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Make a folder with a text, two lines of JSON Lines around a blank one, a picture and an empty file below."""
    (tmp_path / "one.txt").write_text("One sentence.\n")
    (tmp_path / "two.jsonl").write_text('{"text": "First."}\n\n{"text": "Second."}\n')
    (tmp_path / "photo.png").write_bytes(b"\x89PNG")
    (tmp_path / "below").mkdir()
    (tmp_path / "below" / "empty.md").touch()
    return tmp_path


def test_it_counts_what_load_yields_and_reports(folder: Path) -> None:
    """A folder counts its files that are read, and of those with an article a line their lines."""
    sources = [str(folder), str(folder / "one.txt"), str(folder / "missing.jsonl")]
    assert count(sources) == 6
    assert len(list(load(sources, max_bytes=1000, stdin=io.BytesIO()))) == 6


def test_standard_input_has_no_length() -> None:
    """What comes through a pipe can't be counted before it is read."""
    assert count(["-"]) is None


def test_a_name_too_long_for_the_file_system_counts_as_one() -> None:
    """The error that it leads to is one thing to report."""
    assert count(["x" * 5000 + ".jsonl"]) == 1
