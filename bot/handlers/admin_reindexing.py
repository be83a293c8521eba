"""/reindex: all articles are cut and embedded again while questions are answered; it can be cancelled."""

from __future__ import annotations

import logging
import time
from html import escape

from telegram import Update
from telegram.ext import ContextTypes

from bot import admin_texts, keyboards
from bot.handlers.admin_presses import of_admin
from bot.places import Place
from bot.progress import Progress
from bot.sending import Page, acknowledge, say, send
from bot.settings import BotSettings
from bot.worker import Worker
from index.errors import ArticleIndexError

logger = logging.getLogger(__name__)


class Cancelled(Exception):
    """The articles are to stay as they are."""


class Reindexing:
    """Embeds all articles again, one time after the other."""

    def __init__(self, worker: Worker, settings: BotSettings) -> None:
        """Use the index through `worker`."""
        self._worker = worker
        self._settings = settings
        self._running: int | None = None  # when it began, in microseconds, which its button tells it by
        self._cancelled = False

    async def start(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Embed all articles again, and show how far that is."""
        message = update.effective_message
        if message is None:
            raise TypeError("this handler is for messages")
        place = Place.of(message)
        if self._running is not None:
            await say(place, admin_texts.REINDEXING_ALREADY(), message.message_id)
            return
        self._running, self._cancelled = time.time_ns() // 1000, False
        try:
            total = (await self._worker.look_up(lambda index: index.stats())).articles
            await self._embed(place, message.message_id, total, self._running)
        finally:
            self._running = None

    async def cancel(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """End the embedding that the message tells of; nothing is changed before all is ready."""
        pressed = await of_admin(update, context, self._settings)
        if pressed is None:
            return
        query, _, (began,) = pressed
        if int(began) != self._running:
            await acknowledge(query, admin_texts.NOTHING_TO_CANCEL())
            return
        self._cancelled = True
        await acknowledge(query, admin_texts.CANCELLING(), alert=False)

    async def _embed(self, place: Place, reply_to: int, total: int, number: int) -> None:
        done, began = 0, time.monotonic()

        def page() -> Page:
            said = f"{admin_texts.REINDEXING()}\n{admin_texts.reindexed(done, total)}"
            return Page(escape(said, quote=False), keyboards.cancel(number))

        def progress(count: int, of: int) -> None:
            nonlocal done, total
            done, total = count, of
            if self._cancelled or self._worker.stopping:
                raise Cancelled

        shown = Progress(place, reply_to, page, await send(place, page(), reply_to))
        async with shown:
            try:
                await self._worker.embed(progress)
                said = admin_texts.embedded(total, time.monotonic() - began)
            except Cancelled:
                said = admin_texts.CANCELLED()
            except ArticleIndexError as error:
                logger.error("the articles could not be embedded again: %s", error)
                said = admin_texts.not_embedded(str(error))
        self._running = None  # before the message says so: whoever reads that may start again
        await shown.end(Page(escape(said, quote=False)))
