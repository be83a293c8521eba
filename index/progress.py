"""Progress bars for long work: on standard error, and only where that is a terminal."""

from __future__ import annotations

import sys
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import timedelta
from threading import Lock

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn

# In seconds of work. Steps come in bursts, a batch at a time: over less time than this the pace would jump.
_SETTLING = 20.0
_WINDOW = 300.0

# The size of each step in any unit, None where it is not known; None in place of them where their number is not.
Sizes = Sequence[int | None] | None


class Pace:
    """How long what is left will take: as long for its size as the work of the last minutes took.

    What needed no work says nothing of the rest, so neither its size nor its time counts.
    """

    def __init__(self, sizes: Sequence[int | None], clock: Callable[[], float] = time.monotonic) -> None:
        """Begin with steps of these sizes ahead; `clock` tells seconds."""
        self._known = None not in sizes
        self._left = sum(size or 0 for size in sizes)
        self._clock = clock
        self._last = clock()
        self._waited = 0.0
        self._seconds = 0.0
        self._done = 0
        self._marks: deque[tuple[float, int]] = deque([(0.0, 0)])

    def step(self, size: int | None, *, worked: bool) -> None:
        """Take a step of this size; `worked` says whether there was something to do."""
        now = self._clock()
        seconds, self._last = now - self._last, now
        self._left -= size or 0
        if not worked:
            # Work on several may show at the first of them, whichever that is.
            self._waited = max(self._waited, seconds)
            return
        self._seconds += seconds + self._waited
        self._waited = 0.0
        self._done += size or 0
        self._marks.append((self._seconds, self._done))
        while self._seconds - self._marks[1][0] > _WINDOW:
            self._marks.popleft()

    def drop(self, size: int | None) -> None:
        """Leave out a step of this size, while others may be worked on."""
        self._left -= size or 0

    @property
    def left(self) -> timedelta | None:
        """The time left, in whole seconds; None where nothing is, or while there is too little to tell it from."""
        seconds, done = self._seconds - self._marks[0][0], self._done - self._marks[0][1]
        if not self._known or self._left <= 0 or seconds < _SETTLING or not done:
            return None
        return timedelta(seconds=round(self._left * seconds / done))


class Steps:
    """Moves a bar on; one thread may begin and skip steps while another ends them."""

    def __init__(self, progress: Progress, description: str, sizes: Sizes) -> None:
        """Show a bar of steps of these sizes, a moving one where they are not known."""
        self._progress = progress
        self._sizes = list(sizes) if sizes is not None else None
        self._pace = Pace(self._sizes or [])
        self._ahead = iter(self._sizes or [])
        self._begun: deque[int | None] = deque()
        self._done = 0
        self._lock = Lock()  # what is read ahead is skipped on another thread
        self._task = progress.add_task(description, total=None if sizes is None else len(sizes), told=self._told())

    def begin(self) -> None:
        """Note that the next step was begun; several may be at once, and end in the same order."""
        self._begun.append(next(self._ahead, 0))

    def end(self, *, worked: bool = True) -> None:
        """Take the step that was begun first; `worked` says whether there was something to do."""
        self._take(self._begun.popleft(), worked=worked)

    def skip(self) -> None:
        """Take the next step, which came to nothing."""
        size = next(self._ahead, 0)
        with self._lock:
            self._pace.drop(size)
            self._show()

    def one(self) -> None:
        """Take the next step."""
        self._take(next(self._ahead, 0), worked=True)

    def at(self, done: int, total: int) -> None:
        """Take steps until there are so many of `total`."""
        while self._done < done:
            self.one()
        self._progress.update(self._task, total=total)

    def _take(self, size: int | None, *, worked: bool) -> None:
        with self._lock:
            self._pace.step(size, worked=worked)
            self._show()

    def _show(self) -> None:
        self._done += 1
        self._progress.update(self._task, completed=self._done, told=self._told())

    def _told(self) -> str:
        """Return how far it is, as in "12 of 4,656, 0:23:10 left"."""
        total = f" of {len(self._sizes):,}" if self._sizes is not None and self._done <= len(self._sizes) else ""
        left = f", {self._pace.left} left" if self._pace.left else ""
        return f"{self._done:,}{total}{left}"


@contextmanager
def progress_bar(description: str, sizes: Callable[[], Sizes] | None = None) -> Iterator[Steps]:
    """Show a bar while the block runs; `sizes` says how much there is to do, and is asked only if it is shown."""
    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.fields[told]}"))
    shown = sys.stderr.isatty()
    with Progress(*columns, console=console, disable=not shown) as progress:
        yield Steps(progress, description, sizes() if sizes and shown else None)
