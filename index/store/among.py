"""Among: which passages a search within one collection may find."""

from __future__ import annotations

import sqlite3
import threading

import numpy as np

from index.store import belonging, meta


class Among:
    """The passages of the collections that were asked last, each listed once for a generation; from any thread."""

    def __init__(self) -> None:
        """Begin with none."""
        self._lock = threading.Lock()
        self._generation = 0
        self._marks: dict[str, bytes] = {}

    def marks(self, connection: sqlite3.Connection, collection: str) -> bytes:
        r"""Return a byte for each number up to the highest of the collection's passages, b"\1" where it is of one."""
        generation = meta.generation(connection)
        with self._lock:
            if generation != self._generation:
                self._generation, self._marks = generation, {}
            if collection not in self._marks:
                self._marks[collection] = _marks(belonging.passages(connection, collection))
            return self._marks[collection]


def _marks(numbers: list[int]) -> bytes:
    # Not the numbers themselves: whether one is among them is asked of every passage that a search comes by.
    marks = np.zeros(max(numbers, default=0) + 1, dtype=np.uint8)
    marks[numbers] = 1
    return marks.tobytes()
