"""The feeds that are watched, on disk."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from index.errors import UnknownFeed
from index.feeds import Page, Seen, Watched
from index.folders import Folder
from index.store import Feeds, Folders, watched

_NOW = datetime(2025, 4, 28, 12, 30, 15, 250, tzinfo=UTC)
_LATER = _NOW + timedelta(days=1)
_FORMAT_1 = """
CREATE TABLE feeds (
    url TEXT PRIMARY KEY, due TEXT NOT NULL, title TEXT, etag TEXT, modified TEXT, checked TEXT,
    failures INTEGER NOT NULL, failing_since TEXT, error TEXT
) STRICT;
CREATE TABLE items (
    number INTEGER PRIMARY KEY AUTOINCREMENT, feed TEXT NOT NULL REFERENCES feeds (url) ON DELETE CASCADE,
    key TEXT NOT NULL, updated TEXT, article TEXT, failures INTEGER NOT NULL, UNIQUE (feed, key)
) STRICT;
INSERT INTO feeds VALUES
    ('https://a.org/feed', '2025-04-28T12:30:15.000250+00:00', 'News', NULL, NULL, NULL, 0, NULL, NULL);
INSERT INTO items VALUES (1, 'https://a.org/feed', 'https://a.org/x', '2025', '3f2a9c', 1);
PRAGMA user_version = 1;
"""
_FEED = Watched(
    "https://a.org/feed", _NOW, "News", '"1"', "yesterday", _NOW, 2, _NOW - timedelta(days=1), "it is not there"
)
_SEEN = {"https://a.org/x": Seen("2025-04-28T00:00:00+00:00", "3f2a9c"), "7": Seen(failures=2)}


@pytest.fixture
def feeds(home: Path) -> Iterator[Feeds]:
    """Return the database of a home, empty."""
    opened = Feeds(home)
    yield opened
    opened.close()


def test_a_feed_comes_back_as_it_went_in(feeds: Feeds, home: Path) -> None:
    """All that is known of it and of its items outlives a restart."""
    feeds.watch(_FEED, _SEEN)
    again = Feeds(home)
    assert again.all() == [_FEED]
    assert again.find(_FEED.url) == _FEED
    assert again.seen(_FEED.url) == _SEEN
    assert (again.find("https://b.org/"), again.seen("https://b.org/")) == (None, {})
    again.close()


def test_the_one_that_is_due_first_comes_first(feeds: Feeds) -> None:
    """Feeds are in the order of their next look."""
    late, early = Watched("https://a.org/", _NOW), Watched("https://b.org/", _NOW - timedelta(seconds=1))
    for feed in (late, early):
        feeds.watch(feed, {})
    assert feeds.all() == [early, late]


def test_a_look_is_noted(feeds: Feeds) -> None:
    """What is known of a feed changes, and what came of an item; other items stay."""
    feeds.watch(_FEED, _SEEN)
    later = Watched(_FEED.url, _NOW + timedelta(hours=1), "Other", checked=_NOW)
    feeds.note(later, {"7": Seen(article="20f9")})
    assert feeds.all() == [later]
    assert feeds.seen(_FEED.url) == _SEEN | {"7": Seen(article="20f9")}


def test_a_removed_feed_does_not_come_back(feeds: Feeds) -> None:
    """A look that ends after its feed was removed is not noted."""
    feeds.watch(_FEED, _SEEN)
    assert feeds.remove(_FEED.url) == _FEED
    feeds.note(_FEED, _SEEN)
    assert (feeds.all(), feeds.seen(_FEED.url)) == ([], {})
    feeds.watch(_FEED, {})
    assert feeds.seen(_FEED.url) == {}


def test_an_unknown_feed_can_not_be_removed(feeds: Feeds) -> None:
    """The error says where all are listed."""
    with pytest.raises(UnknownFeed) as error:
        feeds.remove("https://a.org/")
    assert str(error.value) == (
        "no feed with the address https://a.org/ is watched; `python -m index feeds list` shows them all"
    )


def test_old_items_are_forgotten(feeds: Feeds, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of each feed only so many are kept, those that were noted last."""
    monkeypatch.setattr(watched, "_KEPT", 3)
    other = Watched("https://b.org/", _NOW)
    feeds.watch(other, {"x": Seen()})
    feeds.watch(_FEED, {str(number): Seen() for number in range(4)})
    feeds.note(_FEED, {"1": Seen(), "9": Seen()})
    assert set(feeds.seen(_FEED.url)) == {"3", "1", "9"}
    assert set(feeds.seen(other.url)) == {"x"}


def test_what_left_the_feed_long_ago_is_forgotten_first(feeds: Feeds, monkeypatch: pytest.MonkeyPatch) -> None:
    """What stands in a feed now is noted anew at each look, whatever it is called."""
    monkeypatch.setattr(watched, "_KEPT", 3)
    feeds.watch(_FEED, {"a": Seen(), "b": Seen(), "c": Seen()})
    feeds.note(_FEED, {"a": Seen()})
    feeds.note(_FEED, {"a": Seen(), "d": Seen(), "e": Seen()})
    assert set(feeds.seen(_FEED.url)) == {"a", "d", "e"}


def test_pages_are_due_in_order(feeds: Feeds) -> None:
    """The one that is due longest comes first, with what came of its item; then it is due later, or no more."""
    first = Page("https://a.org/x", _NOW, _NOW + timedelta(hours=1), '"x"', "today")
    second = replace(first, url="https://a.org/y", due=_NOW + timedelta(hours=2))
    seen = {first.url: Seen(article="3f2a9c"), second.url: Seen(article="20f9", elsewhere=True)}
    feeds.watch(_FEED, seen, [second, first])
    assert feeds.due_page(_NOW) is None
    later = _NOW + timedelta(days=1)
    assert feeds.due_page(later) == (_FEED, first, seen[first.url])
    feeds.note_page(_FEED.url, replace(first, etag='"z"', modified=None), later, Seen(article="77"))
    assert feeds.due_page(later) == (_FEED, second, seen[second.url])
    feeds.note_page(_FEED.url, second, None, seen[second.url])
    changed = replace(first, etag='"z"', modified=None, due=later)
    assert feeds.due_page(later) == (_FEED, changed, Seen(article="77"))
    feeds.remove(_FEED.url)
    assert feeds.due_page(later) is None


def test_a_page_is_forgotten_with_its_item(feeds: Feeds, monkeypatch: pytest.MonkeyPatch) -> None:
    """It does not stand in the way of others."""
    monkeypatch.setattr(watched, "_KEPT", 1)
    page = Page("https://a.org/x", _NOW, _NOW)
    feeds.watch(_FEED, {page.url: Seen(article="1")}, [page])
    feeds.note(_FEED, {"https://a.org/y": Seen(article="2")}, [replace(page, url="https://a.org/y", due=_LATER)])
    assert feeds.due_page(_LATER) == (_FEED, Page("https://a.org/y", _NOW, _LATER), Seen(article="2"))


def test_what_its_source_took_away_may_come_back(feeds: Feeds) -> None:
    """No item, of whatever feed, has the article any more."""
    other = Watched("https://b.org/", _NOW)
    feeds.watch(_FEED, {"1": Seen("x", "3f2a9c"), "2": Seen(article="20f9")})
    feeds.watch(other, {"3": Seen(article="3f2a9c", elsewhere=True)})
    feeds.forget("3f2a9c")
    assert feeds.seen(_FEED.url) == {"1": Seen("x"), "2": Seen(article="20f9")}
    assert feeds.seen(other.url) == {"3": Seen()}


def test_admins_are_told_once_each_time(feeds: Feeds) -> None:
    """Of a feed that has failed since then; again when it has worked in between."""
    feeds.watch(_FEED, {})
    since = _NOW - timedelta(days=1)
    assert feeds.untold(since - timedelta(seconds=1)) == []
    assert feeds.untold(since) == [_FEED]
    feeds.told(_FEED.url, _NOW)
    feeds.note(replace(_FEED, failures=3), {})
    assert feeds.untold(since) == []
    feeds.note(replace(_FEED, failures=0, failing_since=None), {})
    feeds.note(_FEED, {})
    assert feeds.untold(since) == [_FEED]


def test_feeds_of_the_first_format_are_watched_on(home: Path) -> None:
    """What was known of them and of their items is, and pages and folders find their place."""
    home.mkdir()
    with closing(sqlite3.connect(home / "feeds.sqlite", isolation_level=None)) as connection:
        connection.executescript(_FORMAT_1)
    with closing(Feeds(home)) as feeds, closing(Folders(home)) as folders:
        [feed] = feeds.all()
        assert feed == Watched("https://a.org/feed", _NOW, "News")
        assert feeds.seen(feed.url) == {"https://a.org/x": Seen("2025", "3f2a9c", 1)}
        page = Page("https://a.org/x", _NOW, _NOW)
        feeds.note(feed, feeds.seen(feed.url), [page])
        assert feeds.due_page(_NOW) == (feed, page, Seen("2025", "3f2a9c", 1))
        folder = Folder("/srv/news", _NOW)
        folders.watch(folder)
        assert folders.all() == [folder]
