"""Pages of watched feeds are looked at again, on a schedule that ends."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta

import pytest

from index import ArticleIndex
from index.captions import source
from index.feeds import Allowance, next_look
from index.feeds.pages import PageFetcher
from index.rereading import Rereader
from index.store import Feeds
from index.watching import Looked, Watcher
from tests.index.fetching.serving import MAX_BYTES, Server, leads_to, page, status

from .making import item, rss, story

_XML = "application/rss+xml"
_HOUR = timedelta(hours=1)


@pytest.fixture
def rereader(server: Server, index: ArticleIndex) -> Iterator[Rereader]:
    """Return what looks at pages again: one page, which was read just now."""
    server.pages["/f"] = page(story("Ferry sails"), ETag='"1"', Last_Modified="yesterday")
    server.pages["/feed"] = page(rss(item("/f")), _XML)
    with closing(Feeds(index.settings.articles_home)) as feeds:
        fetcher = PageFetcher(frozenset([("127.0.0.1", server.port)]), MAX_BYTES)
        Watcher(index, feeds, fetcher).add(server.address("/feed"))
        server.asked.clear()
        yield Rereader(index, feeds, fetcher, Allowance())


def look(rereader: Rereader, after: timedelta) -> Looked | None:
    """Look at what is due so long from now."""
    return rereader.look(datetime.now(UTC) + after)


def titles(rereader: Rereader) -> list[str | None]:
    """Return the titles of all articles."""
    return [one.title for one in rereader.index.articles()]


def test_the_schedule_ends() -> None:
    """After an hour, six, one day, three, seven and thirty; what was missed is not made up for."""
    since = datetime(2025, 4, 28, tzinfo=UTC)
    looks, now = [], since
    while due := next_look(since, now):
        looks.append((due - since) / _HOUR)
        now = due
    assert looks == [1, 6, 24, 72, 168, 720]
    assert next_look(since, since + timedelta(days=2)) == since + timedelta(days=3)


def test_a_page_is_asked_only_for_what_changed(server: Server, rereader: Rereader) -> None:
    """With its own ETag and date; as it was, nothing is done, and it is due again after six hours."""
    server.pages["/f"] = status(304)
    assert look(rereader, 0.9 * _HOUR) is None
    looked = look(rereader, 1.1 * _HOUR)
    assert looked
    assert (looked.added, looked.removed, looked.failed) == ([], [], [])
    [asked] = server.asked
    assert (asked["path"], asked["if-none-match"], asked["if-modified-since"]) == ("/f", '"1"', "yesterday")
    assert look(rereader, 5.9 * _HOUR) is None
    assert look(rereader, 6.1 * _HOUR)


def test_a_correction_takes_the_place_of_what_was_wrong(server: Server, rereader: Rereader) -> None:
    """The id stays, and the next look gives back what came with it."""
    [before] = rereader.index.articles()
    server.pages["/f"] = page(story("Ferry sails at noon"), ETag='"2"')
    looked = look(rereader, 1.1 * _HOUR)
    assert looked
    assert [(one.id, one.status) for one in looked.added] == [(before.id, "updated")]
    assert titles(rereader) == ["Ferry sails at noon"]
    server.asked.clear()
    look(rereader, 6.1 * _HOUR)
    assert (server.asked[0]["if-none-match"], "if-modified-since" in server.asked[0]) == ('"2"', False)


def test_a_page_that_was_taken_away_takes_its_article_along(server: Server, rereader: Rereader) -> None:
    """It is not looked at again."""
    server.pages["/f"] = status(410)
    looked = look(rereader, 1.1 * _HOUR)
    assert looked
    assert [one.title for one in looked.removed] == ["Ferry sails"]
    assert titles(rereader) == []
    assert look(rereader, 1000 * _HOUR) is None


@pytest.mark.parametrize("code", [404, 403, 500])
def test_a_page_that_fails_changes_nothing(server: Server, rereader: Rereader, code: int) -> None:
    """Nor is it asked for at once again."""
    server.pages["/f"] = status(code)
    assert look(rereader, 1.1 * _HOUR)
    assert titles(rereader) == ["Ferry sails"]
    assert look(rereader, 5.9 * _HOUR) is None


def test_a_page_comes_again_when_its_server_says(server: Server, rereader: Rereader) -> None:
    """The look that it was too busy for is made up for."""
    server.pages["/f"] = status(503, Retry_After="7200")
    assert look(rereader, 1.1 * _HOUR)
    assert look(rereader, 1.9 * _HOUR) is None
    rereader.allowance.rest(server.address(), datetime.now(UTC))
    assert look(rereader, 2.1 * _HOUR)
    assert len(server.asked) == 2


def test_what_was_taken_out_by_hand_is_not_looked_at(server: Server, rereader: Rereader) -> None:
    """It stays out."""
    rereader.index.remove([rereader.index.articles()[0].id])
    assert look(rereader, 1.1 * _HOUR)
    assert (server.asked, titles(rereader)) == ([], [])
    assert look(rereader, 1000 * _HOUR) is None


def test_a_host_that_had_enough_is_asked_later(server: Server, rereader: Rereader) -> None:
    """The page is due again after a few minutes."""
    few = Rereader(rereader.index, rereader.feeds, rereader.fetcher, Allowance(0))
    assert look(few, 1.1 * _HOUR)
    assert server.asked == []
    assert look(few, 1.1 * _HOUR) is None
    assert look(rereader, 1.5 * _HOUR)
    assert len(server.asked) == 1


def test_a_stub_and_another_page_are_no_corrections(server: Server, rereader: Rereader) -> None:
    """What is only for subscribers after a while stays as it was, and so does what leads to the home page then."""
    short = (
        "<html><body><article><h1>Ferry sails</h1><p>Subscribe to read on, it is worth it.</p></article></body></html>"
    )
    server.pages["/f"] = page(short)
    look(rereader, 1.1 * _HOUR)
    server.pages["/f"] = leads_to("/home")
    server.pages["/home"] = page(story("All the news of the coast"))
    look(rereader, 6.1 * _HOUR)
    assert [one["path"] for one in server.asked] == ["/f", "/f", "/home"]
    assert titles(rereader) == ["Ferry sails"]


def test_old_articles_of_a_new_feed_are_looked_at_less(server: Server, rereader: Rereader) -> None:
    """What was published ten days ago is due once more, what is older than a month never."""
    now = datetime.now(UTC)
    for name, days in (("ten", 10), ("forty", 40)):
        server.pages[f"/{name}"] = page(story(f"Story {name}"))
        date = f"{now - timedelta(days=days):%d %b %Y %H:%M} GMT"
        server.pages["/old"] = page(rss(item(f"/{name}", name, date)), _XML)
        Watcher(rereader.index, rereader.feeds, rereader.fetcher).add(server.address("/old"))
    rereader.feeds.remove(server.address("/feed"))
    assert look(rereader, timedelta(days=19)) is None
    looked = look(rereader, timedelta(days=21))
    assert looked
    assert server.asked[-1]["path"] == "/ten"
    assert look(rereader, timedelta(days=1000)) is None


def test_a_correction_says_when_it_was_made(server: Server, rereader: Rereader) -> None:
    """What was changed before it was read for the first time is no correction."""
    dates = (
        '<meta property="article:published_time" content="2025-04-28T09:00:00Z">'
        '<meta property="article:modified_time" content="{}T10:00:00Z"></head>'
    )

    def publish(what: str, day: str) -> None:
        server.pages["/f"] = page(story(what).replace("</head>", dates.format(day)))

    publish("Ferry sails at noon", "2025-05-02")
    look(rereader, 1.1 * _HOUR)
    [article] = rereader.index.articles()
    assert article.updated == "2025-05-02T10:00:00+00:00"
    assert source(article) == f"Ferry sails at noon, 28 April 2025, updated on 2 May 2025, {server.address('/f')}"
    publish("Ferry sails at noon", "2025-05-03")
    look(rereader, 6.1 * _HOUR)
    assert rereader.index.articles()[0].updated == "2025-05-02T10:00:00+00:00"
