"""Progress bars for long work: on standard error, and only where that is a terminal."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, Task, TextColumn
from rich.text import Text

# In seconds. Steps come in bursts, a batch at a time: over less time than this the pace would jump.
_SETTLING = 20.0
_WINDOW = 300.0


class Steps:
    """Moves a bar on."""

    def __init__(self, progress: Progress, description: str, total: int | None) -> None:
        """Show a bar of `total` steps, a moving one where that is not known."""
        self._progress = progress
        self._task = progress.add_task(description, total=total)

    def one(self) -> None:
        """Count one more step."""
        self._progress.advance(self._task)

    def at(self, done: int, total: int) -> None:
        """Set the bar to `done` of `total` steps."""
        self._progress.update(self._task, completed=done, total=total)


class _Pace(ProgressColumn):
    """Steps per second in the last minutes, and the time left at that pace."""

    def render(self, task: Task) -> Text:
        """Return the pace as in "4.2/s, 0:12:05 left", once there is enough to tell it from."""
        if not task.speed or not task.elapsed or task.elapsed < _SETTLING:
            return Text()
        left = f", {timedelta(seconds=round(task.remaining / task.speed))} left" if task.remaining else ""
        return Text(f"{task.speed:.1f}/s{left}", style="dim")


@contextmanager
def progress_bar(description: str, count: Callable[[], int | None] | None = None) -> Iterator[Steps]:
    """Show a bar while the block runs; `count` says how long it is, and is asked only if it is shown."""
    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), _Pace())
    shown = sys.stderr.isatty()
    with Progress(*columns, console=console, disable=not shown, speed_estimate_period=_WINDOW) as progress:
        yield Steps(progress, description, count() if count and shown else None)
