"""Check: one look at a watched feed, and at the pages of what is new or has changed in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from http import HTTPStatus
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from index.errors import Gone, SourceError, TryLater
from index.feeds.feed import Item, Seen, Watched
from index.feeds.parsing import read
from index.loading import LOADERS, addresses, html
from index.loading.metadata import Metadata
from index.loading.source import Source
from index.records import Article

if TYPE_CHECKING:  # what it needs takes a while to import
    from index.feeds.pages import PageFetcher

INTERVAL = timedelta(minutes=30)
_LONGEST = timedelta(days=1)
_TRIES = 3  # looks at a page that fails; then it rests until its feed says that it has changed
_FIRST = ("www.", "feeds.", "feed.", "rss.")  # names of a site's hosts, which are one site for us


class Check:
    """A look at a feed: `articles` says what it brings; then `feed` and `seen` are what is to be kept of it."""

    def __init__(
        self, feed: Watched, seen: Mapping[str, Seen], fetcher: PageFetcher, max_bytes: int, now: datetime
    ) -> None:
        """Prepare to look at `feed` at the moment `now` (UTC); `seen` is what came of its items before, by their keys.

        A page may have `max_bytes`.
        """
        self.feed = feed
        self.seen = dict(seen)
        self._fetcher = fetcher
        self._max_bytes = max_bytes
        self._now = now

    def articles(self) -> Iterator[Article | SourceError]:
        """Fetch the feed; yield an article for each item that is new or has changed, or why there is none.

        Gone is yielded for a page that was taken away. A feed that can't be read is one SourceError, and its turn comes
        later with each failure.
        """
        try:
            fetched = self._fetcher.feed(self.feed.url, etag=self.feed.etag, modified=self.feed.modified)
            if fetched.status == HTTPStatus.NOT_MODIFIED:
                self._succeeded(fetched.etag or self.feed.etag, fetched.modified or self.feed.modified)
                return
            found = read(fetched.body, fetched.url, fetched.charset)
        except SourceError as error:
            self._failed(error)
            yield error
            return
        self.feed = replace(self.feed, title=found.title or self.feed.title)
        for item in found.items:
            if _is_due(item, self.seen.get(item.key)):
                yield from self._look(item)
        # What failed is tried again, so the feed must come again although it may not have changed.
        whole = not any(0 < self.seen[item.key].failures < _TRIES for item in found.items)
        self._succeeded(fetched.etag if whole else None, fetched.modified if whole else None)

    def _look(self, item: Item) -> Iterator[Article | SourceError]:
        """Yield what an item brings, and note what came of it."""
        before = self.seen.get(item.key, Seen())
        try:
            found = list(self._load(item))
        except Gone as gone:
            self.seen[item.key] = Seen(item.updated)
            yield Gone(gone.source, before.article)
        except SourceError as error:
            self.seen[item.key] = Seen(item.updated, before.article, before.failures + 1)
            yield error
        else:
            id = next((one.id for one in found if isinstance(one, Article)), None)
            self.seen[item.key] = Seen(item.updated, id)
            yield from found

    def _load(self, item: Item) -> Iterator[Article | SourceError]:
        """Yield the article of an item's page, else the one in the feed itself. Raises SourceError for neither."""
        if item.url is None:
            yield self._own(item)
            return
        try:
            pages = list(addresses.load(item.url, self._fetcher, LOADERS, self._max_bytes))
        except Gone:
            raise
        except SourceError as error:
            # A feed speaks for its own site only: it could otherwise take the place of another's article.
            if item.content is None or _site(item.url) != _site(self.feed.url):
                raise
            try:
                yield self._own(item)
            except SourceError:
                raise error from None
        else:
            for one in pages:
                yield _filled(one, item) if isinstance(one, Article) else one

    def _own(self, item: Item) -> Article:
        """Return the article that stands in the feed. Raises SourceError where it has no text."""
        text, _ = html.read(f"<html><body><article>{item.content}</article></body></html>")
        source = Source(item.url or f"{self.feed.url} ({item.title or 'no title'})", iter(()), self._max_bytes)
        return source.article(text, Metadata(item.title, item.authors, item.published, None, item.url))

    def _succeeded(self, etag: str | None, modified: str | None) -> None:
        """Note that the feed was read."""
        self.feed = Watched(self.feed.url, self._now + INTERVAL, self.feed.title, etag, modified, checked=self._now)

    def _failed(self, error: SourceError) -> None:
        """Note that the feed could not be read."""
        failures = self.feed.failures + 1
        due = self._now + min(INTERVAL * 2 ** min(failures, 10), _LONGEST)
        self.feed = replace(
            self.feed,
            due=max(due, error.then) if isinstance(error, TryLater) else due,
            checked=self._now,
            failures=failures,
            failing_since=self.feed.failing_since or self._now,
            error=error.reason,
        )


def _is_due(item: Item, before: Seen | None) -> bool:
    """Whether an item is new, has changed, or failed and is to be tried again."""
    if before is None or 0 < before.failures < _TRIES:
        return True
    return (item.updated or "") > (before.updated or "")


def _filled(article: Article, item: Item) -> Article:
    """Return the article of a page with what only its feed says."""
    return replace(
        article,
        title=article.title or item.title,
        authors=article.authors or item.authors,
        published=article.published or item.published,
    )


def _site(url: str) -> str:
    """Return the host of an address without what only names its part, as "www."."""
    host = urlsplit(url).hostname or ""
    return next((host.removeprefix(first) for first in _FIRST if host.startswith(first)), host)
