"""What happens when a handler fails: one log line for what is expected, a traceback and an apology for the rest."""

from __future__ import annotations

import logging
import secrets

from telegram import Chat, Update
from telegram.error import BadRequest, ChatMigrated, Forbidden, NetworkError, RetryAfter, TelegramError
from telegram.ext import ApplicationHandlerStop, ContextTypes

from bot import texts
from bot.places import Place
from bot.sending import answer_guest, say
from index.errors import ArticleIndexError

logger = logging.getLogger(__name__)

_MAY_NOT_WRITE = ("not enough rights", "chat_write_forbidden", "topic_closed")


async def report(update: object, context: ContextTypes.DEFAULT_TYPE) -> None:
    """Log the error of a handler, and apologise under the same reference where the program is at fault.

    Raises ApplicationHandlerStop: else the update would go on to later handlers, past one that failed to refuse it.
    """
    error, told = context.error, update if isinstance(update, Update) else None
    chat = told.effective_chat if told else None
    where = f"chat {chat.id}" if chat else "no chat"
    if _is_expected(error):
        logger.warning("%s: %s", where, error)
        raise ApplicationHandlerStop
    reference = secrets.token_hex(3)
    # What the index raises on purpose explains itself.
    traceback = None if isinstance(error, ArticleIndexError) else error
    logger.error("%s failed (%s): %s", where, reference, error, exc_info=traceback)
    if told and chat:
        await _apologise(told, chat, reference)
    raise ApplicationHandlerStop


def _is_expected(error: Exception | None) -> bool:
    """Whether this is the network, Telegram's limits or people who let the bot not write: no fault of ours."""
    if isinstance(error, BadRequest):
        return any(words in error.message.lower() for words in _MAY_NOT_WRITE)
    return isinstance(error, (ChatMigrated, Forbidden, NetworkError, RetryAfter))


async def _apologise(update: Update, chat: Chat, reference: str) -> None:
    """Send the sentence that names the reference; where even that fails, log why."""
    message = update.effective_message
    try:
        if update.guest_message:  # the chat of that id may be another one
            await answer_guest(update.guest_message, texts.went_wrong(reference))
        else:
            await say(Place.of(message) if message else Place(chat), texts.went_wrong(reference))
    except TelegramError as error:
        logger.warning("chat %s: %s", chat.id, error)
