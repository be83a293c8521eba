"""Messages of one chat are handled one after the other, those of different chats at the same time."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable
from typing import Any
from weakref import WeakValueDictionary

from telegram import Update
from telegram.ext import BaseUpdateProcessor

from bot.crowd import Crowd

_AT_ONCE = 10_000  # chats; the queue of questions is bounded elsewhere, a message that waits costs a few kilobytes


class OnePerChat(BaseUpdateProcessor):
    """Keeps answers in the order of their questions, and lets nobody fill the queue alone."""

    def __init__(self, crowd: Crowd) -> None:
        """Begin with no chat; `crowd` says what is too much of one."""
        super().__init__(_AT_ONCE)
        self._crowd = crowd
        self._locks: WeakValueDictionary[tuple[int, bool], asyncio.Lock] = WeakValueDictionary()

    async def do_process_update(self, update: object, coroutine: Awaitable[Any]) -> None:
        """Handle an update when its chat's earlier messages are done, an edit when its earlier edits are.

        An edit must not wait for its own message: that is then answered as it reads now. Buttons and guest queries
        never wait, since they expire; nor does what is too much, since that is only refused.
        """
        if not isinstance(update, Update):
            await coroutine
            return
        with self._crowd.enter(update) as too_many:
            chat = update.effective_chat
            if chat is None or too_many or update.callback_query or update.guest_message:
                await coroutine
                return
            async with self._locks.setdefault((chat.id, update.edited_message is not None), asyncio.Lock()):
                await coroutine

    async def initialize(self) -> None:
        """Need nothing."""

    async def shutdown(self) -> None:
        """Leave nothing."""
