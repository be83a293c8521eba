"""Files that stand there whole or not at all."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from index.aside import written_aside
from index.errors import ArticleIndexError


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return a file that holds what is to be replaced."""
    file = tmp_path / "kept.txt"
    file.write_text("old", "utf-8")
    return file


def test_a_file_is_there_once_it_is_whole(file: Path) -> None:
    """Until the block is done the old content stands, then the new one, and nothing else is left."""
    with written_aside(str(file)) as written:
        assert written
        written.write("new\u2028\udcff\n")
        assert file.read_text("utf-8") == "old"
    assert file.read_bytes() == b"new\xe2\x80\xa8\\udcff\n"
    assert list(file.parent.iterdir()) == [file]


def test_an_interruption_leaves_the_old_file(file: Path) -> None:
    """Ctrl+C in the middle changes nothing."""

    def interrupted() -> None:
        with written_aside(str(file)) as written:
            assert written
            written.write("ha")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert file.read_text("utf-8") == "old"
    assert list(file.parent.iterdir()) == [file]


def test_no_name_is_no_file() -> None:
    """Where nothing was asked for, nothing is written."""
    with written_aside(None) as written:
        assert written is None


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_link_stays_a_link(file: Path) -> None:
    """What a link points to is replaced, the link is not."""
    link = file.with_name("link.txt")
    link.symlink_to(file)
    with written_aside(str(link)) as written:
        assert written
        written.write("new")
    assert link.is_symlink()
    assert file.read_text("utf-8") == "new"


def test_what_can_t_be_written_is_said_at_once(tmp_path: Path) -> None:
    """A folder that is not there, a folder itself and a device are errors before the block begins."""
    names = [str(tmp_path / "none" / "file.txt"), str(tmp_path), os.devnull]
    reasons = ["No such file or directory; name a file in a folder that can be written", *["a folder or a device"] * 2]
    for name, reason in zip(names, reasons, strict=True):
        with pytest.raises(ArticleIndexError) as caught, written_aside(name):
            pytest.fail("the block began")
        assert str(caught.value).startswith(f"{name}: {reason}")
    assert not list(tmp_path.iterdir())
