"""Sending HTML, with what to do where Telegram refuses it."""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass
from html import unescape

from telegram import CallbackQuery, Chat, InlineKeyboardMarkup, LinkPreviewOptions, ReplyParameters
from telegram.constants import ParseMode
from telegram.error import BadRequest

logger = logging.getLogger(__name__)

_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


@dataclass(frozen=True, slots=True)
class Page:
    """A message: HTML, and the buttons under it."""

    html: str
    keyboard: InlineKeyboardMarkup | None = None

    @property
    def plain(self) -> str:
        """The text without tags."""
        return unescape(re.sub("<[^>]*>", "", self.html))


async def send(chat: Chat, page: Page, reply_to: int | None = None) -> None:
    """Send a new message, as a reply where the message replied to still exists."""
    reply = ReplyParameters(reply_to, allow_sending_without_reply=True) if reply_to is not None else None
    try:
        await chat.send_message(
            page.html,
            parse_mode=ParseMode.HTML,
            link_preview_options=_NO_PREVIEW,
            reply_parameters=reply,
            reply_markup=page.keyboard,
        )
    except BadRequest as error:
        if not _is_about_markup(error):
            raise
        logger.error("chat %s: %s; sent as plain text", chat.id, error)
        await chat.send_message(
            page.plain, link_preview_options=_NO_PREVIEW, reply_parameters=reply, reply_markup=page.keyboard
        )


async def edit(query: CallbackQuery, page: Page) -> None:
    """Put another page into the message whose button was pressed; the same page again is a success."""
    try:
        await query.edit_message_text(
            page.html, parse_mode=ParseMode.HTML, link_preview_options=_NO_PREVIEW, reply_markup=page.keyboard
        )
    except BadRequest as error:
        if "not modified" not in error.message.lower():
            raise


async def acknowledge(query: CallbackQuery, alert: str | None = None) -> None:
    """Answer the press of a button, with an alert if there is something to say; a late answer is only logged."""
    try:
        await query.answer(alert, show_alert=alert is not None)
    except BadRequest as error:
        logger.warning("answerCallbackQuery: %s", error)


def _is_about_markup(error: BadRequest) -> bool:
    """Whether Telegram could not read the HTML."""
    return "parse entities" in error.message.lower()
