"""Files and folders that are no database, or can't be used."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from index.errors import StoreError
from index.store.database import Database, is_made

_SCHEMA = "CREATE TABLE IF NOT EXISTS words (word TEXT NOT NULL)"


def _fail(path: Path) -> str:
    """Return the message with which `path` can't be opened."""
    with pytest.raises(StoreError) as error:
        Database(path, _SCHEMA, 1)
    return str(error.value)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return where a database with one large table is."""
    path = tmp_path / "words.sqlite"
    made = Database(path, _SCHEMA, 1)
    with made.writing() as connection:
        connection.executemany("INSERT INTO words VALUES (?)", [("x" * 1000,)] * 100)
    made.close()
    return path


def test_another_file_is_no_database(path: Path) -> None:
    """A file that SQLite does not know is left as it is, and the error says what to do."""
    path.write_bytes(b"Dear diary, this is no database.\n" * 100)
    assert _fail(path) == f"{path}: this is no database; move it away and add the articles again"
    assert path.read_bytes().startswith(b"Dear diary")


def test_a_damaged_database(path: Path) -> None:
    """Pages that were overwritten are reported when they are read."""
    with path.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * 40_000)
    damaged = Database(path, _SCHEMA, 1)
    with pytest.raises(StoreError) as error, damaged.reading() as connection:
        connection.execute("SELECT sum(length(word)) FROM words").fetchone()
    damaged.close()
    assert str(error.value) == (
        f"{path}: the database is damaged; put a backup in its place, or move it away and add the articles again"
    )


def test_a_truncated_database(path: Path) -> None:
    """A file of which only the beginning is left is damaged."""
    path.write_bytes(path.read_bytes()[:5000])
    assert _fail(path) == (
        f"{path}: the database is damaged; put a backup in its place, or move it away and add the articles again"
    )


def test_another_format(path: Path) -> None:
    """A database of another version is not touched, and the error names both formats."""
    with pytest.raises(StoreError) as error:
        Database(path, _SCHEMA, 2)
    assert str(error.value) == (
        f"{path} has the format 1, this program reads 2: use the program that made it, "
        "or move the file away and add the articles again"
    )


def test_a_file_in_place_of_the_folder(tmp_path: Path) -> None:
    """A home that is a file can't be used, and the error says how to choose another."""
    (tmp_path / "home").write_text("a file")
    path = tmp_path / "home" / "words.sqlite"
    assert _fail(path) == f"{path.parent}: File exists; choose another folder with ARTICLES_HOME"


def test_a_folder_in_place_of_the_file(path: Path) -> None:
    """A folder with the database's name can't be opened."""
    path.unlink()
    path.mkdir()
    assert _fail(path) == f"{path}: it can't be opened; check that its folder exists and may be written to"


def test_no_room_for_a_file_is_a_full_disk(path: Path) -> None:
    """A file beside the database that finds no room is reported like the database itself."""
    opened = Database(path, _SCHEMA, 1)
    with pytest.raises(StoreError) as error, opened.reading():
        raise OSError(errno.ENOSPC, "No space left on device")
    opened.close()
    assert str(error.value) == (
        f"{path}: the disk is full; make room and run the command again, what was added before is kept"
    )


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_is_not_ours(tmp_path: Path) -> None:
    """A folder without write permission can't be used, and the error says so."""
    tmp_path.chmod(0o500)
    path = tmp_path / "home" / "words.sqlite"
    message = _fail(path)
    tmp_path.chmod(0o700)
    assert message == f"{path.parent}: Permission denied; choose another folder with ARTICLES_HOME"


def test_is_made(path: Path, tmp_path: Path) -> None:
    """A database exists once it has its tables: neither a missing nor an empty file counts."""
    empty = tmp_path / "empty.sqlite"
    empty.touch()
    assert (is_made(path), is_made(empty), is_made(tmp_path / "none.sqlite")) == (True, False, False)


def test_is_made_tells_of_another_file(path: Path) -> None:
    """Whether a file of another kind is a database can't be said, and is an error."""
    path.write_bytes(b"Dear diary, this is no database.\n" * 100)
    with pytest.raises(StoreError, match="this is no database"):
        is_made(path)
