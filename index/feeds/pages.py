"""PageFetcher: fetches pages and feeds, and tells one from the other."""

from __future__ import annotations

from http import HTTPStatus

from index.errors import FeedFound, Gone, SourceError
from index.feeds.parsing import is_feed
from index.fetching import Fetched, Fetcher


class PageFetcher(Fetcher):
    """Fetches pages, and raises Gone for one that answers 410 and FeedFound for a feed; `feed` fetches feeds."""

    def get(self, url: str, *, etag: str | None = None, modified: str | None = None) -> Fetched:
        """Return the page at `url`. Raises SourceError, Gone and FeedFound among them."""
        found = super().get(url, etag=etag, modified=modified)
        if found.status == HTTPStatus.GONE:
            raise Gone(url)
        if is_feed(found.body):
            raise FeedFound(url)
        return found

    def feed(self, url: str, *, etag: str | None = None, modified: str | None = None) -> Fetched:
        """Return what stands at `url`, or that it has not changed. Raises SourceError, TryLater among them."""
        found = super().get(url, etag=etag, modified=modified)
        if found.status == HTTPStatus.NOT_FOUND:
            raise SourceError(url, "there is no feed (its server answers 404); check the address")
        if found.status == HTTPStatus.GONE:
            raise SourceError(
                url, "the feed was taken away for good (its server answers 410); remove it by `feeds remove`"
            )
        return found
