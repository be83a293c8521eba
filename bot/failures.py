"""What happens when a handler fails: one log line for what is expected, a traceback and an apology for the rest."""

from __future__ import annotations

import logging
import secrets

from telegram import Chat, Update
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TelegramError
from telegram.ext import ContextTypes

from bot import texts
from index.errors import ArticleIndexError

logger = logging.getLogger(__name__)


async def report(update: object, context: ContextTypes.DEFAULT_TYPE) -> None:
    """Log the error of a handler, and apologise under the same reference where the program is at fault."""
    error, chat = context.error, update.effective_chat if isinstance(update, Update) else None
    where = f"chat {chat.id}" if chat else "no chat"
    if _is_expected(error):
        logger.warning("%s: %s", where, error)
        return
    reference = secrets.token_hex(3)
    # What the index raises on purpose explains itself.
    traceback = None if isinstance(error, ArticleIndexError) else error
    logger.error("%s failed (%s): %s", where, reference, error, exc_info=traceback)
    if chat:
        await _apologise(chat, reference)


def _is_expected(error: Exception | None) -> bool:
    """Whether this is the network, Telegram's limits or people who let the bot not write: no fault of ours."""
    if isinstance(error, BadRequest):
        return "not enough rights" in error.message.lower() or "CHAT_WRITE_FORBIDDEN" in error.message.upper()
    return isinstance(error, (Forbidden, NetworkError, RetryAfter))


async def _apologise(chat: Chat, reference: str) -> None:
    """Send the sentence that names the reference; where even that fails, log why."""
    try:
        await chat.send_message(texts.went_wrong(reference))
    except TelegramError as error:
        logger.warning("chat %s: %s", chat.id, error)
