"""Long work that ends early when it is told to: what waits in it asks every few tenths of a second.

Whether it is to end is known by its context (see contextvars), so that what waits, far below, need not be handed it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Future, wait
from contextlib import contextmanager
from contextvars import ContextVar, copy_context
from threading import Thread
from typing import TypeVar

from index.errors import Interrupted

Found = TypeVar("Found")

_SLICE = 0.2  # seconds that a wait may take before one asks again
_GRACE = 0.5  # seconds in which what can end by itself does, and takes the process that it has begun with it

_is_to_end: ContextVar[Callable[[], bool] | None] = ContextVar("is_to_end", default=None)


@contextmanager
def unless(is_to_end: Callable[[], bool]) -> Iterator[None]:
    """Let what is done within the block raise Interrupted soon after `is_to_end` says so, besides what held before."""
    outer = _is_to_end.get()
    before = _is_to_end.set(lambda: is_to_end() or bool(outer and outer()))
    try:
        yield
    finally:
        _is_to_end.reset(before)


def go_on() -> None:
    """Do nothing, or raise Interrupted where the work is to end."""
    is_to_end = _is_to_end.get()
    if is_to_end and is_to_end():
        raise Interrupted


def apart(work: Callable[[], Found]) -> Found:
    """Return what `work` returns, whatever it waits for. Raises what it raises, and Interrupted.

    Where it could be interrupted it has a thread of its own, which is left to itself then and holds no exit up.
    """
    if _is_to_end.get() is None:
        return work()
    result: Future[Found] = Future()

    def run() -> None:
        try:
            result.set_result(work())
        except BaseException as error:
            result.set_exception(error)

    Thread(target=copy_context().run, args=(run,), name="apart", daemon=True).start()
    try:
        while not result.done():
            go_on()
            wait([result], _SLICE)
    except Interrupted:
        wait([result], _GRACE)
        raise
    return result.result()
