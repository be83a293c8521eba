"""Inline mode: answers offered while somebody types behind the bot's name in any chat."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence

from telegram import InlineQuery, InlineQueryResultArticle, InlineQueryResultsButton, Update
from telegram.error import BadRequest
from telegram.ext import ContextTypes

from bot import texts
from bot.examples import Examples
from bot.inline_results import results
from bot.settings import BotSettings
from bot.worker import Busy, Stopping, Unwanted, Worker
from index import Answer
from index.normal import normalise

logger = logging.getLogger(__name__)

ASK = "ask"  # with a number behind it: /start asks the question that this recalls
_PATIENCE = 3.0  # seconds; Telegram forgets an inline query after ten, and people sooner
_CACHED = 60  # seconds for which Telegram gives the same results to all who type the same
_KEPT = 256  # answers kept, since people come back to what they typed
_PEOPLE = 10_000
_FEWEST = 3  # characters of a question


class Inline:
    """Answers inline queries; of each person only the newest is worth reading for."""

    def __init__(self, worker: Worker, settings: BotSettings, examples: Examples) -> None:
        """Use the index through `worker`."""
        self._worker = worker
        self._settings = settings
        self._examples = examples
        self._newest: dict[int, str] = {}
        self._answers: dict[tuple[str, int], Answer] = {}

    async def query(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Offer the answer to what was typed so far, or say why there is none."""
        query = update.inline_query
        if query is None:
            raise TypeError("this handler is for inline queries")
        if not self._settings.admits(query.from_user.id):
            await self._reply(query, (), texts.INLINE_CLOSED)
            return
        self._note(query)
        question = normalise(query.query)
        if len(question) < _FEWEST:
            await self._offer_examples(query)
            return
        task = asyncio.create_task(self._find(query, question))
        try:
            answer = await asyncio.wait_for(asyncio.shield(task), _PATIENCE)
        except Unwanted:
            return
        except TimeoutError:
            task.add_done_callback(_log)
            if self._is_newest(query):
                await self._reply(query, (), texts.INLINE_LATER, question)
        except (Busy, Stopping):
            await self._reply(query, (), texts.INLINE_BUSY, question)
        else:
            found = results(answer)
            await self._reply(query, found, None if found else texts.INLINE_NOT_FOUND, question, _CACHED)

    async def _offer_examples(self, query: InlineQuery) -> None:
        """Offer what the example questions are answered with, as far as that is known by now."""
        chosen = await self._worker.look_up(self._examples.choose)
        known = [await self._cached(question) for _, question in chosen]
        found = [one for answer in known if answer for one in results(answer)[:1]]
        await self._reply(query, found, texts.INLINE_EMPTY)
        # Whoever begins to type may come back to them.
        for (_, question), answer in zip(chosen, known, strict=True):
            if answer is None:
                task = asyncio.create_task(self._find(query, question))
                task.add_done_callback(_log)

    async def _find(self, query: InlineQuery, question: str) -> Answer:
        """Return the answer, kept until the articles change. Raises Unwanted once the person typed on."""
        kept = await self._cached(question)
        if kept:
            return kept
        generation = await self._generation()
        answer = await self._worker.answer(question, _say_nothing, wanted=lambda: self._is_newest(query))
        self._answers[question, generation] = answer
        if len(self._answers) > _KEPT:
            del self._answers[next(iter(self._answers))]
        return answer

    async def _cached(self, question: str) -> Answer | None:
        return self._answers.get((question, await self._generation()))

    async def _generation(self) -> int:
        return await self._worker.look_up(lambda index: index.generation)

    def _note(self, query: InlineQuery) -> None:
        self._newest.pop(query.from_user.id, None)
        self._newest[query.from_user.id] = query.id
        if len(self._newest) > _PEOPLE:
            del self._newest[next(iter(self._newest))]

    def _is_newest(self, query: InlineQuery) -> bool:
        return self._newest.get(query.from_user.id) == query.id

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
            button = InlineQueryResultsButton(label, start_parameter=f"{ASK}{number}" if number else "start")
        personal = bool(self._settings.allowed_chats)
        try:
            await query.answer(list(found), cache_time=cached, is_personal=personal, button=button)
        except BadRequest as error:
            logger.warning("answerInlineQuery: %s", error)


async def _say_nothing(before: int) -> None:
    """Tell nobody how long the queue is: there is no chat to say it in."""


def _log(task: asyncio.Task[Answer]) -> None:
    """Log why an answer that nobody waits for any more was not found, where that was a fault."""
    error = None if task.cancelled() else task.exception()
    if error and not isinstance(error, (Unwanted, Busy, Stopping)):
        logger.error("an inline query failed: %s", error, exc_info=error)
