"""What each receipt of an admin has changed, kept on disk, so that it can be undone after a restart as well."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from index import Article
from index.store.database import Database

_FORMAT = 1
_SCHEMA = """
CREATE TABLE IF NOT EXISTS receipts (
    number  INTEGER PRIMARY KEY AUTOINCREMENT,
    admin   INTEGER NOT NULL,
    changes TEXT NOT NULL,
    undone  INTEGER NOT NULL DEFAULT 0
) STRICT
"""
_KEPT = 1000  # the oldest beyond so many are forgotten: they hold texts that were removed on purpose


@dataclass(frozen=True, slots=True)
class Change:
    """What became of the article with this id.

    `before` is the article that stood there, None where there was none; `after` the fingerprint of the one that stood
    there afterwards, None where it was taken out.
    """

    id: str
    before: Article | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Receipt:
    """The changes of one receipt, the id of the admin who got it, and whether they were undone."""

    admin: int
    changes: Sequence[Change]
    undone: bool


class Receipts:
    """The receipts of all admins."""

    def __init__(self, home: Path) -> None:
        """Open the database in `home`, made if absent. Raises StoreError."""
        self._database = Database(home / "receipts.sqlite", _SCHEMA, _FORMAT)

    @classmethod
    @contextmanager
    def opened(cls, home: Path) -> Iterator[Receipts]:
        """Give the receipts in `home` for a `with` block."""
        receipts = cls(home)
        try:
            yield receipts
        finally:
            receipts.close()

    def keep(self, admin: int, changes: Sequence[Change]) -> int:
        """Keep what was changed, and return the receipt's number."""
        rows = [[one.id, _packed(one.before) if one.before else None, one.after] for one in changes]
        with self._database.writing() as connection:
            number = connection.execute(
                "INSERT INTO receipts (admin, changes) VALUES (?, ?)", (admin, json.dumps(rows))
            ).lastrowid
            connection.execute("DELETE FROM receipts WHERE number <= ?", ((number or 0) - _KEPT,))
        return int(number or 0)

    def find(self, number: int) -> Receipt | None:
        """Return the receipt with this number, None where it was forgotten or never was."""
        with self._database.reading() as connection:
            row = connection.execute(
                "SELECT admin, changes, undone FROM receipts WHERE number = ?", (number,)
            ).fetchone()
        if row is None:
            return None
        changes = [Change(id, _unpacked(before) if before else None, after) for id, before, after in json.loads(row[1])]
        return Receipt(row[0], changes, bool(row[2]))

    def close_case(self, number: int) -> None:
        """Note that a receipt was undone; of what it kept nothing is needed any more."""
        with self._database.writing() as connection:
            connection.execute("UPDATE receipts SET undone = 1, changes = '[]' WHERE number = ?", (number,))

    def close(self) -> None:
        """Close the database."""
        self._database.close()


def fingerprint(article: Article) -> str:
    """Return what tells this very article, text and all, from any other."""
    return hashlib.sha256(_packed(article).encode()).hexdigest()


def _packed(article: Article) -> str:
    """Return an article as JSON, in ASCII, which holds any text."""
    fields = asdict(article)
    del fields["id"]
    return json.dumps(fields)


def _unpacked(packed: str) -> Article:
    return Article(**json.loads(packed))
