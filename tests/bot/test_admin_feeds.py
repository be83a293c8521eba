"""An admin adds a feed in chat: its items are articles, and it is watched from then on."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler

import pytest

from bot import admin_texts, feed_texts, progress
from index import ArticleIndex
from index.feeds import Watched
from index.folders import Folder
from index.store import Feeds, Folders
from tests.botapi import Answer, BotApi
from tests.index.feeds.making import item, rss, story
from tests.index.fetching.serving import Page, Server, page, serving, status

from .newsdesk import Desk, labels_of

_XML = "application/rss+xml"
_NEXT_YEAR = datetime.now(UTC) + timedelta(days=365)


@pytest.fixture
def desk(library: ArticleIndex) -> Iterator[Desk]:
    """Return a bot that knows three articles, and its admin."""
    with BotApi() as api:
        yield Desk(api, library, api.person("Ada"))


@pytest.fixture
def news() -> Iterator[Server]:
    """Return a server with a feed of three items, of which one leads nowhere."""
    with serving() as server:
        for name in ("Ferry sails", "Port grows"):
            server.pages[f"/{name[0].lower()}"] = page(story(name))
        server.pages["/feed"] = page(rss(item("/f"), item("/p", "Port"), item("/x", "Gone")), _XML)
        yield server


def allowed(server: Server) -> dict[str, str]:
    """Return the setting that lets the bot fetch from a server on this machine."""
    return {"fetch_allow": f"127.0.0.1:{server.port}"}


def feeds_of(desk: Desk) -> list[Watched]:
    """Return the feeds that are watched."""
    with closing(Feeds(desk.index.settings.articles_home)) as feeds:
        return feeds.all()


def added(desk: Desk, news: Server) -> Answer:
    """Add the feed, and return the receipt."""
    desk.ada.says(news.address("/feed"))
    return desk.ada.hears()


@pytest.mark.parametrize("said", ["{url}", "/add {url}"])
def test_a_feed_is_added_and_watched(desk: Desk, news: Server, said: str) -> None:
    """The receipt says its title, what became of its items, and that it is watched; Undo takes all of that back."""

    def act() -> None:
        sent = desk.ada.says(said.format(url=news.address("/feed")))
        receipt = desk.ada.hears()
        assert receipt.reply_to == sent
        assert receipt.bold == [feed_texts.watched("Coast Courier"), "added: 2, not added: 1"]
        assert "404" in receipt.text
        assert labels_of(receipt) == ["Undo"]
        assert [one.url for one in feeds_of(desk)] == [news.address("/feed")]
        assert len(desk.index.articles()) == 5
        desk.ada.presses(receipt, "Undo").answered()
        assert desk.ada.sees_edited(receipt).text == admin_texts.UNDONE()

    desk.while_serving(act, **allowed(news))
    assert feeds_of(desk) == []
    assert len(desk.index.articles()) == 3


def test_a_feed_that_is_watched_already_stays_so(desk: Desk, news: Server) -> None:
    """It is looked at again; Undo of that takes out what was new, and leaves the feed."""

    def act() -> None:
        added(desk, news)
        news.pages["/n"] = page(story("News of today"))
        news.pages["/feed"] = page(rss(item("/n"), item("/f"), item("/p")), _XML)
        receipt = added(desk, news)
        assert receipt.bold == [feed_texts.watched("Coast Courier"), "added: 1"]
        desk.ada.presses(receipt, "Undo").answered()
        assert desk.ada.sees_edited(receipt).text == admin_texts.UNDONE()

    desk.while_serving(act, **allowed(news))
    assert len(feeds_of(desk)) == 1
    assert len(desk.index.articles()) == 5


def test_feeds_are_listed_and_looked_at(desk: Desk, news: Server) -> None:
    """Title, address and times; a look adds what is new, or says that nothing is."""

    def act() -> None:
        desk.ada.says("/feeds")
        assert desk.ada.hears().text == feed_texts.NONE()
        news.pages["/feed"] = page(rss(item("/f")), _XML)
        added(desk, news)
        desk.ada.says("/feeds")
        shown = desk.ada.hears()
        heading, entry = shown.text.split("\n\n")
        assert heading == "1 feed is watched"
        assert entry.splitlines()[:2] == ["Coast Courier", news.address("/feed")]
        assert "next in 3" in entry
        assert labels_of(shown) == ["Look now", "Stop watching"]
        desk.ada.presses(shown, "Look now").answered()
        nothing = desk.ada.hears()
        assert (nothing.text, nothing.reply_to, labels_of(nothing)) == (feed_texts.NOTHING_NEW(), shown.id, [])
        news.pages["/feed"] = page(rss(item("/p"), item("/f")), _XML)
        desk.ada.presses(shown, "Look now").answered()
        receipt = desk.ada.hears()
        assert receipt.bold == ["Added"]
        assert labels_of(receipt) == ["Undo", "Edit"]

    desk.while_serving(act, **allowed(news))
    assert len(desk.index.articles()) == 5


def test_a_failing_feed_says_why(desk: Desk, news: Server) -> None:
    """In the receipt of the look, and in the list."""

    def act() -> None:
        added(desk, news)
        news.pages["/feed"] = status(500)
        desk.ada.says("/feeds")
        shown = desk.ada.hears()
        desk.ada.presses(shown, "Look now").answered()
        assert desk.ada.hears().bold == [admin_texts.NOT_ADDED()]
        desk.ada.says("/feeds")
        entry = desk.ada.hears().text.splitlines()[-1]
        assert entry.startswith("The last look at it failed: its server has a fault")

    desk.while_serving(act, **allowed(news))


def test_watching_ends_after_a_question_and_can_be_undone(desk: Desk, news: Server) -> None:
    """Its articles stay; Undo watches it again, knowing what was seen."""

    def stop() -> None:
        added(desk, news)
        desk.ada.says("/feeds")
        shown = desk.ada.hears()
        desk.ada.presses(shown, "Stop watching").answered()
        asking = desk.ada.hears()
        assert asking.text.startswith(feed_texts.STOP_IT())
        desk.ada.presses(asking, "Go on watching").answered()
        assert desk.ada.sees_edited(asking).text == feed_texts.GOES_ON()
        desk.ada.presses(shown, "Stop watching").answered()
        asking = desk.ada.hears()
        desk.ada.presses(asking, "Stop watching").answered()
        receipt = desk.ada.sees_edited(asking)
        assert receipt.bold == [feed_texts.STOPPED()]
        assert labels_of(receipt) == ["Undo"]
        pressed = desk.ada.presses(shown, "Look now").answered()
        assert (pressed.text, pressed.show_alert) == (feed_texts.GONE(), True)
        assert feeds_of(desk) == []

    def undo() -> None:
        receipt = desk.ada.screen[-1]
        desk.ada.presses(receipt, "Undo").answered()
        assert desk.ada.sees_edited(receipt).text == admin_texts.UNDONE()

    desk.while_serving(stop, **allowed(news))
    desk.while_serving(undo)
    assert len(desk.index.articles()) == 5
    [feed] = feeds_of(desk)
    with closing(Feeds(desk.index.settings.articles_home)) as feeds:
        assert sorted(one.article is None for one in feeds.seen(feed.url).values()) == [False, False, True]


def test_feeds_are_turned_page_by_page(desk: Desk) -> None:
    """Five on a page, each with numbered buttons."""
    with closing(Feeds(desk.index.settings.articles_home)) as feeds:
        for number in range(1, 8):
            feeds.watch(Watched(f"https://example.org/{number}", _NEXT_YEAR, f"News {number}"), {})

    def act() -> None:
        desk.ada.says("/feeds")
        first = desk.ada.hears()
        assert first.text.startswith("7 feeds are watched (page 1 of 2)\n\n1. News 1\nhttps://example.org/1\n")
        assert labels_of(first)[:3] == ["Look now 1", "Stop watching 1", "Look now 2"]
        desk.ada.presses(first, "▶").answered()
        second = desk.ada.sees_edited(first)
        assert "2. News 7" in second.text
        assert labels_of(second)[-1] == "◀"

    desk.while_serving(act)


def test_folders_stand_below_the_feeds(desk: Desk) -> None:
    """What was set up on the machine is told, and has no buttons."""
    with closing(Folders(desk.index.settings.articles_home)) as folders:
        folders.watch(Folder("/news/today", _NEXT_YEAR))

    def act() -> None:
        desk.ada.says("/feeds")
        shown = desk.ada.hears()
        none, below = shown.text.split("\n\n")
        assert none == feed_texts.NONE()
        assert below.splitlines()[:2] == [feed_texts.FOLDERS(), "/news/today"]
        assert labels_of(shown) == []

    desk.while_serving(act)


def test_adding_a_feed_can_be_cancelled(desk: Desk, news: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """Three hundred items come one by one: what is in stays and can be undone, and the feed is not watched."""
    monkeypatch.setattr(progress, "INTERVAL", 0.05)
    free = threading.Event()
    links = [f"/s{number}" for number in range(300)]
    for number, link in enumerate(links):
        server_page = page(story(f"Story number {number} of the coast"))
        news.pages[link] = server_page if number < 12 else _held(server_page, free)
    news.pages["/feed"] = page(rss(*(item(link) for link in links)), _XML)

    def act() -> None:
        desk.ada.says(news.address("/feed"))
        shown = desk.ada.hears()
        assert shown.text == admin_texts.adding(0)
        assert labels_of(shown) == ["Cancel"]
        while "so far" not in shown.text:
            shown = desk.ada.sees_edited(shown)
        desk.ada.says("What did the new terminal cost?")
        assert "310 million" in desk.ada.hears().text
        assert desk.ada.presses(shown, "Cancel").answered().text == admin_texts.CANCELLING()
        free.set()
        while not shown.bold:
            shown = desk.ada.sees_edited(shown)
        assert shown.text.startswith(admin_texts.ADDING_CANCELLED())
        count = len(desk.index.articles()) - 3
        assert 0 < count < 100
        assert shown.bold == [f"added: {count}"]
        assert labels_of(shown) == ["Undo"]
        pressed = desk.ada.presses_data(shown, "cancel:1").answered()
        assert pressed.text == admin_texts.NOTHING_TO_CANCEL()
        desk.ada.presses(shown, "Undo").answered()

    desk.while_serving(act, **allowed(news))
    assert feeds_of(desk) == []
    assert len(desk.index.articles()) == 3


def _held(after: Page, free: threading.Event) -> Page:
    """Return a page that comes only once it may."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        free.wait(10)
        after(handler)

    return answer


def test_what_two_admins_add_at_once_is_told_to_each(desk: Desk, news: Server) -> None:
    """One lot after the other; each receipt counts its own, and only once what both sent."""
    bea = desk.api.person("Bea")

    def act() -> None:
        desk.ada.says(news.address("/feed"))
        bea.says(news.address("/feed"))
        bea.sends_file("ferry.txt", b"The ferry to Elmsford sails again from Monday on.")
        counts = [*desk.ada.hears().bold, *bea.hears().bold, *bea.hears().bold]
        assert sorted(counts) == sorted(
            [feed_texts.watched("Coast Courier")] * 2 + ["added: 2, not added: 1", "not added: 1", "Added"]
        )

    desk.while_serving(act, **allowed(news), admin_ids=(desk.ada.id, bea.id))
    assert len(desk.index.articles()) == 6
