"""/reindex: all articles are cut and embedded again while questions are answered; it can be cancelled."""

from __future__ import annotations

import logging
import time
from html import escape

from telegram import Update
from telegram.ext import ContextTypes

from bot import admin_keyboards, admin_texts
from bot.handlers.admin_presses import of_admin
from bot.jobs import Ended, Job, Jobs
from bot.places import Place
from bot.progress import Progress
from bot.sending import Page, acknowledge, say, send
from bot.settings import BotSettings
from bot.worker import Worker
from index.errors import ArticleIndexError

logger = logging.getLogger(__name__)


class Reindexing:
    """Embeds all articles again, one time after the other."""

    def __init__(self, worker: Worker, settings: BotSettings, jobs: Jobs) -> None:
        """Use the index through `worker`; all work is among the `jobs`."""
        self._worker = worker
        self._settings = settings
        self._jobs = jobs
        self._running = False

    async def start(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Embed all articles again, and show how far that is."""
        message = update.effective_message
        if message is None:
            raise TypeError("this handler is for messages")
        place = Place.of(message)
        if self._running:
            await say(place, admin_texts.REINDEXING_ALREADY(), message.message_id)
            return
        self._running = True
        try:
            with self._jobs.begin() as job:
                total = (await self._worker.look_up(lambda index: index.stats())).articles
                shown, said = await self._embed(place, message.message_id, total, job)
        finally:
            self._running = False
        await shown.end(Page(escape(said, quote=False)))

    async def cancel(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """End the long work that the message tells of, this or the adding of articles, before it is complete."""
        pressed = await of_admin(update, context, self._settings)
        if pressed is None:
            return
        query, _, (number,) = pressed
        if self._jobs.cancel(int(number)):
            await acknowledge(query, admin_texts.CANCELLING(), alert=False)
        else:
            await acknowledge(query, admin_texts.NOTHING_TO_CANCEL())

    async def _embed(self, place: Place, reply_to: int, total: int, job: Job) -> tuple[Progress, str]:
        """Embed all, and return what showed how far it was, and what is to be said in the end."""
        began = time.monotonic()

        def page() -> Page:
            said = f"{admin_texts.REINDEXING()}\n{admin_texts.reindexed(job.done, total)}"
            return Page(escape(said, quote=False), admin_keyboards.cancel(job.number))

        def progress(count: int, of: int) -> None:
            nonlocal total
            job.done, total = count, of
            job.check()

        shown = Progress(place, reply_to, page, await send(place, page(), reply_to))
        async with shown:
            try:
                await self._worker.embed(progress)
                said = admin_texts.embedded(total, time.monotonic() - began)
            except Ended:
                said = admin_texts.CANCELLED()
            except ArticleIndexError as error:
                logger.error("the articles could not be embedded again: %s", error)
                said = admin_texts.not_embedded(str(error))
        return shown, said
