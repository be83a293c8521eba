"""The feeds that are watched, what came of their items, and the pages that are looked at again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from datetime import datetime
from pathlib import Path
from typing import Any

from index.errors import UnknownFeed
from index.feeds import Page, Seen, Watched
from index.store.watch_file import moment, open_watched, written

_KEPT = 5000  # items of one feed; those that were noted longest ago are forgotten
_NAMES = tuple(field.name for field in fields(Watched))
_MOMENTS = ("due", "checked", "failing_since")


class Feeds:
    """The feeds that are watched; usable from any thread."""

    def __init__(self, home: Path) -> None:
        """Open the database in `home`, made if absent. Raises StoreError."""
        self._database = open_watched(home)

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
            rows = connection.execute(
                "SELECT key, updated, article, failures, elsewhere FROM items WHERE feed = ? ORDER BY number", (url,)
            )
            return {key: _seen(*rest) for key, *rest in rows}

    def watch(self, feed: Watched, seen: Mapping[str, Seen], pages: Iterable[Page] = ()) -> None:
        """Watch a feed from now on; one that is watched already is noted as `note` does."""
        with self._database.writing() as connection:
            places = ", ".join("?" * len(_NAMES))
            connection.execute(f"INSERT OR IGNORE INTO feeds ({', '.join(_NAMES)}) VALUES ({places})", _row(feed))
        self.note(feed, seen, pages)

    def note(self, feed: Watched, seen: Mapping[str, Seen], pages: Iterable[Page] = ()) -> None:
        """Keep what came of a look at a feed, `seen` of the items that stand in it; nothing where it was removed.

        `pages` are to be looked at again.
        """
        with self._database.writing() as connection:
            changes = ", ".join(f"{name} = ?" for name in _NAMES)
            changed = connection.execute(f"UPDATE feeds SET {changes} WHERE url = ?", (*_row(feed), feed.url))
            if not changed.rowcount:
                return
            if not feed.failures:
                connection.execute("UPDATE feeds SET told = NULL WHERE url = ?", (feed.url,))
            connection.executemany(
                "INSERT OR REPLACE INTO items (feed, key, updated, article, failures, elsewhere) "
                "VALUES (?, ?, ?, ?, ?, ?)",
                [(feed.url, key, one.updated, one.article, one.failures, one.elsewhere) for key, one in seen.items()],
            )
            connection.execute(
                "DELETE FROM items WHERE feed = ? AND number NOT IN "
                "(SELECT number FROM items WHERE feed = ? ORDER BY number DESC LIMIT ?)",
                (feed.url, feed.url, _KEPT),
            )
            connection.executemany(
                "INSERT OR REPLACE INTO pages (feed, url, since, due, etag, modified) VALUES (?, ?, ?, ?, ?, ?)",
                [
                    (feed.url, one.url, one.since.isoformat(), one.due.isoformat(), one.etag, one.modified)
                    for one in pages
                ],
            )
            connection.execute(
                "DELETE FROM pages WHERE feed = ? AND url NOT IN (SELECT key FROM items WHERE feed = ?)",
                (feed.url, feed.url),
            )

    def due_page(self, now: datetime) -> tuple[Watched, Page, Seen] | None:
        """Return the page that is due longest, with its feed and what came of it before; None where none is due."""
        with self._database.reading() as connection:
            row = connection.execute(
                "SELECT pages.feed, url, since, due, etag, modified, updated, article, failures, elsewhere "
                "FROM pages JOIN items ON items.feed = pages.feed AND key = url WHERE due <= ? ORDER BY due LIMIT 1",
                (now.isoformat(),),
            ).fetchone()
        feed = self.find(row[0]) if row else None
        if feed is None:
            return None
        url, since, due, etag, modified = row[1:6]
        page = Page(url, datetime.fromisoformat(since), datetime.fromisoformat(due), etag, modified)
        return feed, page, _seen(*row[6:])

    def note_page(self, feed: str, page: Page, due: datetime | None, seen: Seen) -> None:
        """Keep what came of a look at a page, which is `due` then, no more where that is None."""
        with self._database.writing() as connection:
            connection.execute(
                "UPDATE items SET article = ?, elsewhere = ? WHERE feed = ? AND key = ?",
                (seen.article, seen.elsewhere, feed, page.url),
            )
            if due is None:
                connection.execute("DELETE FROM pages WHERE feed = ? AND url = ?", (feed, page.url))
            else:
                connection.execute(
                    "UPDATE pages SET due = ?, etag = ?, modified = ? WHERE feed = ? AND url = ?",
                    (due.isoformat(), page.etag, page.modified, feed, page.url),
                )

    def forget(self, article: str) -> None:
        """Note that an article was taken out because its source did so: it may come back with its text."""
        with self._database.writing() as connection:
            connection.execute("UPDATE items SET article = NULL, elsewhere = 0 WHERE article = ?", (article,))

    def untold(self, since: datetime) -> list[Watched]:
        """Return the feeds that have failed `since` then or longer, of which the admins were not told."""
        with self._database.reading() as connection:
            rows = connection.execute(
                f"SELECT {', '.join(_NAMES)} FROM feeds WHERE failing_since <= ? AND told IS NULL ORDER BY url",
                (since.isoformat(),),
            ).fetchall()
        return [_read(row) for row in rows]

    def told(self, url: str, now: datetime) -> None:
        """Note that the admins were told that a feed fails; once it works, they are told of the next time."""
        with self._database.writing() as connection:
            connection.execute("UPDATE feeds SET told = ? WHERE url = ?", (now.isoformat(), url))

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
    return [written(getattr(feed, name)) for name in _NAMES]


def _read(row: Sequence[Any]) -> Watched:
    values = dict(zip(_NAMES, row, strict=True))
    return Watched(**values | {name: moment(values[name]) for name in _MOMENTS})


def _seen(updated: str | None, article: str | None, failures: int, elsewhere: int) -> Seen:
    return Seen(updated, article, failures, bool(elsewhere))
