"""The SQLite file: opening it, reading a snapshot of it, changing it in one transaction."""

from __future__ import annotations

import errno
import sqlite3
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from itertools import chain
from pathlib import Path

from index.errors import StoreError

# How long a writer waits for another one, in seconds: longer than the longest transaction on a large index.
_PATIENCE = 30.0
# Bytes to which the write-ahead log is cut back after a long transaction made it as large as the database.
_LOG = 64 << 20


class Database:
    """One SQLite file in WAL mode; usable from any thread, since each use takes a connection of its own."""

    def __init__(
        self, path: Path, schema: str, version: int, upgrades: Mapping[int, Sequence[str]] | None = None
    ) -> None:
        """Open `path`, made with `schema` where it is new. Raises StoreError.

        Several may open a new file at once, so `schema` runs more than once: it makes only what is not there.
        `upgrades` are the statements that bring a file of an older format to the next one.
        """
        self.path = path
        self._idle: list[sqlite3.Connection] = []
        with _explained(path):
            path.parent.mkdir(parents=True, exist_ok=True)
        with self._connection() as connection:
            found = connection.execute("PRAGMA user_version").fetchone()[0]
            if found == 0:
                connection.executescript(f"BEGIN IMMEDIATE; {schema}; PRAGMA user_version = {version}; COMMIT")
        if upgrades and found in upgrades:
            self._upgrade(version, upgrades)
        elif found not in (0, version):
            raise StoreError(
                f"{path} has the format {found}, this program reads {version}: use the program that made it, "
                f"or move the file away and add the articles again"
            )

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Give a connection on which everything is read as it stands now, whoever writes meanwhile."""
        with self._connection() as connection:
            connection.execute("BEGIN")
            try:
                yield connection
            finally:
                connection.execute("ROLLBACK")

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Give a connection whose changes are kept all together, or not at all if the block raises."""
        with self._connection() as connection:
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise

    def close(self) -> None:
        """Close all connections."""
        while self._idle:
            self._idle.pop().close()

    def _upgrade(self, version: int, upgrades: Mapping[int, Sequence[str]]) -> None:
        """Bring the file to the format `version`, in one transaction."""
        with self.writing() as connection:
            # Another process may have done it since.
            [found] = connection.execute("PRAGMA user_version").fetchone()
            for statement in chain.from_iterable(upgrades[older] for older in range(found, version)):
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {max(found, version)}")

    @contextmanager
    def _connection(self) -> Iterator[sqlite3.Connection]:
        """Lend an idle connection, or a new one; errors of SQLite leave as StoreError."""
        with _explained(self.path):
            connection = self._idle.pop() if self._idle else self._connect()
            try:
                yield connection
            except sqlite3.DatabaseError:
                connection.close()
                raise
            except BaseException:
                self._idle.append(connection)
                raise
            self._idle.append(connection)

    def _connect(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self.path, timeout=_PATIENCE, isolation_level=None, check_same_thread=False)
        _use_log(connection)
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute(f"PRAGMA journal_size_limit = {_LOG}")
        connection.execute("PRAGMA foreign_keys = ON")
        return connection


def _use_log(connection: sqlite3.Connection) -> None:
    """Turn the write-ahead log on; where several open a new file at once, SQLite fails here without waiting."""
    deadline = time.monotonic() + _PATIENCE
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > deadline:
                raise
            time.sleep(0.05)


def is_made(path: Path) -> bool:
    """Whether `path` is a database that has its tables, not just a file that an interrupted start left."""
    if not path.is_file():
        return False
    with _explained(path), closing(sqlite3.connect(path, timeout=_PATIENCE)) as connection:
        return bool(connection.execute("PRAGMA user_version").fetchone()[0])


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    """Turn an error of SQLite or of the file system into a StoreError that says what to do."""
    try:
        yield
    except sqlite3.Error as error:
        raise StoreError(f"{path}: {_advice(str(error))}") from error
    except OSError as error:
        name = error.filename or path
        other = f"{error.strerror}; choose another folder with ARTICLES_HOME"
        raise StoreError(f"{name}: {_ADVICE['full'] if error.errno == errno.ENOSPC else other}") from error


def _advice(message: str) -> str:
    """Return SQLite's message with what a person can do about it."""
    for part, advice in _ADVICE.items():
        if part in message:
            return advice
    return message


_ADVICE = {
    "locked": "another program has been writing to it for a long time; try again when that one has finished",
    "full": "the disk is full; make room and run the command again, what was added before is kept",
    "malformed": "the database is damaged; put a backup in its place, or move it away and add the articles again",
    "not a database": "this is no database; move it away and add the articles again",
    "readonly": "the file or its folder can't be written to; check who owns it, or choose another ARTICLES_HOME",
    "unable to open": "it can't be opened; check that its folder exists and may be written to",
}
