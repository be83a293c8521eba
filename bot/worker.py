"""The models off the event loop: one thread answers, in order; whoever waits is told, and the queue has an end."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from datetime import date
from functools import partial
from itertools import count
from typing import TypeVar

from bot.recent import Recent
from bot.topics import Topics
from index import Answer, ArticleIndex
from index.about import aspect_of
from index.interrupting import go_on, unless

Found = TypeVar("Found")

_KEPT = 256  # answers kept, since people look around in what they were answered, and type the same again


class Busy(Exception):
    """So many questions wait already that no other can."""


class Stopping(Exception):
    """The program ends before this question's turn."""


class Worker:
    """An index used from the event loop."""

    def __init__(self, index: ArticleIndex, *, length: int, notice: float) -> None:
        """Let at most `length` questions wait; tell whoever waits longer than `notice` seconds."""
        self._index = index
        self._length = length
        self._notice = notice
        self._answering = ThreadPoolExecutor(1, "answers")
        # Lookups take milliseconds: with a thread of their own, buttons do not wait for the questions of others.
        self._reading = ThreadPoolExecutor(1, "lookups")
        # Nor do answers and lookups wait for changes, nor those on buttons for many articles that are added.
        self._changing = ThreadPoolExecutor(1, "changes")
        self._adding = ThreadPoolExecutor(1, "adding")
        self._embedding = ThreadPoolExecutor(1, "embedding")
        self._watching = ThreadPoolExecutor(1, "watching")
        self._turns = count()
        self._open: set[int] = set()
        self._stopping = False
        self._is_watching = True
        self._answers: Recent[tuple[str, str | None, str | None, int, date], Answer] = Recent(_KEPT)
        self.topics = Topics()

    async def answer(
        self,
        question: str,
        told: Callable[[int], Awaitable[None]] | None = None,
        about: str | None = None,
        collection: str | None = None,
    ) -> Answer:
        """Answer a question in its turn; `told` hears how many are before it if that takes long.

        `about` is the id of the article that is talked about; without a `collection` all articles are asked. What was
        answered a moment ago is not asked again, until the articles change, or the day, which "yesterday" depends on. A
        question whose asker is cancelled leaves the queue. Raises Busy where the queue is full, Stopping where `hurry`
        came before this turn.
        """
        if aspect_of(question) is None:
            about = None  # it makes no difference, and the answer is known whatever was talked about
        key = question, about, collection, await self.look_up(lambda index: index.generation), date.today()
        known = self._answers.get(key)
        if known is None:
            ask = partial(self._index.answer, question, about=about, collection=collection)
            known = self._answers[key] = await self._in_turn(ask, told)
        return known

    async def _in_turn(self, ask: Callable[[], Answer], told: Callable[[int], Awaitable[None]] | None) -> Answer:
        if len(self._open) > self._length:
            raise Busy
        turn = next(self._turns)
        self._open.add(turn)
        job = asyncio.get_running_loop().run_in_executor(self._answering, self._answer, ask)
        job.add_done_callback(lambda _: self._open.discard(turn))
        try:
            await asyncio.wait([job], timeout=self._notice)
            before = sum(other < turn for other in self._open)
            if told and before and not job.done():
                await told(before)
            return await job
        finally:
            job.cancel()

    async def look_up(self, call: Callable[[ArticleIndex], Found]) -> Found:
        """Return what a short call finds in the index; it does not wait for questions.

        It runs in this context, and so in the language spoken.
        """
        here = copy_context().run
        return await asyncio.get_running_loop().run_in_executor(self._reading, here, call, self._index)

    async def change(self, call: Callable[[ArticleIndex], Found], *, long: bool = False) -> Found:
        """Return what a call that changes articles returns, after all earlier ones; a long one ends when `stopping`."""
        here, thread = copy_context().run, self._adding if long else self._changing
        return await asyncio.get_running_loop().run_in_executor(thread, here, call, self._index)

    async def embed(self, progress: Callable[[int, int], None]) -> None:
        """Embed all articles again; `progress` is told how many are done and of how many, and may raise to end it.

        Articles may be changed meanwhile.
        """
        await asyncio.get_running_loop().run_in_executor(
            self._embedding, lambda: self._index.rebuild(embed=True, progress=progress)
        )

    async def watch(self, call: Callable[[ArticleIndex], Found]) -> Found:
        """Return what a call finds that looks at what is watched; nobody else waits for it.

        Raises Interrupted once watching is to end, however long it is kept waiting by others.
        """

        def look() -> Found:
            with unless(lambda: self._stopping or not self._is_watching):
                go_on()
                return call(self._index)

        return await asyncio.get_running_loop().run_in_executor(self._watching, look)

    def stop_watching(self) -> None:
        """Let what `watch` has in hand, and every later call of it, raise Interrupted."""
        self._is_watching = False

    @property
    def stopping(self) -> bool:
        """Whether long work should come to an end."""
        return self._stopping

    def hurry(self) -> None:
        """Let the question in hand be answered, and every later one raise Stopping."""
        self._stopping = True

    def close(self) -> None:
        """Wait for what is in hand, and end the threads."""
        self.hurry()
        for thread in (self._answering, self._reading, self._changing, self._adding, self._embedding, self._watching):
            thread.shutdown()

    def _answer(self, ask: Callable[[], Answer]) -> Answer:
        """Answer on the thread."""
        if self._stopping:
            raise Stopping
        return ask()
