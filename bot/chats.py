"""What each chat has chosen: its language, and how the bot behaves in it; kept on disk."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from index.store.database import Database

_FORMAT = 2
_SCHEMA = """
CREATE TABLE IF NOT EXISTS chats (
    chat     INTEGER PRIMARY KEY,
    language TEXT,
    mentions INTEGER NOT NULL,
    replies  INTEGER NOT NULL,
    reaction INTEGER NOT NULL,
    collection TEXT
) STRICT
"""
_UPGRADES = {1: ("ALTER TABLE chats ADD COLUMN collection TEXT",)}


@dataclass(frozen=True, slots=True)
class Choices:
    """What a chat has chosen.

    Without a `language` it is that of whoever writes. The others are about groups: whether `mentions` and `replies` to
    the bot's messages ask it something, and whether it answers with a `reaction` only where the articles do not say.
    Without a `collection` it is about all articles.
    """

    language: str | None = None
    mentions: bool = True
    replies: bool = True
    reaction: bool = False
    collection: str | None = None


class Chats:
    """The choices of all chats; a private chat has the id of its person."""

    def __init__(self, home: Path) -> None:
        """Open the database in `home`, made if absent. Raises StoreError."""
        self._database = Database(home / "chats.sqlite", _SCHEMA, _FORMAT, _UPGRADES)

    def of(self, chat: int) -> Choices:
        """Return what a chat has chosen, the defaults where it has not."""
        with self._database.reading() as connection:
            row = connection.execute(
                "SELECT language, mentions, replies, reaction, collection FROM chats WHERE chat = ?", (chat,)
            ).fetchone()
        if row is None:
            return Choices()
        language, mentions, replies, reaction, collection = row
        return Choices(language, bool(mentions), bool(replies), bool(reaction), collection)

    def change(self, chat: int, **changes: Any) -> Choices:
        """Change some of a chat's choices, and return them all."""
        choices = replace(self.of(chat), **changes)
        with self._database.writing() as connection:
            connection.execute(
                "INSERT OR REPLACE INTO chats VALUES (:chat, :language, :mentions, :replies, :reaction, :collection)",
                {"chat": chat} | asdict(choices),
            )
        return choices

    def move(self, old: int, new: int) -> None:
        """Let a group that goes on under another id keep its choices; moved once, it may choose anew."""
        with self._database.writing() as connection:
            connection.execute("UPDATE OR IGNORE chats SET chat = ? WHERE chat = ?", (new, old))

    def close(self) -> None:
        """Close the database."""
        self._database.close()
