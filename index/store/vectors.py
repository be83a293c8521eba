"""The vector index: FAISS over the vectors in SQLite, kept in a file so that a start needs no reading of them all.

Exact search by inner product, which is the cosine for vectors of length 1 (`IndexFlatIP`; Douze et al. 2024).
The file is derived: a stamp beside it names the generation and the model that it was made from, and the
sha256 of the file. Where any of them does not fit, the vectors are read from SQLite again.
"""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
import threading
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from index.cores import limit_threads
from index.store import meta

_ROWS = 4096  # vectors read from SQLite at once


class VectorIndex:
    """The vectors of all passages in memory; usable from any thread."""

    def __init__(self, path: Path) -> None:
        """Begin empty; `refresh` fills it from the file or the database."""
        self.path = path
        self.stamp_path = path.with_suffix(".json")
        self._lock = threading.Lock()
        self._index: Any = None
        self._stamp: dict[str, Any] = {}

    @property
    def generation(self) -> int:
        """The generation of the database that it holds; 0 while it is empty."""
        return int(self._stamp.get("generation", 0))

    def search(
        self, connection: sqlite3.Connection, vector: npt.NDArray[np.float32], k: int
    ) -> list[tuple[int, float]]:
        """Return (passage number, cosine) of the `k` nearest passages to a unit `vector` of shape (dimension,)."""
        with self._lock:
            self._refresh(connection)
            if not self._index.ntotal:
                return []
            scores, numbers = self._index.search(vector.reshape(1, -1), min(k, self._index.ntotal))
        return [(int(number), float(score)) for number, score in zip(numbers[0], scores[0], strict=True)]

    def save(self, connection: sqlite3.Connection) -> None:
        """Bring the file to the database's generation: written aside, then renamed."""
        with self._lock:
            self._refresh(connection)
            if self._stamp.get("sha256") is None:
                self._write()

    def rebuild(self, connection: sqlite3.Connection) -> None:
        """Forget what is held and derive the file again from the stored vectors."""
        with self._lock:
            self._index, self._stamp = None, {}
            self.stamp_path.unlink(missing_ok=True)
            self._refresh(connection)
            self._write()

    def refresh(self, connection: sqlite3.Connection) -> None:
        """Bring what is held in memory to the generation of `connection`."""
        with self._lock:
            self._refresh(connection)

    def distrust_future(self, connection: sqlite3.Connection) -> None:
        """Drop the stamp of a file that is ahead of the database, as after a backup was put in its place.

        The numbers that the file knows would be given to other passages.
        """
        # The stamp first: another process may save a later one in between.
        if self._read_stamp().get("generation", 0) > meta.generation(connection):
            self.stamp_path.unlink(missing_ok=True)

    def numbers(self) -> set[int]:
        """Return the numbers of the passages that it holds."""
        import faiss

        return set(faiss.vector_to_array(self._index.id_map).tolist()) if self._index is not None else set()

    def is_current(self, connection: sqlite3.Connection) -> bool:
        """Whether the file can be used as it is."""
        generation = meta.generation(connection)
        stamp, _ = self._read(meta.model(connection), generation)
        return stamp.get("generation") == generation

    def _refresh(self, connection: sqlite3.Connection) -> None:
        """Take over what changed in the database since the generation held; does nothing if nothing did."""
        model, generation = meta.model(connection), meta.generation(connection)
        if self._index is None or self._stamp.get("model") != model.name:
            self._stamp, self._index = self._read(model, generation)
        if self.generation >= generation:
            return
        _take_new(connection, self._index)
        _drop_removed(connection, self._index)
        self._stamp = {"generation": generation, "model": model.name, "sha256": None}

    def _read(self, model: meta.Model, generation: int) -> tuple[dict[str, Any], Any]:
        """Return the file's stamp and index, or an empty index where the file does not fit the database."""
        threads = limit_threads()
        import faiss

        faiss.omp_set_num_threads(threads)
        empty = faiss.IndexIDMap2(faiss.IndexFlatIP(model.dimension))
        stamp = self._read_stamp()
        if stamp.get("model") != model.name or stamp["generation"] > generation:
            return {}, empty
        try:
            data = self.path.read_bytes()
        except OSError:  # missing: derived again
            return {}, empty
        if stamp.get("sha256") != hashlib.sha256(data).hexdigest():
            return {}, empty
        return stamp, faiss.deserialize_index(np.frombuffer(data, dtype=np.uint8))

    def _read_stamp(self) -> dict[str, Any]:
        """Return what the stamp says, nothing where it is missing or torn."""
        try:
            stamp = json.loads(self.stamp_path.read_text("utf-8"))
        except (OSError, ValueError):
            return {}
        return stamp if isinstance(stamp, dict) and isinstance(stamp.get("generation"), int) else {}

    def _write(self) -> None:
        import faiss

        data = faiss.serialize_index(self._index).tobytes()
        self._stamp["sha256"] = hashlib.sha256(data).hexdigest()
        _replace(self.path, data)
        _replace(self.stamp_path, json.dumps(self._stamp).encode())


def _take_new(connection: sqlite3.Connection, index: Any) -> None:
    """Add the vectors whose numbers are above all that `index` holds: numbers only grow."""
    import faiss

    held = faiss.vector_to_array(index.id_map)
    rows = connection.execute(
        "SELECT id, vector FROM passages WHERE id > ? ORDER BY id", (int(held.max()) if held.size else 0,)
    )
    while batch := rows.fetchmany(_ROWS):
        vectors = np.frombuffer(b"".join(vector for _, vector in batch), dtype="<f4").reshape(len(batch), -1)
        index.add_with_ids(vectors, np.array([number for number, _ in batch], dtype=np.int64))


def _drop_removed(connection: sqlite3.Connection, index: Any) -> None:
    """Remove the vectors of passages that are no more."""
    import faiss

    if index.ntotal == connection.execute("SELECT count(*) FROM passages").fetchone()[0]:
        return
    stored = np.fromiter((number for (number,) in connection.execute("SELECT id FROM passages")), dtype=np.int64)
    index.remove_ids(np.setdiff1d(faiss.vector_to_array(index.id_map), stored))


def _replace(path: Path, data: bytes) -> None:
    """Write `data` beside `path` and rename it there, so that a reader sees the old file or the new one."""
    aside = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    try:
        with aside.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        aside.replace(path)
    finally:
        aside.unlink(missing_ok=True)
