"""Sending HTML, with what to do where Telegram refuses it."""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass
from functools import partial
from html import unescape

from telegram import CallbackQuery, InlineKeyboardMarkup, LinkPreviewOptions, ReplyParameters
from telegram.constants import ParseMode
from telegram.error import BadRequest, ChatMigrated

from bot.places import Place

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


async def send(place: Place, page: Page, reply_to: int | None = None) -> None:
    """Send a new message, as a reply where the message replied to still exists."""
    try:
        await _send(place, page.html, ParseMode.HTML, page.keyboard, reply_to)
    except BadRequest as error:
        if not _is_about_markup(error):
            raise
        logger.error("chat %s: %s; sent as plain text", place.chat.id, error)
        await _send(place, page.plain, None, page.keyboard, reply_to)


async def say(place: Place, text: str, reply_to: int | None = None) -> None:
    """Send a new message of plain text."""
    await _send(place, text, None, None, reply_to)


async def _send(
    place: Place, text: str, mode: ParseMode | None, keyboard: InlineKeyboardMarkup | None, reply_to: int | None
) -> None:
    reply = ReplyParameters(reply_to, allow_sending_without_reply=True) if reply_to is not None else None
    send_message = partial(
        place.chat.get_bot().send_message,
        text=text,
        parse_mode=mode,
        link_preview_options=_NO_PREVIEW,
        reply_markup=keyboard,
    )
    try:
        await send_message(place.chat.id, message_thread_id=place.topic, reply_parameters=reply)
    except ChatMigrated as error:
        # The group goes on under another id, with other numbers for its messages.
        await send_message(error.new_chat_id)


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
