"""The "typing" under the chat's name while an answer is made."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from telegram import Chat
from telegram.constants import ChatAction
from telegram.error import TelegramError

from bot.places import Place

logger = logging.getLogger(__name__)

_INTERVAL = 4.0  # seconds; Telegram shows the action for 5
_GRACE = 1.0  # seconds that the answer waits for an action on its way, which would outlast it


@asynccontextmanager
async def typing_in(place: Place) -> AsyncIterator[None]:
    """Show "typing" in a private chat for as long as the block runs.

    In a group it would count among the 20 messages that a bot may send there in a minute.
    """
    if place.in_group:
        yield
        return
    over = asyncio.Event()
    task = asyncio.create_task(_type(place.chat, over))
    try:
        yield
    finally:
        over.set()
        _, late = await asyncio.wait([task], timeout=_GRACE)
        for one in late:
            one.cancel()


async def _type(chat: Chat, over: asyncio.Event) -> None:
    """Send the action at once and every few seconds until `over`; an answer matters more than it does."""
    while not over.is_set():
        try:
            await chat.send_action(ChatAction.TYPING)
        except TelegramError as error:
            logger.info("sendChatAction: %s", error)
            return
        try:
            await asyncio.wait_for(over.wait(), _INTERVAL)
        except TimeoutError:
            continue
