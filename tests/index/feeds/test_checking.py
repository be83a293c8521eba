"""A look at a feed that is watched, over a real server."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from index import Article
from index.errors import Gone, SourceError
from index.feeds import Check, Watched
from index.feeds.pages import PageFetcher
from tests.index.fetching.serving import MAX_BYTES, Server, page, status

from .making import FULL, atom, entry, item, rss, story

_NOW = datetime(2025, 4, 28, 12, tzinfo=UTC)
_XML = "application/rss+xml"


def _new(server: Server, path: str = "/feed") -> Check:
    return _look(server, Check(Watched(server.address(path), _NOW), {}, _fetcher(server), MAX_BYTES, _NOW))


def _look(server: Server, before: Check, now: datetime = _NOW) -> Check:
    return Check(before.feed, before.seen, _fetcher(server), MAX_BYTES, now)


def _fetcher(server: Server) -> PageFetcher:
    return PageFetcher(frozenset([("127.0.0.1", server.port)]), MAX_BYTES)


def _titles(check: Check) -> list[str | None]:
    found = list(check.articles())
    assert all(isinstance(one, Article) for one in found), found
    return [one.title for one in found if isinstance(one, Article)]


def _asked(server: Server) -> list[str]:
    paths = [one["path"] for one in server.asked]
    server.asked.clear()
    return paths


@pytest.fixture
def news(server: Server) -> Server:
    """Return a server with a feed of two articles."""
    for name in ("Ferry sails", "Port grows"):
        server.pages[f"/{name[0].lower()}"] = page(story(name))
    server.pages["/feed"] = page(rss(item("/f"), item("p", "Port")), _XML, ETag='"1"', Last_Modified="yesterday")
    return server


def test_all_items_of_a_new_feed_come(news: Server) -> None:
    """Each is the article of its page, in order; the feed's title, ETag and date are kept, and when it is due."""
    check = _new(news)
    first, second = check.articles()
    assert isinstance(first, Article)
    assert (first.title, first.url) == ("Ferry sails", news.address("/f"))
    assert "310 million euros" in first.text
    assert isinstance(second, Article)
    assert (second.title, second.url) == ("Port grows", news.address("/p"))
    assert check.feed == Watched(
        news.address("/feed"), _NOW + timedelta(minutes=30), "Coast Courier", '"1"', "yesterday", _NOW
    )
    assert {key: (one.article, one.failures) for key, one in check.seen.items()} == {
        first.url: (first.id, 0),
        second.url: (second.id, 0),
    }


def test_what_was_seen_is_not_fetched_again(news: Server) -> None:
    """The next look asks for what changed only, with what the server gave; then for new pages only."""
    check = _new(news)
    _titles(check)
    _asked(news)
    check = _look(news, check)
    news.pages["/feed"] = status(304)
    assert _titles(check) == []
    assert [(one["path"], one["if-none-match"], one["if-modified-since"]) for one in news.asked] == [
        ("/feed", '"1"', "yesterday")
    ]
    assert (check.feed.etag, check.feed.modified, check.feed.title) == ('"1"', "yesterday", "Coast Courier")
    _asked(news)
    news.pages["/n"] = page(story("News of today"))
    news.pages["/feed"] = page(rss(item("/n"), item("/f"), item("/p")), _XML)
    assert _titles(_look(news, check)) == ["News of today"]
    assert _asked(news) == ["/feed", "/n"]


def test_what_changed_comes_again(server: Server) -> None:
    """A newer date of change fetches the page again; the same one, an older one and none do not."""
    server.pages["/f"] = page(story("Ferry sails"))
    check = _new(server)
    for updated, titles in (("01", ["Ferry sails"]), ("03", ["Ferry sails"]), ("03", []), ("02", []), ("", [])):
        server.pages["/feed"] = page(atom(entry("/f", updated and f"2025-04-{updated}T00:00:00Z")), _XML)
        check = _look(server, check)
        assert _titles(check) == titles


def test_the_feed_says_what_the_page_does_not(server: Server) -> None:
    """Title, authors and date are the page's, where it has them, else those of the feed."""
    bare = "<html><body><article>" + FULL + "</article></body></html>"
    server.pages["/f"] = page(bare)
    author = "<author>ann@example.org (Ann Lee)</author>"
    server.pages["/feed"] = page(rss(item("/f", date="Mon, 28 Apr 2025 10:48:00 +0400") + author), _XML)
    [article] = _new(server).articles()
    assert isinstance(article, Article)
    assert (article.title, article.authors) == ("Ferry sails", ("Ann Lee",))
    assert article.published == "2025-04-28T10:48:00+04:00"


def test_a_page_that_fails_is_taken_from_the_feed(server: Server) -> None:
    """Where the feed has the whole article that is it, under the page's address; links in it lead nowhere."""
    server.pages["/f"] = status(403)
    server.pages["/feed"] = page(rss(item("/f", content=FULL), item(None, "No link", content=FULL)), _XML)
    check = _new(server)
    with_link, without = check.articles()
    assert isinstance(with_link, Article)
    assert (with_link.title, with_link.url) == ("Ferry sails", server.address("/f"))
    assert with_link.text.startswith("The ferry to Orlen sails again after {weeks} weeks in the dock.\nIts engine")
    assert isinstance(without, Article)
    assert (without.title, without.url) == ("No link", None)
    assert _titles(_look(server, check)) == []


def test_a_feed_can_not_speak_for_another_site(server: Server) -> None:
    """Where a page of another host can't be fetched, the feed's own words do not take its place."""
    link = "http://192.0.2.1/story"
    server.pages["/feed"] = page(rss(item(link, content=FULL)), _XML)
    [error] = _new(server).articles()
    assert isinstance(error, SourceError)
    assert error.source == link


def test_a_page_that_fails_is_tried_three_times(news: Server) -> None:
    """The feed is asked for as a whole until then, and the others of it are not fetched again."""
    del news.pages["/f"]
    check = _new(news)
    for looks in range(1, 5):
        found = list(check.articles())
        failures = [one for one in found if isinstance(one, SourceError)]
        assert len(failures) == (1 if looks <= 3 else 0)
        assert check.feed.failures == 0
        assert check.feed.etag == ('"1"' if looks >= 3 else None)
        assert _asked(news) == ["/feed", *(["/f"] if looks <= 3 else []), *(["/p"] if looks == 1 else [])]
        check = _look(news, check)
    news.pages["/f"] = page(story("Ferry sails"))
    news.pages["/feed"] = page(rss(item("/f", date="Mon, 28 Apr 2025 10:48:00 GMT")), _XML)
    assert _titles(check) == ["Ferry sails"]


def test_a_page_that_was_taken_away_is_named(server: Server) -> None:
    """An article whose page answers 410 is named by its id, and its page is not asked for again."""
    server.pages["/f"] = page(story("Ferry sails"))
    server.pages["/feed"] = page(atom(entry("/f", "2025-04-01T00:00:00Z")), _XML)
    check = _new(server)
    [article] = check.articles()
    assert isinstance(article, Article)
    server.pages["/f"] = status(410)
    server.pages["/feed"] = page(atom(entry("/f", "2025-04-02T00:00:00Z")), _XML)
    check = _look(server, check)
    [gone] = check.articles()
    assert isinstance(gone, Gone)
    assert (gone.article, gone.source) == (article.id, server.address("/f"))
    assert _titles(_look(server, check)) == []


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (404, "there is no feed (its server answers 404); check the address"),
        (410, "the feed was taken away for good (its server answers 410); remove it by `feeds remove`"),
        (500, "its server has a fault (it answers 500); try again later"),
        (200, "this is no feed; give the address of an RSS or Atom feed"),
    ],
)
def test_a_feed_that_fails_is_one_error(server: Server, code: int, said: str) -> None:
    """It says why, and since when it fails is kept."""
    server.pages["/feed"] = status(code, b"<html></html>")
    check = _new(server)
    [error] = check.articles()
    assert isinstance(error, SourceError)
    assert error.reason == said
    assert (check.feed.failures, check.feed.failing_since, check.feed.error) == (1, _NOW, said)


def test_a_feed_that_fails_is_asked_less_and_less(server: Server) -> None:
    """The time to the next look doubles up to a day, and is half an hour again after a success."""
    check, now, waits = _new(server), _NOW, []
    for _ in range(8):
        list(check.articles())
        waits.append((check.feed.due - now) / timedelta(hours=1))
        assert check.feed.failing_since == _NOW
        now = check.feed.due
        check = _look(server, check, now)
    assert waits == [1, 2, 4, 8, 16, 24, 24, 24]
    assert (check.feed.failures, check.feed.etag) == (8, None)
    server.pages["/feed"] = page(rss(), _XML)
    assert _titles(check) == []
    assert (check.feed.failures, check.feed.failing_since, check.feed.error) == (0, None, None)
    assert check.feed.due == now + timedelta(minutes=30)


@pytest.mark.parametrize("code", [429, 503])
def test_a_server_says_when_to_come_again(server: Server, code: int) -> None:
    """In seconds or as a date; a week at most, never sooner than otherwise, and what is no time counts for nothing."""
    now = datetime.now(UTC)
    hours = {
        "36000": 10,
        format_datetime(now + timedelta(hours=10)): 10,
        "9" * 30: 168,
        "5": 1,
        "-5": 1,
        "soon": 1,
        format_datetime(now - timedelta(hours=10)): 1,
    }
    for header, expected in hours.items():
        server.pages["/feed"] = status(code, Retry_After=header)
        check = Check(Watched(server.address("/feed"), now), {}, _fetcher(server), MAX_BYTES, now)
        [error] = check.articles()
        assert isinstance(error, SourceError)
        assert error.reason == f"its server is too busy now (it answers {code}); try again later"
        assert round((check.feed.due - now) / timedelta(hours=1), 1) == expected
