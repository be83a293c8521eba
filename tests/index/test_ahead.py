"""Items taken by a thread of their own, before they are asked for."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import closing
from contextvars import ContextVar

import pytest

from index.ahead import ahead
from index.errors import Interrupted
from index.interrupting import go_on

_PATIENCE = 30.0  # seconds until a test fails in place of waiting for ever


def test_they_come_in_order() -> None:
    """All of them, however few may be waiting; none of nothing."""
    assert list(ahead(range(50), 2)) == list(range(50))
    assert list(ahead([], 2)) == []


def test_the_next_ones_are_taken_meanwhile() -> None:
    """While the first is in use the others are taken, no more than may wait."""
    taken: list[int] = []
    enough = threading.Event()

    def items() -> Iterator[int]:
        for number in range(20):
            taken.append(number)
            if number == 4:
                enough.set()
            yield number

    with closing(ahead(items(), 3)) as coming:
        assert next(coming) == 0
        assert enough.wait(_PATIENCE)  # one in use, three that wait, and one that can't yet
        assert taken == [0, 1, 2, 3, 4]


def test_what_goes_wrong_comes_in_its_turn() -> None:
    """An error is raised after the items before it, as it was."""

    def items() -> Iterator[int]:
        yield 1
        yield 2
        raise KeyboardInterrupt("stop")

    coming = ahead(items(), 5)
    assert [next(coming), next(coming)] == [1, 2]
    with pytest.raises(KeyboardInterrupt, match="stop"):
        next(coming)


def test_closing_ends_the_thread() -> None:
    """A thread that waits for room ends, and so does one that waits for something else, if that can be interrupted."""
    interrupted = threading.Event()

    def endless() -> Iterator[int]:
        yield 0
        try:
            while True:
                go_on()
        except Interrupted:
            interrupted.set()
            raise

    for items in (iter(range(1000)), endless()):
        before = threading.active_count()
        with closing(ahead(items, 1)) as coming:
            assert next(coming) == 0
        assert threading.active_count() == before
    assert interrupted.is_set()


def test_the_thread_is_in_the_caller_s_context() -> None:
    """What a context variable holds there, as the language that is spoken, the items see too."""
    language: ContextVar[str] = ContextVar("language")
    language.set("fa")
    assert list(ahead((language.get() for _ in range(1)), 1)) == ["fa"]
