"""Visit: one look at the page of an article, and what is to be given back to its server at the next one."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING

from index.errors import SourceError
from index.interrupting import apart
from index.loading import LOADERS, addresses
from index.records import Article

if TYPE_CHECKING:  # what it needs takes a while to import
    from index.feeds.pages import PageFetcher
    from index.fetching import Fetched


class NotModified(Exception):
    """A page is as it was."""


class Visit:
    """A look at a page; `etag` and `modified` are its server's, before it those of the last time."""

    def __init__(
        self, fetcher: PageFetcher, max_bytes: int, etag: str | None = None, modified: str | None = None
    ) -> None:
        """Fetch by `fetcher`; the page may have `max_bytes`."""
        self.etag, self.modified = etag, modified
        self._fetcher = fetcher
        self._max_bytes = max_bytes

    def load(self, url: str) -> list[Article | SourceError]:
        """Return the articles at `url`. Raises SourceError where there are none, NotModified and Interrupted."""
        return apart(lambda: list(addresses.load(url, self._fetch, LOADERS, self._max_bytes)))

    def _fetch(self, url: str) -> Fetched:
        """Return the page, and keep what its server gives with it. Raises SourceError and NotModified."""
        found = self._fetcher.get(url, etag=self.etag, modified=self.modified)
        if found.status == HTTPStatus.NOT_MODIFIED:
            raise NotModified
        self.etag, self.modified = found.etag, found.modified
        return found
