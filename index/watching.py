"""Feeds -> the index: what a look at one brings is added, and what was taken away is removed."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from index.collection_names import chosen
from index.errors import FeedFound, Gone, SourceError, UnknownArticle
from index.feeds import Allowance, Check, Watched
from index.library import ArticleIndex
from index.normal import canonical_url
from index.records import Added, Article
from index.store import Feeds

if TYPE_CHECKING:  # what it needs takes a while to import
    from index.feeds.pages import PageFetcher

_SPREAD = 0.1  # of an interval, by which looks come later at random: many feeds that were added at once part


@dataclass(slots=True)
class Looked:
    """What a look at a feed came to; `feed` is what is known of it now."""

    feed: Watched
    added: list[Added] = field(default_factory=list)
    removed: list[Article] = field(default_factory=list)
    failed: list[SourceError] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Given:
    """What is remembered of an article that is to be added: whence it came, its id and its address."""

    key: str
    id: str
    url: str | None


@dataclass(frozen=True, slots=True)
class Watcher:
    """Looks at feeds on behalf of an index; `progress` is called after each article.

    `allowance` says which hosts may be asked.
    """

    index: ArticleIndex
    feeds: Feeds
    fetcher: PageFetcher
    progress: Callable[[], None] = lambda: None
    allowance: Allowance = field(default_factory=Allowance)

    def add(self, url: str, collection: str | None = None) -> Looked:
        """Add the articles of the feed at `url`, and watch it from now on. Raises SourceError where it can't be read.

        One that is watched already is looked at. Its articles go into the `collection`, if one is given; a name that
        none can have raises CollectionError.
        """
        url, collection = feed_address(url), chosen(collection)
        known = self.feeds.find(url)
        if known:
            return self.look(replace(known, collection=collection or known.collection))
        check, looked = self._look(Watched(url, datetime.now(UTC), collection=collection))
        if check.feed.failures:
            raise looked.failed[0]
        self.feeds.watch(looked.feed, check.noted, check.pages.values())
        return looked

    def add_all(
        self, found: Iterable[FeedFound], failed: list[SourceError], collection: str | None = None
    ) -> Iterator[Added]:
        """Add the articles of feeds that were found in place of pages, and watch these; put errors into `failed`."""
        for one in found:
            try:
                looked = self.add(one.source, collection)
            except SourceError as error:
                failed.append(error)
            else:
                failed += looked.failed
                yield from looked.added

    def look(self, feed: Watched) -> Looked:
        """Look at a watched feed, whether it is due or not."""
        check, looked = self._look(feed)
        self.feeds.note(looked.feed, check.noted, check.pages.values())
        return looked

    def _look(self, feed: Watched) -> tuple[Check, Looked]:
        looked, seen = Looked(feed), self.feeds.seen(feed.url)
        check = Check(
            feed,
            seen,
            self.fetcher,
            self.index.settings.max_article_bytes,
            datetime.now(UTC),
            interval=interval(self.index),
            allowance=self.allowance,
            is_there=lambda id: self.index.find(id) is not None,
        )
        # Where a known article belongs was perhaps put right by hand: only new ones are put into the collection.
        changed: list[tuple[str, Article]] = []
        looked.added = self._add(check, self._new(check, looked, changed), feed.collection)
        looked.added += self._add(check, changed, None)
        for key, before in seen.items():
            now = check.noted.get(key, before)
            # Without an address, an item that says something else is another article.
            replaced = before.article and not before.elsewhere and now.article not in (None, before.article)
            if before.article and replaced and not key.startswith("http"):
                self._take_out(before.article, looked, check)
        later = random.random() * _SPREAD * interval(self.index)  # noqa: S311  # no secret
        looked.feed = replace(check.feed, due=check.feed.due + later)
        return check, looked

    def _add(self, check: Check, articles: Iterable[tuple[str, Article]], collection: str | None) -> list[Added]:
        """Add articles, each with the key of its item, and note for each item which article has its text now."""
        given: list[Given] = []

        def noted() -> Iterator[Article]:
            for key, article in articles:
                given.append(Given(key, article.id, article.url))
                yield article

        added = self.index.add(noted(), collection=collection, progress=lambda _: self.progress())
        # Of several articles that come with an item the first is the one that it is known by.
        for one, came in reversed(list(zip(added, given, strict=True))):
            check.placed(came.key, one.id, elsewhere=is_elsewhere(self.index, one, came))
        return added

    def _new(self, check: Check, looked: Looked, changed: list[tuple[str, Article]]) -> Iterator[tuple[str, Article]]:
        """Yield the articles of new items, and put those of others into `changed`, errors into `looked.failed`.

        Articles that were taken away are removed.
        """
        for one in check.articles():
            if not isinstance(one, Article):
                if not (isinstance(one, Gone) and one.article and self._take_out(one.article, looked, check)):
                    looked.failed.append(one)
                self.progress()
            elif check.before and check.before.article:
                changed.append((check.key, one))
            else:
                yield check.key, one

    def _take_out(self, id: str, looked: Looked, check: Check) -> bool:
        """Take an article out as its source did; False where it is not there."""
        removed = take_out(self.index, id)
        looked.removed += removed
        self.feeds.forget(id)
        check.forget(id)
        return bool(removed)


def take_out(index: ArticleIndex, id: str) -> list[Article]:
    """Take the article with this very id out and return it; nothing where it is not there."""
    if index.find(id) is None:
        return []
    try:
        return index.remove([id])
    except UnknownArticle:  # somebody else took it out just now
        return []


def interval(index: ArticleIndex) -> timedelta:
    """Return the time between two looks at a feed."""
    return timedelta(minutes=index.settings.feed_minutes or 30)


def is_elsewhere(index: ArticleIndex, added: Added, given: Given) -> bool:
    """Whether the text of an article that was `given` and `added` is that of another one, which was there before."""
    if added.status != "unchanged" or added.id == given.id:
        return False
    there = index.find(added.id)
    return there is not None and not (given.url and there.url == given.url)


def feed_address(text: str) -> str:
    """Return the address of a feed in its normal form, without "feed:" before it. Raises SourceError for no address."""
    bare = text.strip().removeprefix("feed:")
    try:
        return canonical_url(f"http:{bare}" if bare.startswith("//") else bare)
    except ValueError:
        raise SourceError(text, "this is no address; write it as https://example.org/news/feed.xml") from None
