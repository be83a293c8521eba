"""What has changed in a folder: only looks are taken."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from index import folders
from index.errors import SourceError
from index.folders import Changes, File, Mark, changes


@pytest.fixture
def news(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder of two files, which count as whole at once."""
    monkeypatch.setattr(folders, "SETTLED", 0)
    for name in ("a.txt", "deep/b.txt", "no.zip", ".hidden.txt"):
        put(tmp_path / name, name)
    return tmp_path


def put(path: Path, text: str) -> Path:
    """Write a file, and return its path."""
    path.parent.mkdir(exist_ok=True)
    path.write_text(text)
    return path


def mark(path: Path) -> Mark:
    """Return what the file is known by."""
    now = path.stat()
    return Mark(now.st_mtime_ns, now.st_size)


def known(*paths: Path) -> dict[str, File]:
    """Return files as they are now."""
    return {str(path): File(mark(path)) for path in paths}


def test_new_changed_and_lost_files_are_told_apart(news: Path) -> None:
    """Those that are as they were are in neither list; nor is what is not read at all."""
    first, second = news / "a.txt", news / "deep" / "b.txt"
    assert changes(str(news), {}) == Changes({str(first): mark(first), str(second): mark(second)})
    before = known(first, second)
    assert changes(str(news), before) == Changes()
    put(second, "It rained.")
    assert changes(str(news), before) == Changes({str(second): mark(second)})
    first.unlink()
    assert changes(str(news), known(second) | {str(first): before[str(first)]}) == Changes(gone=[str(first)])


def test_a_file_that_is_being_written_waits(news: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Until it was left alone for two seconds; a date in the future makes it wait no longer."""
    monkeypatch.setattr(folders, "SETTLED", 2.0)
    assert changes(str(news), {}) == Changes(waiting=2)
    later = time.time() + 2.1
    monkeypatch.setattr(time, "time", lambda: later)
    assert len(changes(str(news), {}).due) == 2
    os.utime(news / "a.txt", (later + 1000, later + 1000))
    assert len(changes(str(news), {}).due) == 2


@pytest.mark.parametrize("how", ["missing", "emptied", "a file"])
def test_a_folder_that_is_not_there_has_lost_nothing(news: Path, how: str) -> None:
    """A disk that is not mounted must not take its articles along."""
    before = known(news / "a.txt")
    place = news / "disk"
    if how == "emptied":
        place.mkdir()
    elif how == "a file":
        place.write_text("x")
    with pytest.raises(SourceError, match=r"there is no such folder|all its files are gone"):
        changes(str(place), before)


def test_a_folder_that_was_always_empty_is_none_the_worse(tmp_path: Path) -> None:
    """Files may come."""
    assert changes(str(tmp_path), {}) == Changes()


@pytest.mark.skipif(not hasattr(os, "getuid") or os.getuid() == 0, reason="who may do all may read all")
def test_what_may_not_be_read_is_not_lost(news: Path) -> None:
    """The files of a subfolder that can't be read stay, and it is named; a folder that can't is an error."""
    before = known(news / "a.txt", news / "deep" / "b.txt")
    (news / "deep").chmod(0)
    try:
        found = changes(str(news), before)
        assert (found.due, found.gone, [one.source for one in found.failed]) == ({}, [], [str(news / "deep")])
        news.chmod(0)
        with pytest.raises(SourceError, match=r"can't be read \(Permission denied\)"):
            changes(str(news), before)
    finally:
        news.chmod(0o700)
        (news / "deep").chmod(0o700)
