"""Allowance: how often each host is asked, and which ones are left in peace for now."""

from __future__ import annotations

import time
from collections import defaultdict, deque
from collections.abc import Callable
from datetime import UTC, datetime
from urllib.parse import urlsplit

_WINDOW = 3600.0  # seconds


class Allowance:
    """Requests that may be made of each host; used by one thread at a time."""

    def __init__(self, most: int | None = None, clock: Callable[[], float] = time.monotonic) -> None:
        """Allow `most` requests an hour of one host, any number where that is None; `clock` is in seconds."""
        self._most = most
        self._clock = clock
        self._asked: defaultdict[str, deque[float]] = defaultdict(deque)
        self._resting: dict[str, datetime] = {}

    def take(self, url: str) -> bool:
        """Return whether the host of `url` may be asked now; if so, that counts as one request."""
        host, now = _host(url), self._clock()
        if host in self._resting and datetime.now(UTC) < self._resting[host]:
            return False
        asked = self._asked[host]
        while asked and asked[0] <= now - _WINDOW:
            asked.popleft()
        if self._most is not None and len(asked) >= self._most:
            return False
        asked.append(now)
        return True

    def rest(self, url: str, then: datetime) -> None:
        """Let the host of `url` be asked no more until the moment `then`."""
        self._resting[_host(url)] = then


def _host(url: str) -> str:
    return urlsplit(url).hostname or ""
