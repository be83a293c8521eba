"""Taking what comes next while what came before is still worked on, so that neither of two cores waits."""

from __future__ import annotations

from collections.abc import Generator, Iterable
from contextvars import copy_context
from queue import Full, Queue
from threading import Event, Thread
from typing import TypeVar

from index.interrupting import unless

Item = TypeVar("Item")

_LOOK = 0.1  # seconds after which a thread that has to wait looks whether it should end
_PATIENCE = 2.0  # seconds that leaving early waits for an item that is being taken; most waits end sooner then


def ahead(items: Iterable[Item], most: int) -> Generator[Item]:
    """Yield the items in order; a thread of its own takes them, at most `most` that were not asked for yet.

    What taking them raises is raised after those before it. When the generator is closed no other item is taken.
    """
    taken: Queue[tuple[Item | None, BaseException | None]] = Queue(most)
    closed = Event()

    def put(item: Item | None, error: BaseException | None = None) -> None:
        while not closed.is_set():
            try:
                taken.put((item, error), timeout=_LOOK)
            except Full:
                continue
            return

    def take() -> None:
        try:
            with unless(closed.is_set):
                for item in items:
                    put(item)
                    if closed.is_set():
                        return
        except BaseException as error:  # whatever it is, it is raised where the items are used
            put(None, error)
        else:
            put(None, StopIteration())

    # In the context of the caller, as in the language that is spoken there.
    thread = Thread(target=copy_context().run, args=(take,), name="reading ahead", daemon=True)
    thread.start()
    try:
        while True:
            item, error = taken.get()
            if isinstance(error, StopIteration):
                return
            if error is not None:
                raise error
            yield item  # type: ignore[misc]  # it is one where there is no error
    finally:
        closed.set()
        thread.join(_PATIENCE)
