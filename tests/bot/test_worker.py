"""Questions are answered one at a time, in order, off the event loop; the queue has an end."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager
from datetime import date
from typing import Any

import pytest

from bot.worker import Busy, Stopping, Worker
from index import Answer, ArticleIndex, Settings
from index.reviews import Shown
from index.store import Feedback


class Forgetful(Feedback):
    """Feedback without a disk."""

    def __init__(self) -> None:
        """Need nothing."""

    def note(self, answer: Answer, asked: date) -> int:
        """Give every answer the same number."""
        return 1

    def shown(self, number: int) -> Shown | None:
        """Remember nothing."""
        return None


class Held(ArticleIndex):
    """An index that answers only when it is let; how long a real one takes is not for a test to say."""

    def __init__(self) -> None:
        """Hold every answer back."""
        self.free = threading.Semaphore(0)
        self.asked: list[str] = []
        self.feedback = Forgetful()
        self.settings = Settings.load()

    def answer(
        self,
        question: str,
        *,
        asked: date | None = None,
        min_confidence: float | None = None,
        about: str | None = None,
        collection: str | None = None,
    ) -> Answer:
        """Wait until let, and answer nothing."""
        self.asked.append(question)
        self.free.acquire(timeout=10)
        return Answer(question, "not_found", 0.0, reason="not_in_articles")

    def remember(self, question: str) -> int:
        """Give every question the same number."""
        return 1

    @property
    def generation(self) -> int:
        """Stay as it is."""
        return 1


@asynccontextmanager
async def working(index: Held, length: int = 10, notice: float = 10) -> AsyncIterator[Worker]:
    """Give a worker, closed at the end."""
    worker = Worker(index, length=length, notice=notice)
    try:
        yield worker
    finally:
        index.free.release(100)
        worker.close()


def run(test: Coroutine[Any, Any, None]) -> None:
    """Run an asynchronous test."""
    asyncio.run(asyncio.wait_for(test, 10))


async def ignore(before: int) -> None:
    """Hear a notice and do nothing."""


async def until_asked(index: Held, times: int) -> None:
    """Wait until the index was asked so often."""
    while len(index.asked) < times:
        await asyncio.sleep(0.01)


def test_questions_are_answered_in_order() -> None:
    """Each question gets its own answer, the first comes first."""

    async def test() -> None:
        index = Held()
        async with working(index) as worker:
            index.free.release(3)
            answers = await asyncio.gather(*(worker.answer(question, ignore) for question in "abc"))
            assert [answer.question for answer in answers] == ["a", "b", "c"]
            assert index.asked == ["a", "b", "c"]

    run(test())


def test_whoever_waits_long_hears_how_many_are_before() -> None:
    """The third of three questions has two before it; the one in hand is told nothing."""

    async def test() -> None:
        index, heard = Held(), dict[str, int]()

        async def ask(question: str, worker: Worker) -> None:
            async def told(before: int) -> None:
                heard[question] = before

            await worker.answer(question, told)

        async with working(index, notice=0.05) as worker:
            asking = [asyncio.create_task(ask(question, worker)) for question in "abc"]
            await asyncio.sleep(0.3)
            index.free.release(3)
            await asyncio.gather(*asking)
        assert heard == {"b": 1, "c": 2}

    run(test())


def test_whoever_gives_up_leaves_the_queue() -> None:
    """The question is never read, its place is free at once, and nobody else is told a wrong number."""

    async def test() -> None:
        index, heard = Held(), list[int]()

        async def told(before: int) -> None:
            heard.append(before)

        async with working(index, length=3, notice=0.2) as worker:
            asking = [asyncio.create_task(worker.answer(question, told)) for question in "abcd"]
            await until_asked(index, 1)
            for gone in asking[1:3]:
                gone.cancel()
            await asyncio.wait(asking[1:3])
            asking.append(asyncio.create_task(worker.answer("e", told)))
            await asyncio.sleep(0.4)
            index.free.release(10)
            assert (await asking[0]).question == "a"
            assert [(await one).question for one in asking[3:]] == ["d", "e"]
        assert heard == [1, 2]
        assert index.asked == ["a", "d", "e"]

    run(test())


def test_a_full_queue_takes_no_more() -> None:
    """With one question in hand and one waiting of at most one, the next is refused, and later ones are not."""

    async def test() -> None:
        index = Held()
        async with working(index, length=1) as worker:
            asking = [asyncio.create_task(worker.answer(question, ignore)) for question in "ab"]
            await until_asked(index, 1)
            with pytest.raises(Busy):
                await worker.answer("c", ignore)
            index.free.release(3)
            await asyncio.gather(*asking)
            assert (await worker.answer("d", ignore)).question == "d"

    run(test())


def test_in_a_hurry_only_the_question_in_hand_is_answered() -> None:
    """What waits is given up, what was begun is finished."""

    async def test() -> None:
        index = Held()
        async with working(index) as worker:
            first, second = (asyncio.create_task(worker.answer(question, ignore)) for question in "ab")
            await until_asked(index, 1)
            worker.hurry()
            index.free.release()
            assert (await first).question == "a"
            with pytest.raises(Stopping):
                await second

    run(test())


def test_lookups_do_not_wait_for_questions() -> None:
    """A short look into the index comes back while a question is being answered."""

    async def test() -> None:
        index = Held()
        async with working(index) as worker:
            asking = asyncio.create_task(worker.answer("a", ignore))
            await until_asked(index, 1)
            assert await worker.look_up(lambda index: index is not None)
            index.free.release()
            await asking

    run(test())


def test_what_was_answered_is_not_asked_again() -> None:
    """The same question has its answer at once, and one that is about an article where that is the same."""

    async def test() -> None:
        index = Held()
        async with working(index) as worker:
            index.free.release(3)
            first = await worker.answer("a")
            assert await worker.answer("a", about="port") is first
            await worker.answer("who wrote it?", about="port")
            await worker.answer("who wrote it?", about="bridge")
            await worker.answer("who wrote it?", about="port")
            assert index.asked == ["a", "who wrote it?", "who wrote it?"]

    run(test())
