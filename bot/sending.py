"""Sending HTML, with what to do where Telegram refuses it."""

from __future__ import annotations

import logging
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import partial
from html import unescape
from typing import TypeVar

from telegram import (
    CallbackQuery,
    ForceReply,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InputTextMessageContent,
    LinkPreviewOptions,
    Message,
    ReplyParameters,
)
from telegram.constants import ParseMode
from telegram.error import BadRequest, ChatMigrated

from bot.places import Place

logger = logging.getLogger(__name__)

Written = TypeVar("Written")

_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
_TITLE = 100  # characters of a title that nobody sees, but that must be there
_GONE = ("message to edit not found", "message can't be edited", "message_id_invalid")


@dataclass(frozen=True, slots=True)
class Page:
    """A message: HTML, and the buttons under it; `refusal` where it says no more than that there is no answer."""

    html: str
    keyboard: InlineKeyboardMarkup | None = None
    refusal: bool = False

    @property
    def plain(self) -> str:
        """The text without tags."""
        return unescape(re.sub("<[^>]*>", "", self.html))


async def send(place: Place, page: Page, reply_to: int | None = None) -> int:
    """Send a new message, as a reply where the message replied to still exists, and return its number."""

    async def write(text: str, mode: ParseMode | None) -> int:
        return await _send(place, text, mode, page.keyboard, reply_to)

    return await _formatted(place, page, write)


async def put(place: Place, page: Page, message_id: int) -> bool:
    """Put a page into a message of the bot, the same page again included; False where it can't be changed any more."""

    async def write(text: str, mode: ParseMode | None) -> None:
        await place.chat.get_bot().edit_message_text(
            text,
            place.chat.id,
            message_id,
            parse_mode=mode,
            link_preview_options=_NO_PREVIEW,
            reply_markup=page.keyboard,
        )

    try:
        await _formatted(place, page, write)
    except ChatMigrated:
        return False
    except BadRequest as error:
        if not _is_unchanged(error):
            if error.message.lower() not in _GONE:
                raise
            return False
    return True


async def say(place: Place, text: str, reply_to: int | None = None) -> None:
    """Send a new message of plain text."""
    await _send(place, text, None, None, reply_to)


async def ask(place: Place, text: str, reply: ForceReply, reply_to: int | None) -> int:
    """Send a new message of plain text that is to be replied to, and return its number."""
    return await _send(place, text, None, reply, reply_to)


async def _formatted(place: Place, page: Page, write: Callable[[str, ParseMode | None], Awaitable[Written]]) -> Written:
    """Write a page as HTML, as plain text where Telegram can't read that."""
    try:
        return await write(page.html, ParseMode.HTML)
    except BadRequest as error:
        if not _is_about_markup(error):
            raise
        logger.error("chat %s: %s; sent as plain text", place.chat.id, error)
        return await write(page.plain, None)


async def _send(
    place: Place,
    text: str,
    mode: ParseMode | None,
    keyboard: InlineKeyboardMarkup | ForceReply | None,
    reply_to: int | None,
) -> int:
    reply = ReplyParameters(reply_to, allow_sending_without_reply=True) if reply_to is not None else None
    send_message = partial(
        place.chat.get_bot().send_message,
        text=text,
        parse_mode=mode,
        link_preview_options=_NO_PREVIEW,
        reply_markup=keyboard,
    )
    try:
        sent = await send_message(place.chat.id, message_thread_id=place.topic, reply_parameters=reply)
    except ChatMigrated as error:
        # The group goes on under another id, with other numbers for its messages.
        sent = await send_message(error.new_chat_id)
    except BadRequest as error:
        # The topic was deleted, or the group is no forum any more.
        if place.topic is None or "thread not found" not in error.message.lower():
            raise
        sent = await send_message(place.chat.id, reply_parameters=reply)
    return sent.message_id


async def react(place: Place, message_id: int, emoji: str | None) -> bool:
    """Put a reaction below a message, or take it off; False where the chat allows none, or the message is gone."""
    try:
        return await place.chat.get_bot().set_message_reaction(place.chat.id, message_id, emoji)
    except (BadRequest, ChatMigrated) as error:
        logger.info("chat %s: setMessageReaction: %s", place.chat.id, error)
        return False


async def edit(query: CallbackQuery, page: Page) -> None:
    """Put another page into the message whose button was pressed; the same page again is a success."""
    try:
        await query.edit_message_text(
            page.html, parse_mode=ParseMode.HTML, link_preview_options=_NO_PREVIEW, reply_markup=page.keyboard
        )
    except BadRequest as error:
        if not _is_unchanged(error):
            raise


async def edit_buttons(query: CallbackQuery, keyboard: InlineKeyboardMarkup) -> None:
    """Put other buttons under the message whose button was pressed; the same ones again are a success."""
    try:
        await query.edit_message_reply_markup(keyboard)
    except BadRequest as error:
        if not _is_unchanged(error):
            raise


async def acknowledge(query: CallbackQuery, text: str | None = None, *, alert: bool = True) -> None:
    """Answer the press of a button, with an alert or a passing line if there is something to say.

    A late answer is only logged.
    """
    try:
        await query.answer(text, show_alert=alert and text is not None)
    except BadRequest as error:
        logger.warning("answerCallbackQuery: %s", error)


def content(html: str) -> InputTextMessageContent:
    """Return what becomes a message where it is chosen, or where a guest writes it."""
    return InputTextMessageContent(html, ParseMode.HTML, link_preview_options=_NO_PREVIEW)


async def answer_guest(message: Message, html: str) -> None:
    """Write the one message that a guest query allows; a late one is only logged."""
    result = InlineQueryResultArticle("1", Page(html).plain[:_TITLE], content(html))
    try:
        await message.answer_guest_query(result)
    except BadRequest as error:
        if not is_late(error):
            raise
        logger.warning("answerGuestQuery: %s", error)


def is_late(error: BadRequest) -> bool:
    """Whether Telegram does not wait for this answer any more."""
    return "query is too old" in error.message.lower()


def _is_unchanged(error: BadRequest) -> bool:
    """Whether the message holds the same already."""
    return "not modified" in error.message.lower()


def _is_about_markup(error: BadRequest) -> bool:
    """Whether Telegram could not read the HTML."""
    return "parse entities" in error.message.lower()
