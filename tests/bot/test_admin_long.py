"""Adding takes its time: nobody waits for it, it shows how far it is, and a restart ends it in order."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterable, Iterator

import pytest

from bot import admin_texts, progress, stopping
from bot.worker import Worker
from index import Article, ArticleIndex
from index.records import Added
from tests.botapi import BotApi
from tests.samples import PORT

from .newsdesk import Desk, labels_of
from .serving import until

LINES = [json.dumps({"title": f"Flood {n}", "text": f"The river rose by {n} metres."}) for n in range(1, 21)]


class Slow(ArticleIndex):
    """An index that adds only as far as it is let; how long a real one takes is not for a test to say."""

    free: threading.Semaphore

    def add(
        self,
        articles: Iterable[Article],
        *,
        collection: str | None = None,
        progress: Callable[[Added], None] | None = None,
    ) -> list[Added]:
        """Wait after each article."""

        def step(added: Added) -> None:
            self.free.acquire(timeout=10)
            if progress:
                progress(added)

        return super().add(articles, collection=collection, progress=step)


@pytest.fixture
def slow(library: ArticleIndex) -> Iterator[Slow]:
    """Return an index of three articles."""
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


def test_answers_and_lists_do_not_wait_for_what_is_added(desk: Desk, slow: Slow) -> None:
    """Not even in the chat of the admin who adds it."""

    def act() -> None:
        desk.ada.sends_file("ferry.txt", b"The ferry to Elmsford sails again from Monday on.")
        desk.ada.says("What did the new terminal cost?")
        assert str(PORT.title) in desk.ada.hears().text
        desk.ada.says("/articles")
        assert "newest first" in desk.ada.hears().text
        slow.free.release()
        assert desk.ada.hears().bold == ["Added"]

    desk.while_serving(act)


def test_many_articles_show_how_far_they_are(desk: Desk, slow: Slow, monkeypatch: pytest.MonkeyPatch) -> None:
    """One message, which the receipt takes the place of."""
    monkeypatch.setattr(progress, "INTERVAL", 0.05)

    def act() -> None:
        sent = desk.ada.sends_file("news.jsonl", "\n".join(LINES).encode())
        shown = desk.ada.hears()
        assert (shown.text, shown.reply_to) == (admin_texts.adding(0), sent)
        slow.free.release(9)
        while shown.text != admin_texts.adding(9):
            shown = desk.ada.sees_edited(shown)
        slow.free.release(11)
        while not shown.bold:
            shown = desk.ada.sees_edited(shown)
        assert shown.bold == ["added: 20"]
        assert labels_of(shown) == ["Undo"]
        desk.ada.hears_nothing(0.2)

    desk.while_serving(act)


def test_removing_and_undoing_do_not_wait_for_what_is_added(desk: Desk, slow: Slow) -> None:
    """A press of a button is answered while many articles are on their way."""

    def act() -> None:
        desk.ada.sends_file("news.jsonl", "\n".join(LINES).encode())
        desk.ada.says(f"/remove {PORT.id}")
        asking = desk.ada.hears()
        desk.ada.presses(asking, "Remove").answered()
        receipt = desk.ada.sees_edited(asking)
        desk.ada.presses(receipt, "Undo").answered()
        assert PORT in slow.articles()
        assert len(slow.articles()) < 3 + len(LINES)
        slow.free.release(100)
        assert desk.ada.hears().bold == ["added: 20"]

    desk.while_serving(act)


def test_progress_is_edited_every_three_seconds_at_most() -> None:
    """More would count against Telegram's limits."""
    assert progress.INTERVAL >= 3


def test_the_end_of_the_program_ends_it_in_order(desk: Desk, slow: Slow) -> None:
    """The receipt says what is in, and has a button that adds the rest; Undo knows each part."""
    hurry = Worker.hurry

    def hurry_and_go_on(worker: Worker) -> None:
        hurry(worker)
        slow.free.release(100)

    def before() -> None:
        desk.ada.sends_file("news.jsonl", "\n".join(LINES).encode())
        slow.free.release()
        until(lambda: len(slow.articles()) > 3)

    def after() -> None:
        [receipt] = desk.ada.screen
        assert receipt.text.startswith(admin_texts.STOPPED())
        assert receipt.bold == ["added: 8"]
        assert labels_of(receipt) == ["Undo", "Go on"]
        desk.ada.hears()
        desk.ada.presses(receipt, "Go on").answered()
        assert desk.ada.hears().bold == ["added: 12, unchanged: 8"]
        desk.ada.presses(receipt, "Undo").answered()
        assert len(slow.articles()) == 15

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Worker, "hurry", hurry_and_go_on)
        patch.setattr(stopping, "_HURRY", 0.0)
        desk.while_serving(before)
    desk.while_serving(after)
