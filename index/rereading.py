"""Pages of watched feeds -> the index, once more: what was corrected is replaced, what was taken away is removed."""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from index.errors import Gone, SourceError, TryLater
from index.feeds import LATER, Allowance, NotModified, Page, Seen, Visit, next_look
from index.library import ArticleIndex
from index.records import Article
from index.store import Feeds
from index.watching import Given, Looked, is_elsewhere, take_out

if TYPE_CHECKING:  # what it needs takes a while to import
    from index.feeds.pages import PageFetcher

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Rereader:
    """Looks at pages again that watched feeds have led to, on a schedule that ends after a month."""

    index: ArticleIndex
    feeds: Feeds
    fetcher: PageFetcher
    allowance: Allowance

    def look(self, now: datetime) -> Looked | None:
        """Look at the page that is due longest, and return what that came to; None where none is due.

        A page that fails, or is not found, changes nothing. Raises Interrupted.
        """
        due = self.feeds.due_page(now)
        if due is None:
            return None
        feed, page, seen = due
        looked = Looked(feed)
        if seen.article is None or self.index.find(seen.article) is None:
            self.feeds.note_page(feed.url, page, None, seen)  # somebody took it out
        elif not self.allowance.take(page.url):
            self.feeds.note_page(feed.url, page, now + LATER, seen)
        else:
            # Noted first: whatever this look raises, the other pages have their turn.
            self.feeds.note_page(feed.url, page, now + LATER, seen)
            self._reread(looked, page, seen, now)
        return looked

    def _reread(self, looked: Looked, page: Page, seen: Seen, now: datetime) -> None:
        """Fetch a page, do what follows, and note when it is due again."""
        feed, then = looked.feed, next_look(page.since, now)
        visit = Visit(self.fetcher, self.index.settings.max_article_bytes, page.etag, page.modified)
        try:
            found = visit.load(page.url)
        except NotModified:
            pass
        except Gone:
            if seen.article and not seen.elsewhere:
                looked.removed += take_out(self.index, seen.article)
                self.feeds.forget(seen.article)
            seen, then = replace(seen, article=None, elsewhere=False), None
        except TryLater as error:
            self.allowance.rest(page.url, error.then)
            then = max(error.then, now + LATER)
        except SourceError as error:
            logger.info("not read again: %s", error)
        else:
            page = replace(page, etag=visit.etag, modified=visit.modified)
            seen = self._replace(looked, page.url, found, seen)
        self.feeds.note_page(feed.url, page, then, seen)

    def _replace(self, looked: Looked, page: str, found: list[Article | SourceError], seen: Seen) -> Seen:
        """Add what stands at the address `page` now, and return which article has its text then."""
        articles = [one for one in found if isinstance(one, Article)]
        before = self.index.find(seen.article) if seen.article else None
        if len(articles) != 1 or before is None:
            return seen
        article = _completed(articles[0], before)
        if article.url not in (before.url, page) and article.id != before.id:
            logger.info("%s: kept as it was, since its page leads to %s now", before.url, article.url)
            return seen
        if _is_less(article, before):
            logger.info("%s: kept as it was, since less than half of it is left on its page", before.url)
            return seen
        given, looked.added = Given(page, article.id, article.url), self.index.add([article])
        [added] = looked.added
        return replace(seen, article=added.id, elsewhere=is_elsewhere(self.index, added, given))


def _completed(article: Article, before: Article) -> Article:
    """Return an article of a page with what only its feed said."""
    return replace(
        article,
        title=article.title or before.title,
        authors=article.authors or before.authors,
        published=article.published or before.published,
    )


def _is_less(article: Article, before: Article) -> bool:
    """Whether less than half is left, as where an article is only for subscribers after a while."""
    return len(article.text) * 2 < len(before.text)
