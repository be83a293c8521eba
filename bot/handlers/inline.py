"""Inline mode: answers offered while somebody types behind the bot's name in any chat."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence
from typing import TypeVar

from telegram import InlineQuery, InlineQueryResultArticle, InlineQueryResultsButton, Update
from telegram.error import BadRequest
from telegram.ext import ContextTypes

from bot import labels, links, smalltalk, texts
from bot.examples import Examples
from bot.inline_results import example, results
from bot.sending import is_late
from bot.settings import BotSettings
from bot.worker import Busy, Stopping, Worker
from index import Answer
from index.normal import normalise

logger = logging.getLogger(__name__)

Found = TypeVar("Found")

_PATIENCE = 3.0  # seconds; Telegram forgets an inline query after ten, and people sooner
_PAUSE = 0.3  # seconds; whoever types on within them does not want to know yet
_CACHED = 60  # seconds for which Telegram gives the same results to all who type the same
_FEWEST = 3  # characters of a question


class Inline:
    """Answers inline queries; of each person only the newest is worth reading for."""

    def __init__(self, worker: Worker, settings: BotSettings, examples: Examples) -> None:
        """Use the index through `worker`."""
        self._worker = worker
        self._settings = settings
        self._choose = examples.choose
        self._newest: dict[int, asyncio.Task[Answer]] = {}

    async def query(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Offer the answer to what was typed so far, or say why there is none."""
        query = update.inline_query
        if query is None:
            raise TypeError("this handler is for inline queries")
        if not self._settings.admits(query.from_user.id):
            await self._reply(query, (), labels.INLINE_CLOSED())
            return
        question = normalise(query.query)
        if len(question) < _FEWEST or smalltalk.reply_to(question):
            self._supersede(query, None)
            await self._offer_examples(query)
            return
        task = asyncio.create_task(self._find(question, _PAUSE))
        self._supersede(query, task)
        await asyncio.wait([task], timeout=_PATIENCE)
        if task.cancelled():
            return
        if not task.done():
            task.add_done_callback(_log)
            await self._reply(query, (), labels.INLINE_LATER(), question)
            return
        try:
            answer = task.result()
        except (Busy, Stopping):
            await self._reply(query, (), labels.INLINE_BUSY(), question)
            return
        found = results(answer)
        refusal = texts.NO_SOURCES() if answer.reason == "empty_index" else labels.INLINE_NOT_FOUND()
        await self._reply(query, found, None if found else refusal, question, _CACHED)

    async def _offer_examples(self, query: InlineQuery) -> None:
        """Offer the example questions, as far as their answers are known in time."""
        task = asyncio.create_task(self._examples())
        await asyncio.wait([task], timeout=_PATIENCE)
        if not task.done():
            task.add_done_callback(_log)
        await self._reply(query, task.result() if task.done() else (), labels.INLINE_EMPTY())

    async def _examples(self) -> list[InlineQueryResultArticle]:
        """Return the example questions that are answered."""
        try:
            answers = [await self._find(question) for _, question in await self._worker.look_up(self._choose)]
        except (Busy, Stopping):
            return []
        return [shown for answer in answers if (shown := example(answer))]

    async def _find(self, question: str, pause: float = 0.0) -> Answer:
        """Return the answer to what is still typed after a pause."""
        await asyncio.sleep(pause)
        return await self._worker.answer(question)

    def _supersede(self, query: InlineQuery, task: asyncio.Task[Answer] | None) -> None:
        """Give up what the person typed before: it leaves the queue, and is not answered."""
        person = query.from_user.id
        before = self._newest.pop(person, None)
        if before:
            before.cancel()
        if task:
            self._newest[person] = task
            task.add_done_callback(lambda _: self._newest.get(person) is task and self._newest.pop(person))

    async def _reply(
        self,
        query: InlineQuery,
        found: Sequence[InlineQueryResultArticle],
        label: str | None,
        question: str = "",
        cached: int = 0,
    ) -> None:
        """Answer the query, with a button into the private chat under `label`; a late answer is only logged."""
        button = None
        if label:
            number = await self._worker.look_up(lambda index: index.remember(question)) if question else None
            button = InlineQueryResultsButton(label, start_parameter=links.parameter(number) if number else "start")
        try:  # personal, since another person may have another language, or not be served
            await query.answer(list(found), cache_time=cached, is_personal=True, button=button)
        except BadRequest as error:
            if not is_late(error):
                raise
            logger.warning("answerInlineQuery: %s", error)


def _log(task: asyncio.Task[Found]) -> None:
    """Log why an answer that nobody waits for any more was not found, where that was a fault."""
    error = None if task.cancelled() else task.exception()
    if error and not isinstance(error, (Busy, Stopping)):
        logger.error("an inline query failed: %s", error, exc_info=error)
