"""What a look at a feed does to the index, and what it leaves alone."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta

import pytest

from index import Article, ArticleIndex
from index.errors import CollectionError
from index.feeds import Allowance
from index.feeds.pages import PageFetcher
from index.store import Feeds
from index.watching import Looked, Watcher
from tests.index.fetching.serving import MAX_BYTES, Server, page, status

from .making import FULL, atom, entry, item, rss, story

_XML = "application/rss+xml"


@pytest.fixture
def watcher(server: Server, index: ArticleIndex) -> Iterator[Watcher]:
    """Return what looks at feeds, none so far."""
    with closing(Feeds(index.settings.articles_home)) as feeds:
        yield Watcher(index, feeds, PageFetcher(frozenset([("127.0.0.1", server.port)]), MAX_BYTES))


def publish(server: Server, *entries: tuple[str, str]) -> None:
    """Let the feed have these articles: a path, and the day of its last change."""
    made = [entry(path, f"2025-04-{day}T00:00:00Z") for path, day in entries]
    server.pages["/feed"] = page(atom(*made), _XML)


def look(watcher: Watcher) -> Looked:
    """Look at the one feed, as it is known."""
    [feed] = watcher.feeds.all()
    return watcher.look(feed)


def titles(watcher: Watcher) -> list[str | None]:
    """Return the titles of all articles."""
    return sorted((one.title for one in watcher.index.articles()), key=str)


def test_what_was_taken_out_by_hand_stays_out(server: Server, watcher: Watcher) -> None:
    """Also when its item changes; put back by hand, it is followed again."""
    server.pages["/f"] = page(story("Ferry sails"))
    publish(server, ("/f", "01"))
    watcher.add(server.address("/feed"))
    [ferry] = watcher.index.remove([watcher.index.articles()[0].id])
    server.asked.clear()
    server.pages["/f"] = page(story("Ferry sails again"))
    for day in ("02", "03"):
        publish(server, ("/f", day))
        looked = look(watcher)
        assert (looked.added, looked.failed) == ([], [])
    assert [one["path"] for one in server.asked] == ["/feed", "/feed"]
    watcher.index.add([ferry])
    look(watcher)
    assert titles(watcher) == ["Ferry sails again"]


def test_a_text_of_another_article_is_not_taken_out_with_its_page(server: Server, watcher: Watcher) -> None:
    """Of two pages with one text the second is taken away: the article, which is the first's, stays."""
    server.pages["/f"] = server.pages["/g"] = page(story("Ferry sails"))
    publish(server, ("/f", "01"), ("/g", "01"))
    assert [one.status for one in watcher.add(server.address("/feed")).added] == ["added", "unchanged"]
    server.pages["/g"] = status(410)
    publish(server, ("/f", "01"), ("/g", "02"))
    looked = look(watcher)
    assert (looked.removed, [one.source for one in looked.failed]) == ([], [server.address("/g")])
    assert titles(watcher) == ["Ferry sails"]


def test_the_other_page_comes_in_when_the_first_is_gone(server: Server, watcher: Watcher) -> None:
    """What a source takes away was not taken out by hand."""
    server.pages["/f"] = server.pages["/g"] = page(story("Ferry sails"))
    publish(server, ("/f", "01"), ("/g", "01"))
    watcher.add(server.address("/feed"))
    server.pages["/f"] = status(410)
    publish(server, ("/f", "02"), ("/g", "02"))
    looked = look(watcher)
    assert [one.url for one in looked.removed] == [server.address("/f")]
    publish(server, ("/f", "02"), ("/g", "03"))
    look(watcher)
    assert [one.url for one in watcher.index.articles()] == [server.address("/g")]


def test_an_item_without_an_address_is_replaced(server: Server, watcher: Watcher) -> None:
    """What it says now takes the place of what it said, although that is another text."""

    def say(weeks: str, day: int) -> None:
        one = item(None, "Ferry", f"Mon, {day} Apr 2025 00:00:00 GMT", FULL.format(weeks=weeks)) + "<guid>7</guid>"
        server.pages["/feed"] = page(rss(one.replace("<guid>", '<guid isPermaLink="false">')), _XML)

    say("three", 1)
    watcher.add(server.address("/feed"))
    say("four", 2)
    looked = look(watcher)
    assert ([one.status for one in looked.added], len(looked.removed)) == (["added"], 1)
    [article] = watcher.index.articles()
    assert "after four weeks" in article.text


def test_new_articles_go_into_the_feed_s_collection(server: Server, watcher: Watcher) -> None:
    """Those that are known stay where an admin has put them; a name that none can have is refused."""
    server.pages["/f"], server.pages["/p"] = page(story("Ferry sails")), page(story("Port grows"))
    publish(server, ("/f", "01"))
    with pytest.raises(CollectionError):
        watcher.add(server.address("/feed"), "two words")
    assert watcher.feeds.all() == []
    assert watcher.add(f"feed:{server.address('/feed')}", "Coast").feed.collection == "coast"
    watcher.index.edit(watcher.index.articles()[0].id, collections=["sport"])
    server.pages["/f"] = page(story("Ferry sails again"))
    publish(server, ("/f", "02"), ("/p", "02"))
    assert len(look(watcher).added) == 2
    assert watcher.index.collections() == {"coast": 1, "sport": 1}


def test_looks_spread(server: Server, watcher: Watcher) -> None:
    """The next one is after half an hour and up to a tenth more, not the same for all."""
    server.pages["/feed"] = page(rss(), _XML)
    before = datetime.now(UTC)
    dues = {watcher.add(server.address("/feed")).feed.due for _ in range(5)}
    assert len(dues) == 5
    for due in dues:
        assert timedelta(minutes=30) <= due - before <= timedelta(minutes=34)


def test_a_host_is_not_asked_for_more_than_it_should_be(server: Server, watcher: Watcher) -> None:
    """What is left of a feed comes at later looks, though it may not have changed; so does the feed itself."""
    for name in "abc":
        server.pages[f"/{name}"] = page(story(f"Story {name}"))
    publish(server, ("/a", "01"), ("/b", "01"), ("/c", "01"))
    few = Watcher(watcher.index, watcher.feeds, watcher.fetcher, allowance=Allowance(3))
    few.add(server.address("/feed"))
    assert titles(watcher) == ["Story a", "Story b"]
    server.asked.clear()
    looked = look(few)
    assert (looked.failed, server.asked) == ([], [])
    assert looked.feed.due < datetime.now(UTC) + timedelta(minutes=15)
    look(watcher)
    assert titles(watcher) == ["Story a", "Story b", "Story c"]


def test_a_server_that_is_too_busy_is_left_in_peace(server: Server, watcher: Watcher) -> None:
    """Its other pages are not asked for either, and none of them counts as one that failed."""
    for name in "abc":
        server.pages[f"/{name}"] = page(story(f"Story {name}"))
    server.pages["/b"] = status(429, Retry_After="7200")
    publish(server, ("/a", "01"), ("/b", "01"), ("/c", "01"))
    looked = watcher.add(server.address("/feed"))
    assert [one.source for one in looked.failed] == [server.address("/b")]
    assert [one["path"] for one in server.asked] == ["/feed", "/a", "/b"]
    assert {seen.failures for seen in watcher.feeds.seen(server.address("/feed")).values()} == {0}
    assert look(watcher).failed == []
    assert [one["path"] for one in server.asked] == ["/feed", "/a", "/b"]


def test_an_article_that_was_put_right_is_the_same_one(server: Server, watcher: Watcher) -> None:
    """Under another address, too: it is replaced when its item changes, and removed with its page."""
    server.pages["/f"] = page(story("Ferry sails"))
    publish(server, ("/f", "01"))
    watcher.add(server.address("/feed"))
    [article] = watcher.index.articles()
    watcher.index.edit(article.id, url="https://example.org/ferry")
    server.pages["/f"] = page(story("Ferry sails again"))
    publish(server, ("/f", "02"))
    look(watcher)
    [changed] = watcher.index.articles()
    assert isinstance(changed, Article)
    assert (changed.id, changed.url) == (article.id, "https://example.org/ferry")
    assert changed.text.startswith("Ferry sails again")
    server.pages["/f"] = status(410)
    publish(server, ("/f", "03"))
    assert [one.id for one in look(watcher).removed] == [article.id]
