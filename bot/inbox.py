"""The way in for updates: each is handled once, also where it comes again after a restart.

They are noted in a database of their own: that never waits for a writer of articles, and can be deleted.
"""

from __future__ import annotations

import asyncio
import logging
from hashlib import blake2b
from pathlib import Path

from telegram import Update

from index.errors import StoreError
from index.store.database import Database

logger = logging.getLogger(__name__)

_FORMAT = 1
_SCHEMA = "CREATE TABLE IF NOT EXISTS updates (number INTEGER PRIMARY KEY AUTOINCREMENT, mark BLOB UNIQUE) STRICT"
_KEPT = 100_000  # the oldest beyond so many are forgotten; Telegram sends none again after 24 hours


class Inbox:
    """Updates from Telegram, on their way to the handlers."""

    def __init__(self, home: Path, handlers: asyncio.Queue[object]) -> None:
        """Open the database in `home`, made if absent. Raises StoreError."""
        self._database = Database(home / "updates.sqlite", _SCHEMA, _FORMAT)
        self._handlers = handlers

    def take(self, update: Update) -> None:
        """Note an update and hand it to the handlers, or drop it where it was noted before.

        It is noted first: a crash in between loses a question, which is better than to answer it twice.
        Where it can't be noted, it is handled all the same.
        """
        try:
            new = self._note(update)
        except StoreError as error:
            logger.warning("update %s may be handled twice: %s", update.update_id, error)
            new = True
        if new:
            self._handlers.put_nowait(update)

    def close(self) -> None:
        """Close the database."""
        self._database.close()

    def _note(self, update: Update) -> bool:
        """Return whether the update is new, having noted it."""
        # Not its number alone: a Bot API server of one's own that is set up anew may count from the start again.
        mark = blake2b(update.to_json().encode(), digest_size=16).digest()
        with self._database.writing() as connection:
            added = connection.execute("INSERT INTO updates (mark) VALUES (?) ON CONFLICT DO NOTHING", (mark,))
            connection.execute("DELETE FROM updates WHERE number <= (SELECT max(number) FROM updates) - ?", (_KEPT,))
        return bool(added.rowcount)
