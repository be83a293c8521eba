"""The SQLite file: how it is opened, read and changed."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from index.errors import StoreError
from index.store import database
from index.store.database import Database

_SCHEMA = "CREATE TABLE IF NOT EXISTS words (word TEXT NOT NULL)"


@pytest.fixture
def words(tmp_path: Path) -> Iterator[Database]:
    """Return a database with one table."""
    opened = Database(tmp_path / "words.sqlite", _SCHEMA, 1)
    yield opened
    opened.close()


def _add(words: Database, word: str, then: Callable[[], object] = lambda: None) -> None:
    with words.writing() as connection:
        connection.execute("INSERT INTO words VALUES (?)", (word,))
        then()


def _all(words: Database) -> list[str]:
    with words.reading() as connection:
        return [word for (word,) in connection.execute("SELECT word FROM words ORDER BY rowid")]


def test_connections_are_set_up(words: Database) -> None:
    """The write-ahead log is on, foreign keys are checked, and the format is noted."""
    with words.reading() as connection:
        pragmas = ("journal_mode", "foreign_keys", "synchronous", "user_version")
        assert [connection.execute(f"PRAGMA {name}").fetchone()[0] for name in pragmas] == ["wal", 1, 1, 1]


def test_a_failure_undoes_the_whole_block(words: Database) -> None:
    """What was written before an exception is not kept, and the database can be used on."""
    _add(words, "kept")
    with pytest.raises(ZeroDivisionError):
        _add(words, "lost", then=lambda: 1 / 0)
    _add(words, "later")
    assert _all(words) == ["kept", "later"]


def test_an_error_of_sqlite_undoes_the_whole_block(words: Database) -> None:
    """A statement that fails undoes the statements before it, and leaves as a StoreError."""
    _add(words, "kept")
    with pytest.raises(StoreError, match="NOT NULL constraint failed"), words.writing() as connection:
        connection.executemany("INSERT INTO words VALUES (?)", [("lost",), (None,)])
    assert _all(words) == ["kept"]


def test_a_killed_writer_leaves_nothing(words: Database) -> None:
    """A process that dies within a transaction leaves the database as it was."""
    _add(words, "kept")
    script = (
        "import os, sqlite3, sys\n"
        "connection = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
        "connection.execute('BEGIN IMMEDIATE')\n"
        "connection.executemany('INSERT INTO words VALUES (?)', [('x' * 1000,)] * 10_000)\n"
        "os._exit(9)\n"
    )
    assert subprocess.run([sys.executable, "-c", script, str(words.path)], check=False).returncode == 9
    _add(words, "later")
    assert _all(words) == ["kept", "later"]


def test_a_reader_sees_one_state(words: Database) -> None:
    """What is written while somebody reads is seen with the next reading only."""
    _add(words, "before")
    with words.reading() as connection:
        count = connection.execute("SELECT count(*) FROM words")
        assert count.fetchone() == (1,)
        _add(words, "after")
        assert connection.execute("SELECT count(*) FROM words").fetchone() == (1,)
    assert _all(words) == ["before", "after"]


def test_threads_write_in_turn(words: Database) -> None:
    """Every thread's changes are kept when several write at once."""
    threads = [threading.Thread(target=_add, args=(words, str(number))) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(_all(words)) == [str(number) for number in range(8)]


def test_a_lock_that_stays_is_an_error(words: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    """A writer who waits longer than the patience is told that another program is writing."""
    monkeypatch.setattr(database, "_PATIENCE", 0.05)
    with closing(sqlite3.connect(words.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        impatient = Database(words.path, _SCHEMA, 1)
        with pytest.raises(StoreError) as error:
            _add(impatient, "late")
        other.execute("ROLLBACK")
    _add(impatient, "on time")
    impatient.close()
    assert str(error.value) == (
        f"{words.path}: another program has been writing to it for a long time; try again when that one has finished"
    )
    assert _all(words) == ["on time"]


def test_a_full_disk_keeps_what_was_there(words: Database) -> None:
    """A write that finds no room is a StoreError that says so, and earlier ones are kept."""
    _add(words, "kept")
    with words.reading() as connection:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(StoreError) as error:
        _add(words, "x" * 100_000)
    assert str(error.value) == (
        f"{words.path}: the disk is full; make room and run the command again, what was added before is kept"
    )
    assert _all(words) == ["kept"]
    _add(words, "x" * 100_000)
    assert len(_all(words)) == 2
