"""Long work ends early when it is told to."""

from __future__ import annotations

import threading

import pytest

from index.errors import Interrupted
from index.interrupting import apart, go_on, unless


def test_work_goes_on_until_it_is_told_to_end() -> None:
    """Outside of a block nothing is interrupted, inside once it is said, and afterwards not any more."""
    over = False
    with unless(lambda: over):
        go_on()
        over = True
        with pytest.raises(Interrupted):
            go_on()
    go_on()


def test_an_inner_block_ends_with_the_outer_one() -> None:
    """Either may say so."""
    outer, inner = threading.Event(), threading.Event()
    with unless(outer.is_set):
        with unless(inner.is_set):
            inner.set()
            with pytest.raises(Interrupted):
                go_on()
        go_on()
        inner.clear()
        outer.set()
        with unless(inner.is_set), pytest.raises(Interrupted):
            go_on()


def test_what_hangs_is_left_to_itself() -> None:
    """The caller goes on although the work never ends; what it asks itself knows that it is to end."""
    asked, told, free = threading.Event(), threading.Event(), threading.Event()

    def work() -> None:
        asked.set()
        try:
            while not free.wait(0.01):
                go_on()
        except Interrupted:
            told.set()
        free.wait(10)

    with unless(asked.is_set), pytest.raises(Interrupted):
        apart(work)
    assert told.wait(1)
    free.set()


def test_results_and_errors_come_through() -> None:
    """Whether it could be interrupted or not."""

    def fail() -> None:
        raise TimeoutError("of the work itself")

    for is_to_end in (None, lambda: False):
        with unless(is_to_end) if is_to_end else pytest.MonkeyPatch.context():
            assert apart(lambda: threading.current_thread().name) == ("apart" if is_to_end else "MainThread")
            with pytest.raises(TimeoutError, match="of the work itself"):
                apart(fail)
