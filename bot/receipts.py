"""What each receipt of an admin has changed, kept on disk, so that it can be undone after a restart as well."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from index import Article
from index.feeds import Seen, Watched
from index.store import Standing
from index.store.database import Database

_FORMAT = 2
_SCHEMA = """
CREATE TABLE IF NOT EXISTS receipts (
    number  INTEGER PRIMARY KEY AUTOINCREMENT,
    chat    INTEGER NOT NULL,
    changes TEXT NOT NULL,
    undone  INTEGER NOT NULL DEFAULT 0,
    feeds   TEXT NOT NULL DEFAULT '[]'
) STRICT
"""
_UPGRADES = {
    1: (
        "ALTER TABLE receipts RENAME COLUMN admin TO chat",
        "ALTER TABLE receipts ADD COLUMN feeds TEXT NOT NULL DEFAULT '[]'",
    )
}
_KEPT = 1000  # the oldest beyond so many are forgotten: they hold texts that were removed on purpose
_NO_PART = ("updated", "language", "found")  # of what an article says; receipts of older versions know none of them
_MOMENTS = ("due", "checked", "failing_since")


@dataclass(frozen=True, slots=True)
class Change:
    """What became of the article with this id.

    `before` is how it stood, None where there was none; `after` the fingerprint of how it stood afterwards, None where
    it was taken out.
    """

    id: str
    before: Standing | None
    after: str | None


@dataclass(frozen=True, slots=True)
class FeedChange:
    """A feed that is watched since, or no more.

    `before` is what was known of it, with `seen`, what came of its items; None where it was not watched.
    """

    url: str
    before: Watched | None = None
    seen: Mapping[str, Seen] | None = None


@dataclass(frozen=True, slots=True)
class Receipt:
    """The changes of one receipt, the id of the chat that got it, and whether they were undone."""

    chat: int
    changes: Sequence[Change]
    undone: bool
    feeds: Sequence[FeedChange] = ()


class Receipts:
    """The receipts of all admins."""

    def __init__(self, home: Path) -> None:
        """Open the database in `home`, made if absent. Raises StoreError."""
        self._database = Database(home / "receipts.sqlite", _SCHEMA, _FORMAT, _UPGRADES)

    @classmethod
    @contextmanager
    def opened(cls, home: Path) -> Iterator[Receipts]:
        """Give the receipts in `home` for a `with` block."""
        receipts = cls(home)
        try:
            yield receipts
        finally:
            receipts.close()

    def keep(self, chat: int, changes: Sequence[Change], feeds: Sequence[FeedChange] = ()) -> int:
        """Keep what was changed, and return the receipt's number."""
        kept = json.dumps([_changed(one) for one in changes]), json.dumps([_watched(one) for one in feeds])
        with self._database.writing() as connection:
            number = connection.execute(
                "INSERT INTO receipts (chat, changes, feeds) VALUES (?, ?, ?)", (chat, *kept)
            ).lastrowid
            connection.execute("DELETE FROM receipts WHERE number <= ?", ((number or 0) - _KEPT,))
        return int(number or 0)

    def find(self, number: int) -> Receipt | None:
        """Return the receipt with this number, None where it was forgotten or never was."""
        with self._database.reading() as connection:
            row = connection.execute(
                "SELECT chat, changes, undone, feeds FROM receipts WHERE number = ?", (number,)
            ).fetchone()
        if row is None:
            return None
        chat, changes, undone, feeds = row
        return Receipt(
            chat,
            [_change(*one) for one in json.loads(changes)],
            bool(undone),
            [_feed(*one) for one in json.loads(feeds)],
        )

    def close_case(self, number: int) -> None:
        """Note that a receipt was undone; of what it kept nothing is needed any more."""
        with self._database.writing() as connection:
            connection.execute(
                "UPDATE receipts SET undone = 1, changes = '[]', feeds = '[]' WHERE number = ?", (number,)
            )

    def close(self) -> None:
        """Close the database."""
        self._database.close()


def fingerprint(standing: Standing) -> str:
    """Return what tells this very article, text and all, from any other."""
    fields = json.loads(_packed(standing.article))
    for name in _NO_PART:
        del fields[name]
    if standing.edited:
        fields["edited"] = sorted(standing.edited)
    if standing.collections not in ((), ("default",)):
        fields["collections"] = sorted(standing.collections)
    return hashlib.sha256(json.dumps(fields).encode()).hexdigest()


def _packed(article: Article) -> str:
    """Return an article as JSON, in ASCII, which holds any text."""
    fields = asdict(article)
    del fields["id"]
    return json.dumps(fields)


def _changed(change: Change) -> list[Any]:
    before = change.before
    known = (
        [_packed(before.article), change.after, before.edited, before.collections] if before else [None, change.after]
    )
    return [change.id, *known]


def _change(
    id: str, before: str | None, after: str | None, edited: Sequence[str] = (), collections: Sequence[str] = ()
) -> Change:
    """Return a change as it is kept; those of the first format say nothing of marks and collections."""
    standing = Standing(Article(**json.loads(before)), tuple(edited), tuple(collections)) if before else None
    return Change(id, standing, after)


def _watched(change: FeedChange) -> list[Any]:
    if change.before is None:
        return [change.url, None, {}]
    row = {k: value.isoformat() if isinstance(value, datetime) else value for k, value in asdict(change.before).items()}
    return [change.url, row, {key: asdict(one) for key, one in (change.seen or {}).items()}]


def _feed(url: str, before: dict[str, Any] | None, seen: dict[str, Any]) -> FeedChange:
    if before is None:
        return FeedChange(url)
    moments = {name: datetime.fromisoformat(before[name]) for name in _MOMENTS if before[name]}
    return FeedChange(url, Watched(**before | moments), {key: Seen(**one) for key, one in seen.items()})
