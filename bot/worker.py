"""The models off the event loop: one thread answers, in order; whoever waits is told, and the queue has an end."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from bot.topics import Topics
from index import Answer, ArticleIndex

Found = TypeVar("Found")


class Busy(Exception):
    """So many questions wait already that no other can."""


class Stopping(Exception):
    """The program ends before this question's turn."""


class Unwanted(Exception):
    """Nobody waits for this answer any more."""


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
        self._asked = 0
        self._finished = 0
        self._stopping = False
        self.topics = Topics()

    async def answer(
        self,
        question: str,
        told: Callable[[int], Awaitable[None]],
        about: str | None = None,
        wanted: Callable[[], bool] = lambda: True,
    ) -> Answer:
        """Answer a question in its turn; `told` hears how many are before it if that takes long.

        `about` is the id of the article that is talked about.
        Raises Busy where the queue is full, Stopping where `hurry` came before this turn, Unwanted where the answer
        is not `wanted` any more by then.
        """
        if self._asked - self._finished > self._length:
            raise Busy
        turn = self._asked
        self._asked += 1
        job = asyncio.get_running_loop().run_in_executor(self._answering, self._answer, question, about, wanted)
        job.add_done_callback(self._count)
        await asyncio.wait([job], timeout=self._notice)
        before = turn - self._finished
        if before and not job.done():
            await told(before)
        return await job

    async def look_up(self, call: Callable[[ArticleIndex], Found]) -> Found:
        """Return what a short call finds in the index; it does not wait for questions."""
        return await asyncio.get_running_loop().run_in_executor(self._reading, call, self._index)

    def hurry(self) -> None:
        """Let the question in hand be answered, and every later one raise Stopping."""
        self._stopping = True

    def close(self) -> None:
        """Wait for what is in hand, and end the threads."""
        self.hurry()
        self._answering.shutdown()
        self._reading.shutdown()

    def _answer(self, question: str, about: str | None, wanted: Callable[[], bool]) -> Answer:
        """Answer on the thread."""
        if self._stopping:
            raise Stopping
        if not wanted():
            raise Unwanted
        return self._index.answer(question, about=about)

    def _count(self, job: asyncio.Future[Answer]) -> None:
        """Note that one more question is done with."""
        self._finished += 1
