"""Feeds -> the index: what a look at one brings is added, and what was taken away is removed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from index.errors import FeedFound, Gone, SourceError
from index.feeds import Check, Watched
from index.library import ArticleIndex
from index.normal import canonical_url
from index.records import Added, Article
from index.store import Feeds

if TYPE_CHECKING:  # what it needs takes a while to import
    from index.feeds.pages import PageFetcher


@dataclass(slots=True)
class Looked:
    """What a look at a feed came to; `feed` is what is known of it now."""

    feed: Watched
    added: list[Added] = field(default_factory=list)
    removed: list[Article] = field(default_factory=list)
    failed: list[SourceError] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Watcher:
    """Looks at feeds on behalf of an index; `progress` is called after each article."""

    index: ArticleIndex
    feeds: Feeds
    fetcher: PageFetcher
    progress: Callable[[], None] = lambda: None

    def add(self, url: str) -> Looked:
        """Add the articles of the feed at `url`, and watch it from now on. Raises SourceError where it can't be read.

        One that is watched already is looked at.
        """
        url = feed_address(url)
        known = self.feeds.find(url)
        if known:
            return self.look(known)
        check, looked = self._look(Watched(url, datetime.now(UTC)))
        if check.feed.failures:
            raise looked.failed[0]
        self.feeds.watch(check.feed, check.seen)
        return looked

    def add_all(self, found: Iterable[FeedFound], failed: list[SourceError]) -> Iterator[Added]:
        """Add the articles of feeds that were found in place of pages, and watch these; put errors into `failed`."""
        for one in found:
            try:
                looked = self.add(one.source)
            except SourceError as error:
                failed.append(error)
            else:
                failed += looked.failed
                yield from looked.added

    def look(self, feed: Watched) -> Looked:
        """Look at a watched feed, whether it is due or not."""
        check, looked = self._look(feed)
        self.feeds.note(check.feed, check.seen)
        return looked

    def _look(self, feed: Watched) -> tuple[Check, Looked]:
        index, looked = self.index, Looked(feed)
        check = Check(
            feed, self.feeds.seen(feed.url), self.fetcher, index.settings.max_article_bytes, datetime.now(UTC)
        )
        looked.added = index.add(self._readable(check, looked), progress=lambda _: self.progress())
        looked.feed = check.feed
        return check, looked

    def _readable(self, check: Check, looked: Looked) -> Iterator[Article]:
        """Yield the articles, remove those that were taken away, and put what can't be read into `looked.failed`."""
        for one in check.articles():
            if isinstance(one, Article):
                yield one
                continue
            if isinstance(one, Gone) and one.article and self.index.find(one.article):
                looked.removed += self.index.remove([one.article])
            else:
                looked.failed.append(one)
            self.progress()


def feed_address(text: str) -> str:
    """Return the address of a feed in its normal form, without "feed:" before it. Raises SourceError for no address."""
    bare = text.strip().removeprefix("feed:")
    try:
        return canonical_url(f"http:{bare}" if bare.startswith("//") else bare)
    except ValueError:
        raise SourceError(text, "this is no address; write it as https://example.org/news/feed.xml") from None
