"""/reindex embeds everything again, shows how far it is, and can be cancelled while nothing is changed yet."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator

import pytest

from bot import admin_texts, progress, stopping
from bot.worker import Worker
from index import Article, ArticleIndex
from index.errors import StoreError
from tests.botapi import BotApi
from tests.samples import BRIDGE, HARVEST, PORT

from .newsdesk import Desk, labels_of
from .serving import until

FLOODS = [Article(f"The river rose by {n} metres.", title=f"Flood {n}") for n in range(1, 12)]


class Slow(ArticleIndex):
    """An index that embeds again only as far as it is let; how long a real one takes is not for a test to say."""

    free: threading.Semaphore
    fault: StoreError | None = None

    def rebuild(self, *, embed: bool = False, progress: Callable[[int, int], None] | None = None) -> None:
        """Wait before each step, and fail where it is to."""

        def step(done: int, of: int) -> None:
            self.free.acquire(timeout=10)
            assert progress
            progress(done, of)

        if self.fault:
            raise self.fault
        super().rebuild(embed=embed, progress=step)


@pytest.fixture
def slow(library: ArticleIndex) -> Iterator[Slow]:
    """Return an index of fourteen articles, which are embedded in two steps."""
    library.add(FLOODS)
    opened = Slow.open(library.settings)
    opened.free = threading.Semaphore(0)
    yield opened
    opened.free.release(100)
    opened.close()


@pytest.fixture
def desk(slow: Slow) -> Iterator[Desk]:
    """Return a bot that uses the slow index, and its admin."""
    with BotApi() as api:
        yield Desk(api, slow, api.person("Ada"))


def test_everything_is_embedded_again_while_questions_are_answered(
    desk: Desk, slow: Slow, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One message says how far it is, and in the end that it is done; a second /reindex meanwhile changes nothing."""
    monkeypatch.setattr(progress, "INTERVAL", 0.05)
    before = slow.generation

    def act() -> None:
        sent = desk.ada.says("/reindex")
        shown = desk.ada.hears()
        assert shown.reply_to == sent
        assert shown.text == f"{admin_texts.REINDEXING()}\n{admin_texts.reindexed(0, 14)}"
        assert labels_of(shown) == ["Cancel"]
        slow.free.release()
        shown = desk.ada.sees_edited(shown)
        assert shown.text == f"{admin_texts.REINDEXING()}\n{admin_texts.reindexed(8, 14)}"
        desk.ada.says("/reindex")
        assert desk.ada.hears().text == admin_texts.REINDEXING_ALREADY()
        desk.ada.says("What did the new terminal cost?")
        assert str(PORT.title) in desk.ada.hears().text
        desk.ada.sends_file("ferry.txt", b"The ferry to Elmsford sails again from Monday on.")
        until(lambda: len(slow.articles()) == 15)
        slow.free.release(5)
        done = desk.ada.sees_edited(shown)
        while "Done" not in done.text:
            done = desk.ada.sees_edited(done)
        assert done.text.startswith("Done: 14 articles are embedded again, in ")
        assert labels_of(done) == []

    desk.while_serving(act)
    assert slow.generation > before + 1
    assert len(slow.articles()) == 15
    assert slow.check() == []


def test_it_can_be_cancelled(desk: Desk, slow: Slow) -> None:
    """Nothing is changed; the button of the message is good for one time only, and it can be started again."""
    before = slow.generation

    def act() -> None:
        desk.ada.says("/reindex")
        shown = desk.ada.hears()
        assert desk.ada.presses(shown, "Cancel").answered().text == admin_texts.CANCELLING()
        slow.free.release()
        assert desk.ada.sees_edited(shown).text == admin_texts.CANCELLED()
        again = desk.ada.presses(shown, "Cancel").answered()
        assert (again.text, again.show_alert) == (admin_texts.NOTHING_TO_CANCEL(), True)
        slow.free.release(5)
        desk.ada.says("/reindex")
        assert desk.ada.sees_edited(desk.ada.hears()).text.startswith("Done")

    desk.while_serving(act)
    assert slow.generation == before + 1


def test_the_end_of_the_program_cancels_it(desk: Desk, slow: Slow, monkeypatch: pytest.MonkeyPatch) -> None:
    """The program need not wait for the end of long work, and the message says what became of it."""
    before, hurry = slow.generation, Worker.hurry

    def hurry_and_go_on(worker: Worker) -> None:
        hurry(worker)
        slow.free.release()

    monkeypatch.setattr(Worker, "hurry", hurry_and_go_on)
    monkeypatch.setattr(stopping, "_HURRY", 0.0)

    def act() -> None:
        desk.ada.says("/reindex")
        desk.ada.hears()

    desk.while_serving(act)
    assert desk.ada.screen[0].text == admin_texts.CANCELLED()
    assert slow.generation == before


def test_why_it_failed_is_said(desk: Desk, slow: Slow) -> None:
    """Instead of an apology, since the admin can do something about it."""
    slow.fault = StoreError("the disk is full; make room")

    def act() -> None:
        desk.ada.says("/reindex")
        shown = desk.ada.hears()
        assert desk.ada.sees_edited(shown).text == admin_texts.not_embedded("the disk is full; make room")

    desk.while_serving(act)
    assert {PORT, BRIDGE, HARVEST} <= set(slow.articles())
