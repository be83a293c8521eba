"""Everything that is watched, one look at a time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from index import ArticleIndex, folders
from index.errors import Interrupted
from index.feeds import Allowance, Watched
from index.feeds.pages import PageFetcher
from index.folder_watching import LookedFolder
from index.folders import Folder
from index.interrupting import unless
from index.rounds import Rounds
from index.watching import Looked, Watcher
from tests.index.feeds.making import item, rss, story
from tests.index.fetching.serving import MAX_BYTES, Server, page, serving
from tests.index.test_folders import put

_XML = "application/rss+xml"


@pytest.fixture
def server() -> Iterator[Server]:
    """Return a server on 127.0.0.1 with a feed of one article."""
    with serving() as running:
        running.pages["/feed"] = page(rss(item("/f")), _XML)
        running.pages["/f"] = page(story("Ferry sails"))
        yield running


@pytest.fixture
def rounds(server: Server, index: ArticleIndex) -> Iterator[Rounds]:
    """Return what looks at everything, of which nothing is watched so far."""
    fetcher = PageFetcher(frozenset([("127.0.0.1", server.port)]), MAX_BYTES)
    with closing(Rounds.of(index, fetcher, Allowance())) as opened:
        yield opened


def watch(rounds: Rounds, server: Server, tmp_path: Path) -> tuple[Watched, Folder]:
    """Watch a feed and a folder, of which both are due, the feed longer."""
    put(tmp_path / "news" / "rain.txt", "It rained.")
    now = datetime.now(UTC)
    feed = Watched(server.address("/feed"), now - timedelta(seconds=2))
    folder = Folder(str(tmp_path / "news"), now - timedelta(seconds=1))
    rounds.feeds.watch(feed, {})
    rounds.folders.watch(folder)
    return feed, folder


def test_what_is_due_longest_comes_first(
    rounds: Rounds, server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Then the next one, then pages once more, and then nothing is due."""
    monkeypatch.setattr(folders, "SETTLED", 0)
    feed, folder = watch(rounds, server, tmp_path)
    first, second = rounds.next(), rounds.next()
    assert isinstance(first, Looked)
    assert (first.feed.url, len(first.added)) == (feed.url, 1)
    assert isinstance(second, LookedFolder)
    assert (second.folder.path, len(second.added)) == (folder.path, 1)
    assert rounds.next() is None
    [(_, again, seen)] = [due for due in [rounds.feeds.due_page(datetime.now(UTC) + timedelta(hours=2))] if due]
    rounds.feeds.note_page(feed.url, again, datetime.now(UTC), seen)
    third = rounds.next()
    assert isinstance(third, Looked)
    assert [one.status for one in third.added] == ["unchanged"]
    assert [one["path"] for one in server.asked] == ["/feed", "/f", "/f"]
    assert rounds.next() is None


def test_a_fault_of_one_leaves_the_others_their_turn(
    rounds: Rounds, server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What nobody thought of is raised, and what it was about is put off."""

    def fail(*_: object) -> Looked:
        raise ZeroDivisionError

    monkeypatch.setattr(folders, "SETTLED", 0)
    watch(rounds, server, tmp_path)
    monkeypatch.setattr(Watcher, "look", fail)
    with pytest.raises(ZeroDivisionError):
        rounds.next()
    assert isinstance(rounds.next(), LookedFolder)
    assert rounds.next() is None


def test_a_look_that_is_interrupted_is_taken_again(rounds: Rounds, server: Server, tmp_path: Path) -> None:
    """Nothing of it is noted, and no failure is."""
    feed, _ = watch(rounds, server, tmp_path)
    with unless(lambda: True), pytest.raises(Interrupted):
        rounds.next()
    assert rounds.feeds.all() == [feed]
    assert rounds.feeds.seen(feed.url) == {}
    looked = rounds.next()
    assert isinstance(looked, Looked)
    assert len(looked.added) == 1
    assert looked.feed.failures == 0
