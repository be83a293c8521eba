"""The vector index: FAISS over the vectors in SQLite, kept in a file so that a start needs no reading of them all.

Exact search by inner product, which is the cosine for vectors of length 1 (`IndexFlatIP`; Douze et al. 2024).

A change costs as much as the articles that change, however many there are. The file is written again only where it is
behind by a twentieth; what came since is read from SQLite. What was removed since is found, and passed over: a number
is never used twice, and whether its passage is there is asked of SQLite.
"""

from __future__ import annotations

import json
import sqlite3
import threading
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from index.store import meta
from index.store.vector_file import Stamp, VectorFile, loaded_faiss

_ROWS = 4096  # vectors read from SQLite at once
# How far behind the file may be, of the passages that it holds: so each vector is written about twenty times in all
# while an index grows, and a start reads few from SQLite, where each takes ten times as long as from the file.
_BEHIND = 0.05
_SPARE = 0.25  # passages looked for beyond those wanted, in place of ones that were removed


class VectorIndex:
    """The vectors of all passages in memory; usable from any thread."""

    def __init__(self, path: Path) -> None:
        """Begin empty; `refresh` fills it from the file or the database."""
        self.file = VectorFile(path)
        self._lock = threading.Lock()
        self._saving = threading.Lock()
        self._kept: Any = None  # as large as the file, so nothing is ever added to it or taken out
        self._new: Any = None  # what came since
        self._model = ""
        self._generation = 0
        self._written = 0  # the generation of what is kept
        self._last = 0  # the highest number that was taken over
        self._torn: Stamp | None = None  # that of a file which was not what its stamp says

    def search(
        self, connection: sqlite3.Connection, vector: npt.NDArray[np.float32], k: int, among: bytes | None = None
    ) -> list[tuple[int, float]]:
        r"""Return (passage number, cosine) of the `k` nearest passages to a unit `vector` of shape (dimension,).

        `among` has a byte for each number, b"\1" where its passage may be found; None lets all be found.
        """
        wanted = k + int(k * _SPARE)
        with self._lock:
            self._refresh(connection)
            while True:
                nearest = self._nearest(vector, wanted, among)
                there = _there(connection, (number for number, _ in nearest))
                found = [(number, score) for number, score in nearest if number in there]
                if len(found) >= k or len(nearest) < wanted:
                    return found[:k]
                wanted *= 2

    def save(self, connection: sqlite3.Connection) -> None:
        """Derive the file again where it is behind by too much, or can't be used."""
        if self._is_due(connection):
            self.rebuild(connection)

    def rebuild(self, connection: sqlite3.Connection) -> None:
        """Derive the file again from the stored vectors; searches go on with what is held meanwhile."""
        model, generation = meta.model(connection), meta.generation(connection)
        with self._saving:
            derived, last = _derived(connection, model.dimension)
            self.file.forget()
            self.file.write(derived, generation, model.name, last)
            with self._lock:
                self._keep(derived, model.name, generation, last)

    def refresh(self, connection: sqlite3.Connection) -> None:
        """Bring what is held in memory to the generation of `connection`."""
        with self._lock:
            self._refresh(connection)

    def distrust_future(self, connection: sqlite3.Connection) -> None:
        """Drop the stamp of a file that is ahead of the database, as after a backup was put in its place.

        The numbers that the file knows would be given to other passages.
        """
        self.file.forget_after(lambda: meta.generation(connection))

    def numbers(self) -> set[int]:
        """Return the numbers of the passages that it holds; some may have been removed since the file was written."""
        import faiss

        parts = [part for part in (self._kept, self._new) if part is not None]
        return {number for part in parts for number in faiss.vector_to_array(part.id_map).tolist()}

    def is_good(self, connection: sqlite3.Connection) -> bool:
        """Whether the file is whole, fits the database, and is not behind by too much; reads all of it."""
        stamp = self.file.stamp()
        return stamp is not None and not self._is_due(connection) and self.file.is_whole(stamp)

    def is_behind(self, connection: sqlite3.Connection) -> bool:
        """Whether the articles have changed since the file was written."""
        stamp = self.file.stamp()
        return stamp is None or stamp.generation < meta.generation(connection)

    def _is_due(self, connection: sqlite3.Connection) -> bool:
        """Whether it is time to derive the file again; reads only its stamp."""
        stamp, generation = self.file.stamp(), meta.generation(connection)
        if stamp is None or stamp == self._torn or not _fits(stamp, meta.model(connection), generation):
            return True
        return stamp.generation < generation and _changed(connection, stamp) > stamp.passages * _BEHIND

    def _nearest(self, vector: npt.NDArray[np.float32], count: int, among: bytes | None) -> list[tuple[int, float]]:
        """Return (number, cosine) of the nearest vectors held that may be found, nearest first."""
        parameters = None if among is None else _only(among)
        found: list[tuple[int, float]] = []
        for part in (self._kept, self._new):
            if part is not None and part.ntotal:
                [scores], [numbers] = part.search(vector.reshape(1, -1), min(count, part.ntotal), params=parameters)
                # Where fewer fit, the rest of the places is -1.
                found += (pair for pair in zip(numbers.tolist(), scores.tolist(), strict=True) if pair[0] >= 0)
        return sorted(found, key=lambda pair: -pair[1])[:count]

    def _refresh(self, connection: sqlite3.Connection) -> None:
        """Take over what came since the generation held; does nothing if nothing did."""
        model, generation = meta.model(connection), meta.generation(connection)
        if self._kept is not None and self._model == model.name and self._generation >= generation:
            return
        stamp = self.file.stamp()
        fits = stamp is not None and stamp != self._torn and _fits(stamp, model, generation)
        if self._kept is None or self._model != model.name:
            self._load(connection, model, generation, stamp if fits else None)
        elif stamp and fits and stamp.generation > self._written and self.file.is_whole(stamp):
            self._load(connection, model, generation, stamp)
        if self._generation < generation:
            self._take_new(connection, model.dimension)
            self._generation = generation

    def _load(self, connection: sqlite3.Connection, model: meta.Model, generation: int, stamp: Stamp | None) -> None:
        """Hold what is in the file, or in the database where the file can't be used."""
        self._kept = self._new = None  # not two of them in memory at once
        read = self.file.read(stamp) if stamp else None
        if stamp and read is not None:
            self._keep(read, model.name, stamp.generation, stamp.last)
        else:
            self._torn = stamp
            derived, last = _derived(connection, model.dimension)
            self._keep(derived, model.name, generation, last)

    def _keep(self, index: Any, model: str, generation: int, last: int) -> None:
        self._kept, self._new, self._model, self._last = index, None, model, last
        self._generation = self._written = generation

    def _take_new(self, connection: sqlite3.Connection, dimension: int) -> None:
        """Add the vectors whose numbers are above all that were taken over: numbers only grow."""
        if self._new is None:
            self._new = _empty(dimension)
        self._last = _add(connection, self._new, self._last)


def _only(among: bytes) -> Any:
    """Return what lets FAISS find only the passages marked; it has a bit for each number."""
    faiss = loaded_faiss()
    bits = np.packbits(np.frombuffer(among, dtype=np.uint8), bitorder="little")
    return faiss.SearchParameters(sel=faiss.IDSelectorBitmap(bits))


def _fits(stamp: Stamp, model: meta.Model, generation: int) -> bool:
    return stamp.model == model.name and stamp.generation <= generation


def _changed(connection: sqlite3.Connection, stamp: Stamp) -> int:
    """Return how many passages came, and how many of its own went, since a file was written."""
    [all_] = connection.execute("SELECT count(*) FROM passages").fetchone()
    [new] = connection.execute("SELECT count(*) FROM passages WHERE id > ?", (stamp.last,)).fetchone()
    return int(new + stamp.passages - (all_ - new))


def _there(connection: sqlite3.Connection, numbers: Iterable[int]) -> set[int]:
    """Return those of the numbers whose passages are there."""
    rows = connection.execute(
        "SELECT id FROM passages WHERE id IN (SELECT value FROM json_each(?))", (json.dumps(list(numbers)),)
    )
    return {number for (number,) in rows}


def _derived(connection: sqlite3.Connection, dimension: int) -> tuple[Any, int]:
    """Return an index of all stored vectors, and the highest number among them."""
    [count] = connection.execute("SELECT count(*) FROM passages").fetchone()
    index = _empty(dimension, count)
    return index, _add(connection, index, 0)


def _empty(dimension: int, room: int = 0) -> Any:
    """Return an empty index, with room for so many vectors: else it would take twice the memory while it grows."""
    faiss = loaded_faiss()
    flat = faiss.IndexFlatIP(dimension)
    flat.codes.resize(4 * dimension * room)
    flat.codes.clear()
    return faiss.IndexIDMap(flat)


def _add(connection: sqlite3.Connection, index: Any, last: int) -> int:
    """Add the vectors of all passages above the number `last`, and return the highest of their numbers."""
    rows = connection.execute("SELECT id, vector FROM passages WHERE id > ? ORDER BY id", (last,))
    while batch := rows.fetchmany(_ROWS):
        vectors = np.frombuffer(b"".join(vector for _, vector in batch), dtype="<f4").reshape(len(batch), -1)
        index.add_with_ids(vectors, np.array([number for number, _ in batch], dtype=np.int64))
        last = batch[-1][0]
    return last
