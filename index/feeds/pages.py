"""PageFetcher: fetches pages and feeds, and tells one from the other."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from typing import Any

from index.errors import FeedFound, Gone, SourceError, TryLater
from index.feeds.parsing import is_feed
from index.fetching import Fetched, Fetcher
from index.fetching.refusals import Refused

_LONGEST_WAIT = timedelta(days=7)  # a server may ask for; a feed that waits longer is as good as removed
_BUSY = (HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE)


class _Busy(Refused):
    """What a server answers that says when to come again."""

    def __init__(self, reason: str, wait: timedelta) -> None:
        super().__init__(reason)
        self.wait = wait


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
        try:
            found = super().get(url, etag=etag, modified=modified)
        except SourceError as error:
            if wait := _wait_behind(error):
                raise TryLater(error.source, error.reason, datetime.now(UTC) + wait) from None
            raise
        if found.status == HTTPStatus.NOT_FOUND:
            raise SourceError(url, "there is no feed (its server answers 404); check the address")
        if found.status == HTTPStatus.GONE:
            raise SourceError(
                url, "the feed was taken away for good (its server answers 410); remove it by `feeds remove`"
            )
        return found

    def _fetched(self, answer: Any) -> Fetched:
        """Return what an answer brings; a refusal that says when to come again is noted."""
        try:
            return super()._fetched(answer)
        except Refused as refused:
            wait = _wait(answer.headers.get("Retry-After", "")) if answer.status_code in _BUSY else None
            raise _Busy(str(refused), wait) if wait else refused from None


def _wait_behind(error: BaseException | None) -> timedelta | None:
    """Return how long a server wants one to wait, as noted behind `error`."""
    while error:
        if isinstance(error, _Busy):
            return error.wait
        error = error.__context__
    return None


def _wait(header: str) -> timedelta | None:
    """Return the time that a Retry-After header names, in seconds or as a date; None where it names none."""
    if header.isascii() and header.isdecimal():
        return min(timedelta(seconds=min(int(header), 10**9)), _LONGEST_WAIT)
    try:
        then = parsedate_to_datetime(header)
    except ValueError:
        return None
    wait = (then if then.tzinfo else then.replace(tzinfo=UTC)) - datetime.now(UTC)
    return min(wait, _LONGEST_WAIT) if wait > timedelta() else None
