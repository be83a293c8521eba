"""Progress bars for long work: on standard error, and only where that is a terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, Task, TextColumn
from rich.text import Text


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
    """Steps per second, and the time left.

    Both from the whole time so far: steps come in bursts, a batch at a time, which fool a moving average.
    """

    def render(self, task: Task) -> Text:
        """Return the pace as in "4.2/s, 0:12:05 left"."""
        if not task.completed or not task.elapsed:
            return Text()
        rate = task.completed / task.elapsed
        left = f", {timedelta(seconds=round(task.remaining / rate))} left" if task.remaining else ""
        return Text(f"{rate:.1f}/s{left}", style="dim")


@contextmanager
def progress_bar(description: str, count: Callable[[], int | None] | None = None) -> Iterator[Steps]:
    """Show a bar while the block runs; `count` says how long it is, and is asked only if it is shown."""
    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), _Pace())
    with Progress(*columns, console=console, disable=not console.is_terminal) as progress:
        yield Steps(progress, description, count() if count and console.is_terminal else None)
