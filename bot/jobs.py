"""Long work on behalf of an admin: how far it is, and that it is to end before it is complete."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Literal

from bot.worker import Worker

Ending = Literal["cancelled", "stopped"]


class Ended(Exception):
    """Long work is to end before it is complete."""


@dataclass(slots=True)
class Job:
    """One piece of long work; `number` is on the button that cancels it, `done` counts what is done of it."""

    number: int
    worker: Worker
    done: int = 0
    cancelled: bool = False

    @property
    def ending(self) -> Ending | None:
        """Why it is to end now, an admin's wish or the end of the program; None while it may go on."""
        if self.cancelled:
            return "cancelled"
        return "stopped" if self.worker.stopping else None

    def check(self) -> None:
        """Raise Ended where it is to end."""
        if self.ending:
            raise Ended


class Jobs:
    """The long work in hand."""

    def __init__(self, worker: Worker) -> None:
        """Begin with none; all ends when `worker` is to stop."""
        self._worker = worker
        self._in_hand: dict[int, Job] = {}

    @contextmanager
    def begin(self) -> Iterator[Job]:
        """Give a job that is in hand until the block ends."""
        # The time in microseconds is never used again, not after a restart either.
        number = max(time.time_ns() // 1000, *self._in_hand, 0) + 1
        job = self._in_hand[number] = Job(number, self._worker)
        try:
            yield job
        finally:
            del self._in_hand[number]

    def cancel(self, number: int) -> bool:
        """Let a job end before it is complete; False where it is not in hand any more."""
        job = self._in_hand.get(number)
        if job:
            job.cancelled = True
        return job is not None
