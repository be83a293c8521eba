"""One message that says how far long work is, edited now and then until it says what came of it."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from types import TracebackType
from typing import Self

from telegram.error import TelegramError

from bot.places import Place
from bot.sending import Page, put, send

logger = logging.getLogger(__name__)

INTERVAL = 3.0  # seconds between two edits; more would count against Telegram's limits
_IN_GROUPS = 2.0  # times as long there, where a bot may write 20 times in a minute


class Progress:
    """Shows how far work is for as long as a `with` block runs; work that is over soon is not shown."""

    def __init__(self, place: Place, reply_to: int, page: Callable[[], Page], message_id: int | None = None) -> None:
        """Show what `page` returns in reply to a message, or in the message of the bot with this id."""
        self._place = place
        self._reply_to = reply_to
        self._page = page
        self._message_id = message_id
        self._over = asyncio.Event()
        self._showing: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Self:
        """Begin to show it."""
        self._showing = asyncio.create_task(self._show())
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None
    ) -> None:
        """Show it no more; an edit on its way would outrun what comes of the work, so it is waited for."""
        self._over.set()
        if self._showing:
            await self._showing

    async def end(self, page: Page) -> None:
        """Say what came of the work: in the same message, or in a new one where there is none."""
        if self._message_id is None or not await put(self._place, page, self._message_id):
            await send(self._place, page, self._reply_to)

    async def _show(self) -> None:
        shown: Page | None = None
        interval = INTERVAL * (_IN_GROUPS if self._place.in_group else 1)
        while True:
            try:
                await asyncio.wait_for(self._over.wait(), interval)
                return
            except TimeoutError:
                page = self._page()
            if page == shown:
                continue
            try:
                if self._message_id is None:
                    self._message_id = await send(self._place, page, self._reply_to)
                else:
                    await put(self._place, page, self._message_id)
                shown = page
            except TelegramError as error:
                logger.warning("chat %s: no progress shown: %s", self._place.chat.id, error)
