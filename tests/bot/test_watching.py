"""The bot itself looks at the feeds and folders that are watched, and tells admins of those that fail for long."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from bot import watching
from bot.chats import Chats
from bot.settings import BotSettings
from bot.watching import watched
from index import ArticleIndex, folders
from index.feeds import Watched
from index.folders import Folder
from index.rounds import Rounds
from index.store import Feeds, Folders
from tests.botapi import BotApi
from tests.index.feeds.making import item, rss, story
from tests.index.fetching.serving import Server, page, serving
from tests.index.test_folders import put

from .newsdesk import Desk
from .serving import until

_XML = "application/rss+xml"
_DAY = timedelta(days=1)


@pytest.fixture
def desk(library: ArticleIndex, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    """Return a bot that knows three articles and asks every moment what is due, and its admin."""
    monkeypatch.setattr(watching, "_LOOK", 0.05)
    with BotApi() as api:
        yield Desk(api, library, api.person("Ada"))


@pytest.fixture
def news() -> Iterator[Server]:
    """Return a server with a feed of one article."""
    with serving() as server:
        server.pages["/f"] = page(story("Ferry sails"))
        server.pages["/feed"] = page(rss(item("/f")), _XML)
        yield server


def feeds_of(desk: Desk) -> Feeds:
    """Open what is kept of feeds."""
    return Feeds(desk.index.settings.articles_home)


def failing(desk: Desk, since: timedelta, url: str = "https://a.org/feed") -> Watched:
    """Watch a feed that has failed for so long, and is due a day later."""
    now = datetime.now(UTC)
    feed = Watched(url, now + _DAY, "Coast Courier", failures=9, failing_since=now - since, error="it is not there")
    with closing(feeds_of(desk)) as feeds:
        feeds.watch(feed, {})
    return feed


def test_what_is_due_is_looked_at(
    desk: Desk, news: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """What feeds and folders bring can be asked for; what fails is one line of the log."""
    monkeypatch.setattr(folders, "SETTLED", 0)
    caplog.set_level(logging.INFO)
    due = datetime.now(UTC)
    news.pages["/feed"] = page(rss(item("/f"), item("/none")), _XML)
    with closing(feeds_of(desk)) as feeds, closing(Folders(desk.index.settings.articles_home)) as places:
        feeds.watch(Watched(news.address("/feed"), due), {})
        feeds.watch(Watched(news.address("/gone"), due), {})
        places.watch(Folder(str(put(tmp_path / "news" / "rain.html", story("Rain in Baku")).parent), due))

        def act() -> None:
            until(lambda: bool(desk.titled("Ferry sails") and desk.titled("Rain in Baku")))
            until(lambda: all(one.checked for one in feeds.all()))

        desk.while_serving(act, fetch_allow=f"127.0.0.1:{news.port}")
        gone, feed = sorted(feeds.all(), key=lambda one: -one.failures)
        [folder] = places.all()
    assert (gone.failures, feed.failures, folder.failures) == (1, 0, 0)
    lines = [one.getMessage() for one in caplog.records if one.name == "bot.watching"]
    assert sorted(lines) == sorted(
        [
            f"watching {news.address('/feed')}: {news.address('/none')}: "
            "there is no page (its server answers 404); check the address",
            f"watching {news.address('/feed')}: 1 added, 0 updated",
            f"watching {news.address('/gone')}: {news.address('/gone')}: "
            "there is no feed (its server answers 404); check the address",
            f"watching {tmp_path / 'news'}: 1 added, 0 updated",
        ]
    )
    assert not [one for one in caplog.records if one.exc_info]


def test_nobody_waits_for_a_look(desk: Desk, news: Server) -> None:
    """While a server hangs, questions are answered and articles added."""

    def hang(handler: BaseHTTPRequestHandler) -> None:
        news.over.wait()

    news.pages["/f"] = hang
    with closing(feeds_of(desk)) as feeds:
        feeds.watch(Watched(news.address("/feed"), datetime.now(UTC)), {})

    def act() -> None:
        until(lambda: any(one["path"] == "/f" for one in news.asked))
        desk.ada.says("What did the new terminal cost?")
        assert "310 million" in desk.ada.hears().text
        desk.ada.sends_file("rain.html", story("Rain in Baku").encode())
        until(lambda: bool(desk.titled("Rain in Baku")))

    desk.while_serving(act, fetch_allow=f"127.0.0.1:{news.port}")


def test_nothing_is_looked_at_where_that_is_turned_off(desk: Desk, news: Server) -> None:
    """With FEED_MINUTES=0."""
    with closing(feeds_of(desk)) as feeds:
        feeds.watch(Watched(news.address("/feed"), datetime.now(UTC)), {})
    desk.while_serving(lambda: desk.ada.hears_nothing(0.5), feed_minutes=0, fetch_allow=f"127.0.0.1:{news.port}")
    assert news.asked == []


def test_a_store_error_puts_a_round_off(
    desk: Desk, news: Server, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """It is a line of the log; the next round does what was left."""
    home = desk.index.settings.articles_home
    with closing(feeds_of(desk)) as feeds:
        feeds.watch(Watched(news.address("/feed"), datetime.now(UTC)), {})
    path = home / "feeds.sqlite"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    kept = path.read_bytes()
    path.write_bytes(b"no database" * 1000)

    def act() -> None:
        until(lambda: "is put off" in caplog.text)
        path.write_bytes(kept)
        until(lambda: bool(desk.titled("Ferry sails")))

    desk.while_serving(act, fetch_allow=f"127.0.0.1:{news.port}")
    assert {one.exc_info for one in caplog.records if one.name == "bot.watching"} == {None}


def test_what_nobody_thought_of_ends_only_one_look(
    desk: Desk, news: Server, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """The log has the traceback, and the others have their turn."""
    real = Rounds.next
    calls = iter([ZeroDivisionError])

    def fail_once(rounds: Rounds) -> object:
        for error in calls:
            raise error
        return real(rounds)

    monkeypatch.setattr(Rounds, "next", fail_once)
    with closing(feeds_of(desk)) as feeds:
        feeds.watch(Watched(news.address("/feed"), datetime.now(UTC)), {})
    desk.while_serving(lambda: until(lambda: bool(desk.titled("Ferry sails"))), fetch_allow=f"127.0.0.1:{news.port}")
    [record] = [one for one in caplog.records if one.name == "bot.watching" and one.exc_info]
    assert record.getMessage() == "a look at a feed or a folder failed"


def test_admins_are_told_once_of_what_fails_for_a_day(desk: Desk) -> None:
    """Each, and each group of admins, in their language, with why and what to do.

    Neither again after a restart, nor of what fails for less.
    """
    other = desk.api.person("Other")
    home = desk.index.settings.articles_home
    with closing(Chats(home)) as chats:
        chats.change(other.id, language="ru")
    feed = failing(desk, timedelta(hours=25))
    failing(desk, timedelta(hours=23), "https://b.org/feed")
    group = desk.api.group("Newsroom")
    group.adds_bot(desk.ada)

    def read() -> None:
        said = desk.ada.hears().text
        assert said.startswith(
            "These have not worked for a day or longer, so nothing new comes from them:\n\nCoast Courier\n"
            "https://a.org/feed\nsince "
        )
        assert "it is not there\n\nOpen the address of the feed in a browser." in said
        assert "b.org" not in said
        assert "folder" not in said
        assert other.hears().text.startswith("Это не работает уже сутки или дольше")
        assert said in (group.hears().text, group.hears().text)  # it is greeted too
        desk.ada.hears_nothing(0.2)

    def read_again() -> None:
        assert "it is not there" in desk.ada.hears().text

    admins = {"admin_ids": (desk.ada.id, other.id, group.id)}
    desk.while_serving(read, **admins)
    desk.while_serving(lambda: desk.ada.hears_nothing(0.2), **admins)
    with closing(feeds_of(desk)) as feeds:
        feeds.note(replace(feed, failures=0, failing_since=None), {})
        feeds.note(feed, {})
    desk.while_serving(read_again, **admins)


def test_admins_are_told_of_folders_too(desk: Desk, tmp_path: Path) -> None:
    """With what to do about these; many are counted."""
    now = datetime.now(UTC)
    with closing(Folders(desk.index.settings.articles_home)) as places:
        for number in range(12):
            path = f"/srv/{number:02}"
            places.watch(Folder(path, now + _DAY, failures=2, failing_since=now - 2 * _DAY, error="no such folder"))

    def read() -> None:
        said = desk.ada.hears().text
        assert "/srv/09" in said
        assert "/srv/10" not in said
        assert "and 2 more" in said
        assert said.endswith("Its articles stay until then.")
        assert "/feeds" not in said

    desk.while_serving(read)


def test_an_admin_who_never_wrote_is_not_told_again_and_again(desk: Desk, caplog: pytest.LogCaptureFixture) -> None:
    """Whom the bot can't write to is one line of the log."""
    failing(desk, _DAY)
    desk.while_serving(lambda: desk.ada.hears_nothing(0.5), admin_ids=(999,))
    assert caplog.text.count("not told which feeds fail") == 1


def test_the_start_says_what_is_watched(desk: Desk) -> None:
    """How many feeds and folders; nothing where there are none, and that they are not looked at."""
    settings = BotSettings.load(articles_home=desk.index.settings.articles_home)
    assert watched(settings) == ""
    failing(desk, _DAY)
    failing(desk, _DAY, "https://b.org/feed")
    assert watched(settings) == ", 2 feeds watched"
    with closing(Folders(settings.articles_home)) as places:
        places.watch(Folder("/srv/news", datetime.now(UTC)))
    assert watched(settings) == ", 2 feeds and 1 folder watched"
    off = settings.model_copy(update={"feed_minutes": 0})
    assert watched(off) == ", 2 feeds and 1 folder not looked at, as FEED_MINUTES=0 says"
    (settings.articles_home / "feeds.sqlite").write_bytes(b"no database" * 1000)
    assert watched(settings) == ""
