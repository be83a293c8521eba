"""Turns: one request at a time to a host, and a pause between two, so that nobody's server is pressed."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Lock

_APART = 1.0  # seconds between the end of a request and the next one to that host


@dataclass(slots=True)
class _Turn:
    lock: Lock = field(default_factory=Lock)
    free_at: float = float("-inf")


class Turns:
    """Whose turn it is at each host; usable from any thread."""

    def __init__(
        self, clock: Callable[[], float] = time.monotonic, sleep: Callable[[float], None] = time.sleep
    ) -> None:
        """Measure with `clock` and wait by `sleep`, both in seconds."""
        self._clock, self._sleep = clock, sleep
        self._turns: dict[str, _Turn] = {}
        self._guard = Lock()

    @contextmanager
    def at(self, host: str) -> Iterator[None]:
        """Wait until it is one's turn at `host`, and keep it while the block runs."""
        with self._guard:
            turn = self._turns.setdefault(host, _Turn())
        with turn.lock:
            wait = turn.free_at - self._clock()
            if wait > 0:
                self._sleep(wait)
            try:
                yield
            finally:
                turn.free_at = self._clock() + _APART
