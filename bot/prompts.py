"""Which messages of the bot ask admins for a reply, and what about; kept on disk, so that a restart forgets none."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from telegram import Message
from telegram.ext import filters

from bot.addressing import replied_to
from index.store.database import Database

_FORMAT = 1
_SCHEMA = """
CREATE TABLE IF NOT EXISTS prompts (
    number  INTEGER PRIMARY KEY AUTOINCREMENT,
    chat    INTEGER NOT NULL,
    message INTEGER NOT NULL,
    about   TEXT NOT NULL,
    UNIQUE (chat, message)
) STRICT
"""
_KEPT = 1000  # the oldest beyond so many are forgotten


class Prompts:
    """The messages that wait for a reply, each with what it is about: a purpose and its values between colons."""

    def __init__(self, home: Path) -> None:
        """Open the database in `home`, made if absent. Raises StoreError."""
        self._database = Database(home / "prompts.sqlite", _SCHEMA, _FORMAT)

    @classmethod
    @contextmanager
    def opened(cls, home: Path) -> Iterator[Prompts]:
        """Give the prompts in `home` for a `with` block."""
        prompts = cls(home)
        try:
            yield prompts
        finally:
            prompts.close()

    def keep(self, chat: int, message: int, about: str) -> None:
        """Note what a message is about, in the place of what it was about before."""
        with self._database.writing() as connection:
            number = connection.execute(
                "INSERT OR REPLACE INTO prompts (chat, message, about) VALUES (?, ?, ?)", (chat, message, about)
            ).lastrowid
            connection.execute("DELETE FROM prompts WHERE number <= ?", ((number or 0) - _KEPT,))

    def find(self, chat: int, message: int) -> str | None:
        """Return what a message is about, None where it waits for no reply."""
        with self._database.reading() as connection:
            row = connection.execute(
                "SELECT about FROM prompts WHERE chat = ? AND message = ?", (chat, message)
            ).fetchone()
        return str(row[0]) if row else None

    def close(self) -> None:
        """Close the database."""
        self._database.close()


class RepliesTo(filters.MessageFilter):
    """A text that replies to a message of the bot which asks for one."""

    def __init__(self, home: Path, purpose: str) -> None:
        """Look for messages with this purpose in `home`."""
        super().__init__()
        self._home = home
        self._purpose = purpose

    def filter(self, message: Message) -> bool:
        """Whether a message is such a reply."""
        return self.about(message) is not None

    def about(self, message: Message) -> str | None:
        """Return the values of what the message replied to is about, None where it is about something else."""
        replied = replied_to(message)
        if replied is None or not message.text or replied.from_user is None or not replied.from_user.is_bot:
            return None
        with Prompts.opened(self._home) as prompts:
            purpose, _, values = (prompts.find(message.chat.id, replied.message_id) or "").partition(":")
        return values if purpose == self._purpose else None
