"""The file of what is watched: feeds with their items and pages, folders with their files.

It is a database of its own: noting a look never waits for a writer of articles. All moments are in UTC, ISO 8601.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

from index.store.database import Database

_FORMAT = 2
# What format 2 has besides.
_SINCE_2 = (
    """CREATE TABLE IF NOT EXISTS pages (
    feed     TEXT NOT NULL REFERENCES feeds (url) ON DELETE CASCADE,
    url      TEXT NOT NULL,
    since    TEXT NOT NULL,
    due      TEXT NOT NULL,
    etag     TEXT,
    modified TEXT,
    PRIMARY KEY (feed, url)
) STRICT""",
    "CREATE INDEX IF NOT EXISTS pages_by_due ON pages (due)",
    """CREATE TABLE IF NOT EXISTS folders (
    path          TEXT PRIMARY KEY,
    due           TEXT NOT NULL,
    checked       TEXT,
    failures      INTEGER NOT NULL,
    failing_since TEXT,
    error         TEXT,
    collection    TEXT,
    told          TEXT
) STRICT""",
    """CREATE TABLE IF NOT EXISTS files (
    folder    TEXT NOT NULL REFERENCES folders (path) ON DELETE CASCADE,
    path      TEXT NOT NULL,
    modified  INTEGER NOT NULL,        -- nanoseconds
    size      INTEGER NOT NULL,
    articles  TEXT NOT NULL,           -- JSON: the ids of its articles
    elsewhere TEXT NOT NULL,           -- JSON: the ids of articles that had the text of one of it before
    error     TEXT,
    PRIMARY KEY (folder, path)
) STRICT""",
)
_UPGRADES = {
    1: (
        "ALTER TABLE feeds ADD COLUMN collection TEXT",
        "ALTER TABLE feeds ADD COLUMN told TEXT",
        "ALTER TABLE items ADD COLUMN elsewhere INTEGER NOT NULL DEFAULT 0",
        "CREATE INDEX items_by_article ON items (article)",
        *_SINCE_2,
    )
}
_SCHEMA = ";\n".join(
    (
        """CREATE TABLE IF NOT EXISTS feeds (
    url           TEXT PRIMARY KEY,
    due           TEXT NOT NULL,
    title         TEXT,
    etag          TEXT,
    modified      TEXT,
    checked       TEXT,
    failures      INTEGER NOT NULL,
    failing_since TEXT,
    error         TEXT,
    collection    TEXT,
    told          TEXT                 -- when admins were told that it fails
) STRICT""",
        """CREATE TABLE IF NOT EXISTS items (
    number    INTEGER PRIMARY KEY AUTOINCREMENT,
    feed      TEXT NOT NULL REFERENCES feeds (url) ON DELETE CASCADE,
    key       TEXT NOT NULL,
    updated   TEXT,
    article   TEXT,
    failures  INTEGER NOT NULL,
    elsewhere INTEGER NOT NULL DEFAULT 0,
    UNIQUE (feed, key)
) STRICT""",
        "CREATE INDEX IF NOT EXISTS items_by_article ON items (article)",
        *_SINCE_2,
    )
)


def open_watched(home: Path) -> Database:
    """Open the file in `home`, made if absent. Raises StoreError."""
    return Database(home / "feeds.sqlite", _SCHEMA, _FORMAT, _UPGRADES)


def written(value: Any) -> Any:
    """Return a value as it is kept in a row."""
    return value.isoformat() if isinstance(value, datetime) else value


def moment(value: str | None) -> datetime | None:
    """Return a moment that was kept in a row."""
    return datetime.fromisoformat(value) if value else None
