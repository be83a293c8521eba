"""Progress bars: on a terminal only, with the time that is left."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from datetime import timedelta

import pytest

from index.progress import Pace, progress_bar


class _Screen(io.StringIO):
    """Standard error that is a terminal, or is none."""

    def __init__(self, terminal: bool) -> None:
        """Begin empty."""
        super().__init__()
        self._terminal = terminal

    def isatty(self) -> bool:
        """Say whether it is a terminal."""
        return self._terminal


def _show(terminal: bool, monkeypatch: pytest.MonkeyPatch) -> tuple[str, int]:
    """Move a bar on; return what was drawn and how often the length was asked for."""
    asked: list[int] = []
    screen = _Screen(terminal)
    monkeypatch.setattr(sys, "stderr", screen)

    def sizes() -> list[int | None]:
        asked.append(3)
        return [10, 20, 30]

    with progress_bar("Adding", sizes) as step:
        step.one()
        step.at(2, 3)
    return screen.getvalue(), len(asked)


def test_a_terminal_shows_a_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is done, how far it is, and how much there is."""
    monkeypatch.setenv("TERM", "xterm")
    drawn, asked = _show(True, monkeypatch)
    assert "Adding" in drawn
    assert "2 of 3" in drawn
    assert asked == 1


def test_elsewhere_nothing_is_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a terminal there is no bar, also where colours are forced, and nothing is counted for it."""
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert _show(False, monkeypatch) == ("", 0)


def test_steps_that_overlap_are_counted_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Some are begun and others left out before the first is done; more than were counted are counted on."""
    monkeypatch.setenv("TERM", "xterm")
    screen = _Screen(True)
    monkeypatch.setattr(sys, "stderr", screen)
    with progress_bar("Adding", lambda: [1, 1, 1]) as step:
        step.begin()
        step.begin()
        step.skip()
        step.end()
        step.end(worked=False)
        step.one()
    last = screen.getvalue().rpartition("Adding")[2]
    assert " 4" in last
    assert "of 3" not in last


def _paced(sizes: list[int | None], *moments: float) -> Pace:
    """Return a pace whose clock shows 0, then these seconds, a step each."""
    times: Iterator[float] = iter((0.0, *moments))
    return Pace(sizes, lambda: next(times))


def test_the_time_left_goes_by_size() -> None:
    """Ten bytes a second so far are ten bytes a second later, whatever the number of steps."""
    pace = _paced([300, 100, 1600, 400], 30, 40)
    pace.step(300, worked=True)
    assert pace.left == timedelta(seconds=210)
    pace.step(100, worked=True)
    assert pace.left == timedelta(seconds=200)


def test_what_took_no_work_does_not_count() -> None:
    """Neither the size nor the time of unchanged ones tells how long the others take; they are only left behind."""
    pace = _paced([5000, 5000, 200, 800], 1, 2, 22)
    pace.step(5000, worked=False)
    pace.step(5000, worked=False)
    assert pace.left is None
    pace.step(200, worked=True)
    assert pace.left == timedelta(seconds=84)  # 21 seconds for 200: one of the waits before may have been for it


def test_work_that_shows_at_an_unchanged_one_counts() -> None:
    """Where several are worked on together, the first to be told may be one that needed no work."""
    pace = _paced([100, 100, 100, 400], 30, 30, 30)
    pace.step(100, worked=False)
    pace.step(100, worked=True)
    pace.step(100, worked=True)
    assert pace.left == timedelta(seconds=60)


def test_only_the_last_minutes_tell_the_pace() -> None:
    """After a slow beginning and five faster minutes the time left is that of the faster ones."""
    pace = _paced([100] * 50, 1000, *(1000 + 20 * step for step in range(1, 21)))
    for _ in range(21):
        pace.step(100, worked=True)
    assert pace.left == timedelta(seconds=29 * 20)


def test_no_time_is_promised_too_early() -> None:
    """Not before twenty seconds of work, nor where a size is not known, nor when nothing is left."""
    early = _paced([10, 10], 19)
    early.step(10, worked=True)
    assert early.left is None
    address = _paced([10, None], 60)
    address.step(10, worked=True)
    assert address.left is None
    done = _paced([10], 60)
    done.step(10, worked=True)
    assert done.left is None


def test_what_is_left_out_leaves_less() -> None:
    """A source that can't be read takes no time, and its size is no longer ahead."""
    pace = _paced([100, 300, 100], 30)
    pace.drop(300)
    pace.step(100, worked=True)
    assert pace.left == timedelta(seconds=30)
