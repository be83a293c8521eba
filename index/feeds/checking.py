"""Check: one look at a watched feed, and at the pages of what is new or has changed in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from http import HTTPStatus
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from index.errors import Gone, SourceError, TryLater
from index.feeds.allowance import Allowance
from index.feeds.feed import Item, Page, Seen, Watched
from index.feeds.parsing import read
from index.feeds.schedule import INTERVAL, LATER, after_failures, new_since, next_look
from index.feeds.visit import Visit
from index.loading import html
from index.loading.metadata import Metadata
from index.loading.source import Source
from index.records import Article

if TYPE_CHECKING:  # what it needs takes a while to import
    from index.feeds.pages import PageFetcher

_TRIES = 3  # looks at a page that fails; then it rests until its feed says that it has changed
_FIRST = ("www.", "feeds.", "feed.", "rss.")  # names of a site's hosts, which are one site for us


class Check:
    """A look at a feed: `articles` says what it brings; then all else is what is to be kept of it.

    `seen` has what came of the feed's items, `noted` of those only that stand in it now, `pages` those to be looked at
    again; `key` is of the item in hand, `before` what came of that one last time, None where it is new.
    """

    def __init__(
        self,
        feed: Watched,
        seen: Mapping[str, Seen],
        fetcher: PageFetcher,
        max_bytes: int,
        now: datetime,
        *,
        interval: timedelta = INTERVAL,
        allowance: Allowance | None = None,
        is_there: Callable[[str], bool] = lambda _: True,
    ) -> None:
        """Prepare to look at `feed` at the moment `now` (UTC); `seen` is what came of its items before, by their keys.

        A page may have `max_bytes`; the next look is after an `interval`. `is_there` says whether there is an article
        with this id: where one was taken out, its page is left alone.
        """
        self.feed = feed
        self.seen = dict(seen)
        self.noted: dict[str, Seen] = {}
        self.pages: dict[str, Page] = {}
        self.key = ""
        self.before: Seen | None = None
        self._fetcher = fetcher
        self._max_bytes = max_bytes
        self._now = now
        self._interval = interval
        self._allowance = allowance or Allowance()
        self._is_there = is_there

    def articles(self) -> Iterator[Article | SourceError]:
        """Fetch the feed; yield an article for each item that is new or has changed, or why there is none.

        Gone is yielded for a page that was taken away. A feed that can't be read is one SourceError, and its turn comes
        later with each failure. Raises Interrupted; then nothing of this look is to be kept.
        """
        if not self._allowance.take(self.feed.url):
            self.feed = replace(self.feed, due=self._now + LATER)
            return
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
        whole = True
        for item in found.items:
            if self._is_due(item):
                if item.url is None or self._allowance.take(item.url):
                    yield from self._look(item)
                else:
                    whole = False
        self.noted = {item.key: self.seen[item.key] for item in found.items if item.key in self.seen}
        # What failed or was left is tried again, so the feed must come again although it may not have changed.
        whole = whole and not any(0 < seen.failures < _TRIES for seen in self.noted.values())
        whole = whole and len(self.noted) == len(found.items)
        self._succeeded(fetched.etag if whole else None, fetched.modified if whole else None)

    def placed(self, key: str, id: str, *, elsewhere: bool) -> None:
        """Note that the article of the item with this key is the one with this id; see Seen."""
        self.noted[key] = self.seen[key] = replace(self.seen[key], article=id, elsewhere=elsewhere)

    def forget(self, id: str) -> None:
        """Note that the article with this id was taken out because its source did so: no item has it any more."""
        for several in (self.seen, self.noted):
            for key in [key for key, one in several.items() if one.article == id]:
                several[key] = replace(several[key], article=None, elsewhere=False)

    def _is_due(self, item: Item) -> bool:
        """Whether an item is new, has changed, or failed and is to be tried again."""
        before = self.seen.get(item.key)
        if before is None:
            return True
        if before.article and not self._is_there(before.article):
            return False  # somebody took it out
        return 0 < before.failures < _TRIES or (item.updated or "") > (before.updated or "")

    def _look(self, item: Item) -> Iterator[Article | SourceError]:
        """Yield what an item brings, and note what came of it."""
        self.key = item.key
        before = self.before = self.seen.get(item.key)
        known = before or Seen()
        visit = Visit(self._fetcher, self._max_bytes)
        try:
            found = self._load(item, visit)
        except Gone as gone:
            self.seen[item.key] = Seen(item.updated)
            yield Gone(gone.source, None if known.elsewhere else known.article)
        except TryLater as error:
            yield error  # which is no fault of the page
        except SourceError as error:
            self.seen[item.key] = replace(known, updated=item.updated, failures=known.failures + 1)
            yield error
        else:
            ids = [one.id for one in found if isinstance(one, Article)]
            self.seen[item.key] = Seen(item.updated, ids[0] if ids else None)
            since = self._now if before else new_since(item.published, self._now)
            due = next_look(since, self._now)
            if item.url and due and len(ids) == 1:
                self.pages[item.key] = Page(item.url, since, due, visit.etag, visit.modified)
            yield from found

    def _load(self, item: Item, visit: Visit) -> list[Article | SourceError]:
        """Return the article of an item's page, else the one in the feed itself. Raises SourceError for neither."""
        if item.url is None:
            return [self._own(item)]
        try:
            pages = visit.load(item.url)
        except Gone:
            raise
        except SourceError as error:
            if isinstance(error, TryLater):
                self._allowance.rest(item.url, error.then)
            # A feed speaks for its own site only: it could otherwise take the place of another's article.
            if item.content is None or _site(item.url) != _site(self.feed.url):
                raise
            try:
                return [self._own(item)]
            except SourceError:
                raise error from None
        return [_filled(one, item) if isinstance(one, Article) else one for one in pages]

    def _own(self, item: Item) -> Article:
        """Return the article that stands in the feed. Raises SourceError where it has no text."""
        text, _ = html.read(f"<html><body><article>{item.content}</article></body></html>")
        source = Source(item.url or f"{self.feed.url} ({item.title or 'no title'})", iter(()), self._max_bytes)
        return source.article(text, Metadata(updated=item.updated).completed(_known(item), "the feed"))

    def _succeeded(self, etag: str | None, modified: str | None) -> None:
        """Note that the feed was read."""
        self.feed = Watched(
            self.feed.url,
            self._now + self._interval,
            self.feed.title,
            etag,
            modified,
            checked=self._now,
            collection=self.feed.collection,
        )

    def _failed(self, error: SourceError) -> None:
        """Note that the feed could not be read."""
        failures = self.feed.failures + 1
        due = self._now + after_failures(failures, self._interval)
        self.feed = replace(
            self.feed,
            due=max(due, error.then) if isinstance(error, TryLater) else due,
            checked=self._now,
            failures=failures,
            failing_since=self.feed.failing_since or self._now,
            error=error.reason,
        )


def _filled(article: Article, item: Item) -> Article:
    """Return the article of a page with what only its feed says."""
    own = Metadata(article.title, tuple(article.authors), article.published, article.publisher, article.url)
    known = replace(own, found=article.found).completed(_known(item), "the feed")
    return replace(
        article,
        title=known.title,
        authors=known.authors,
        published=known.published,
        updated=article.updated or item.updated,
        found=known.found,
    )


def _known(item: Item) -> Metadata:
    return Metadata(item.title, item.authors, item.published, None, item.url)


def _site(url: str) -> str:
    """Return the host of an address without what only names its part, as "www."."""
    host = urlsplit(url).hostname or ""
    return next((host.removeprefix(first) for first in _FIRST if host.startswith(first)), host)
