"""What admins brought and has no receipt yet, kept on disk: where the program is killed, its next start says so."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from telegram import Bot, Chat, Message
from telegram.error import TelegramError

from bot import admin_keyboards, admin_texts
from bot.chats import Chats
from bot.languages import ENGLISH, speaking
from bot.places import Place
from bot.sending import Page, send
from index.store.database import Database

logger = logging.getLogger(__name__)

_FORMAT = 1
_SCHEMA = """
CREATE TABLE IF NOT EXISTS unfinished (
    number  INTEGER PRIMARY KEY AUTOINCREMENT,
    chat    INTEGER NOT NULL,
    topic   INTEGER,
    message INTEGER NOT NULL
) STRICT
"""


@contextmanager
def noted(home: Path, message: Message) -> Iterator[None]:
    """Note that what a message brings is worked on until the block ends.

    Where the program ends within it, the note stays. Raises StoreError.
    """
    place = Place.of(message)
    with closing(Database(home / "unfinished.sqlite", _SCHEMA, _FORMAT)) as database:
        with database.writing() as connection:
            number = connection.execute(
                "INSERT INTO unfinished (chat, topic, message) VALUES (?, ?, ?)",
                (place.chat.id, place.topic, message.message_id),
            ).lastrowid
        try:
            yield
        except Exception:  # which is apologised for
            _forget(database, number)
            raise
        _forget(database, number)


async def tell(bot: Bot, home: Path, chats: Chats) -> None:
    """Say of everything that was cut off at the last end that it was, with a button to go on. Raises StoreError."""
    with closing(Database(home / "unfinished.sqlite", _SCHEMA, _FORMAT)) as database:
        with database.reading() as connection:
            left = connection.execute("SELECT number, chat, topic, message FROM unfinished ORDER BY number").fetchall()
        for number, id, topic, message in left:
            chat = Chat(id, Chat.PRIVATE if id > 0 else Chat.SUPERGROUP)
            chat.set_bot(bot)
            try:
                with speaking(chats.of(id).language or ENGLISH):
                    page = Page(admin_texts.CUT_OFF(), admin_keyboards.receipt(None, stopped=True))
                    await send(Place(chat, topic), page, message)
            except TelegramError as error:
                logger.warning("chat %s: not told that it was cut off: %s", id, error)
            _forget(database, number)


def _forget(database: Database, number: int | None) -> None:
    with database.writing() as connection:
        connection.execute("DELETE FROM unfinished WHERE number = ?", (number,))
