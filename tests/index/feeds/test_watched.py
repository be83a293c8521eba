"""The feeds that are watched, on disk."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from index.errors import UnknownFeed
from index.feeds import Seen, Watched
from index.store import Feeds, watched

_NOW = datetime(2025, 4, 28, 12, 30, 15, 250, tzinfo=UTC)
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
