"""Feeds on behalf of an admin: added and watched, looked at now, watched no more."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from io import BytesIO
from typing import cast

from bot.fetching import fetcher_of
from bot.jobs import Job
from bot.marks import mark_of
from bot.receipts import FeedChange
from bot.recording import Recorder
from bot.settings import BotSettings
from index import Article, ArticleIndex
from index.errors import SourceError, UnknownFeed
from index.feeds import Watched
from index.folders import Folder
from index.loading import load
from index.store import Feeds, Folders
from index.watching import Looked, Watcher


class FeedDesk:
    """The feeds that are watched, and what fetches them and the pages of addresses."""

    def __init__(self, settings: BotSettings) -> None:
        """Open nothing yet."""
        self._settings = settings

    def load(self, addresses: list[str]) -> Iterator[Article | SourceError]:
        """Yield the articles at addresses, FeedFound among the errors; each is fetched when its turn comes."""
        most, fetcher = self._settings.max_article_bytes, fetcher_of(self._settings)
        yield from load(addresses, max_bytes=most, stdin=BytesIO(), fetcher=fetcher)

    def watch(self, recorder: Recorder, url: str, job: Job) -> None:
        """Add the articles of the feed at `url`, and watch it from now on. Raises Ended."""
        known = self._look(recorder, lambda watcher: watcher.add(url, recorder.collection), job)
        if known:
            recorder.outcome.watched.append(known)

    def look(self, recorder: Recorder, url: str, job: Job) -> None:
        """Look at a watched feed now; nothing is done where it is watched no more. Raises Ended."""
        found = self.find(url)
        if found:
            self._look(recorder, lambda watcher: watcher.look(found), job)

    def all(self) -> list[Watched]:
        """Return the feeds that are watched, by their titles."""
        with closing(self.opened()) as feeds:
            return sorted(feeds.all(), key=lambda one: ((one.title or one.url).casefold(), one.url))

    def folders(self) -> list[Folder]:
        """Return the folders that are watched, by their paths."""
        with closing(Folders(self._settings.articles_home)) as folders:
            return sorted(folders.all(), key=lambda one: one.path)

    def find(self, url: str) -> Watched | None:
        """Return the feed at an address, None where it is not watched."""
        with closing(self.opened()) as feeds:
            return feeds.find(url)

    def marked(self, mark: str) -> Watched | None:
        """Return the feed that has this mark on buttons, None where it is not watched any more."""
        return next((one for one in self.all() if mark_of(one.url) == mark), None)

    def stop(self, url: str) -> FeedChange | None:
        """Watch a feed no longer, and return the change; None where it is not watched any more."""
        with closing(self.opened()) as feeds:
            seen = feeds.seen(url)
            try:
                return FeedChange(url, feeds.remove(url), seen)
            except UnknownFeed:
                return None

    def opened(self) -> Feeds:
        """Open the feeds, to be closed after use."""
        return Feeds(self._settings.articles_home)

    def _look(self, recorder: Recorder, look: Callable[[Watcher], Looked], job: Job) -> Watched | None:
        """Look at a feed by `look`, and note what there is to undo; None where it could not be read."""
        outcome = recorder.outcome
        with closing(self.opened()) as feeds:
            before = {one.url for one in feeds.all()}
            # A recorder does all to an index that a watcher asks of one.
            watcher = Watcher(cast(ArticleIndex, recorder), feeds, fetcher_of(self._settings), job.check)
            try:
                looked = look(watcher)
            except SourceError as error:
                outcome.failed.append(error)
                return None
            outcome.failed += looked.failed
            if looked.feed.url not in before:
                outcome.feeds.append(FeedChange(looked.feed.url))
            return looked.feed
