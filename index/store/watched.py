"""The feeds that are watched, and what came of their items.

They have a database of their own: noting a look at one never waits for a writer of articles.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields
from datetime import datetime
from pathlib import Path
from typing import Any

from index.errors import UnknownFeed
from index.feeds import Seen, Watched
from index.store.database import Database

_FORMAT = 1
_SCHEMA = """
CREATE TABLE IF NOT EXISTS feeds (
    url           TEXT PRIMARY KEY,
    due           TEXT NOT NULL,           -- ISO 8601, UTC, as all moments here
    title         TEXT,
    etag          TEXT,
    modified      TEXT,
    checked       TEXT,
    failures      INTEGER NOT NULL,
    failing_since TEXT,
    error         TEXT
) STRICT;
CREATE TABLE IF NOT EXISTS items (
    number   INTEGER PRIMARY KEY AUTOINCREMENT,
    feed     TEXT NOT NULL REFERENCES feeds (url) ON DELETE CASCADE,
    key      TEXT NOT NULL,
    updated  TEXT,
    article  TEXT,
    failures INTEGER NOT NULL,
    UNIQUE (feed, key)
) STRICT;
"""
_KEPT = 5000  # items of one feed; those that were noted longest ago are forgotten
_NAMES = tuple(field.name for field in fields(Watched))
_MOMENTS = ("due", "checked", "failing_since")


class Feeds:
    """The feeds that are watched; usable from any thread."""

    def __init__(self, home: Path) -> None:
        """Open the database in `home`, made if absent. Raises StoreError."""
        self._database = Database(home / "feeds.sqlite", _SCHEMA, _FORMAT)

    def all(self) -> list[Watched]:
        """Return the feeds, the one that is due first before the others."""
        with self._database.reading() as connection:
            rows = connection.execute(f"SELECT {', '.join(_NAMES)} FROM feeds ORDER BY due, url").fetchall()
        return [_read(row) for row in rows]

    def find(self, url: str) -> Watched | None:
        """Return the feed at this address, None where it is not watched."""
        return next((feed for feed in self.all() if feed.url == url), None)

    def seen(self, url: str) -> dict[str, Seen]:
        """Return what came of the items of a feed, by their keys."""
        with self._database.reading() as connection:
            rows = connection.execute("SELECT key, updated, article, failures FROM items WHERE feed = ?", (url,))
            return {key: Seen(*rest) for key, *rest in rows}

    def watch(self, feed: Watched, seen: Mapping[str, Seen]) -> None:
        """Watch a feed from now on; one that is watched already is noted as `note` does."""
        with self._database.writing() as connection:
            places = ", ".join("?" * len(_NAMES))
            connection.execute(f"INSERT OR IGNORE INTO feeds ({', '.join(_NAMES)}) VALUES ({places})", _row(feed))
        self.note(feed, seen)

    def note(self, feed: Watched, seen: Mapping[str, Seen]) -> None:
        """Keep what came of a look at a feed; nothing where it was removed meanwhile."""
        with self._database.writing() as connection:
            changes = ", ".join(f"{name} = ?" for name in _NAMES)
            changed = connection.execute(f"UPDATE feeds SET {changes} WHERE url = ?", (*_row(feed), feed.url))
            if not changed.rowcount:
                return
            connection.executemany(
                "INSERT OR REPLACE INTO items (feed, key, updated, article, failures) VALUES (?, ?, ?, ?, ?)",
                [(feed.url, key, one.updated, one.article, one.failures) for key, one in seen.items()],
            )
            connection.execute(
                "DELETE FROM items WHERE feed = ? AND number NOT IN "
                "(SELECT number FROM items WHERE feed = ? ORDER BY number DESC LIMIT ?)",
                (feed.url, feed.url, _KEPT),
            )

    def remove(self, url: str) -> Watched:
        """Watch a feed no longer, and return it. Raises UnknownFeed; its articles stay."""
        feed = self.find(url)
        with self._database.writing() as connection:
            if feed is None or not connection.execute("DELETE FROM feeds WHERE url = ?", (url,)).rowcount:
                raise UnknownFeed(url)
        return feed

    def close(self) -> None:
        """Close the database."""
        self._database.close()


def _row(feed: Watched) -> list[Any]:
    values = [getattr(feed, name) for name in _NAMES]
    return [value.isoformat() if isinstance(value, datetime) else value for value in values]


def _read(row: Sequence[Any]) -> Watched:
    values = dict(zip(_NAMES, row, strict=True))
    moments = {name: datetime.fromisoformat(values[name]) for name in _MOMENTS if values[name]}
    return Watched(**values | moments)
