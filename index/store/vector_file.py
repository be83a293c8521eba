"""The FAISS file, and the stamp beside it that says what it was made from.

Both are written aside, then renamed. Only a whole file is read: one that fits the CRC-32 in its stamp. It is read into
memory and not mapped: a mapped one that another program wrote over would end the process.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, fields
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO
from zlib import crc32

from index.cores import limit_threads

_PIECE = 1 << 20  # bytes read or written at once


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a file was made from: a generation of the database, a model, and so many passages.

    `last` is the highest number of a passage, `size` is in bytes, `checksum` is the CRC-32 of them.
    """

    generation: int
    model: str
    passages: int
    last: int
    size: int
    checksum: int


class VectorFile:
    """The FAISS file of an index; it and its stamp may be missing, torn, or of another database."""

    def __init__(self, path: Path) -> None:
        """Name the file; its stamp has the same name with the suffix .json."""
        self.path = path
        self._stamp_path = path.with_suffix(".json")

    def stamp(self) -> Stamp | None:
        """Return what the file says of itself, as far as that is told without reading it; None where it can't be used.

        This tells a file that was cut off, not one whose bytes have changed.
        """
        stamp = self._read_stamp()
        try:
            return stamp if stamp and self.path.stat().st_size == stamp.size else None
        except OSError:  # missing
            return None

    def is_whole(self, stamp: Stamp) -> bool:
        """Whether the file is the one that `stamp` was written for, down to the last bit."""
        try:
            with self.path.open("rb") as file:
                return _checksum(file) == stamp.checksum
        except OSError:
            return False

    def read(self, stamp: Stamp) -> Any | None:
        """Return the index of FAISS in the file, None where it is not the one that `stamp` was written for."""
        faiss = loaded_faiss()
        try:
            with self.path.open("rb") as file:
                if _checksum(file) != stamp.checksum:
                    return None
                file.seek(0)
                # Through Python's file: FAISS itself can't open every name on Windows.
                return faiss.read_index(faiss.PyCallbackIOReader(file.read, _PIECE))
        except OSError:  # another process has taken it away
            return None

    def write(self, index: Any, generation: int, model: str, last: int) -> Stamp:
        """Put an index of FAISS in the file's place, and return its stamp."""
        faiss = loaded_faiss()
        size = checksum = 0

        def write(piece: bytes) -> None:
            nonlocal size, checksum
            file.write(piece)
            size, checksum = size + len(piece), crc32(piece, checksum)

        with _aside(self.path) as file:
            faiss.write_index(index, faiss.PyCallbackIOWriter(write, _PIECE))
        stamp = Stamp(generation, model, index.ntotal, last, size, checksum)
        with _aside(self._stamp_path) as file:
            file.write(json.dumps(asdict(stamp)).encode())
        return stamp

    def forget(self) -> None:
        """Take the stamp away, so that the file counts as missing."""
        self._stamp_path.unlink(missing_ok=True)

    def forget_after(self, generation: Callable[[], int]) -> None:
        """Take the stamp away where it is of a later generation."""
        # The stamp first: another process may save a later one in between.
        stamp = self._read_stamp()
        if stamp and stamp.generation > generation():
            self.forget()

    def _read_stamp(self) -> Stamp | None:
        """Return what the stamp says, None where it is missing, torn, or an older program's."""
        try:
            values = json.loads(self._stamp_path.read_text("utf-8"))
        except (OSError, ValueError):
            return None
        kinds = {field.name: str if field.name == "model" else int for field in fields(Stamp)}
        if not isinstance(values, dict) or not all(isinstance(values.get(name), kind) for name, kind in kinds.items()):
            return None
        return Stamp(**{name: values[name] for name in kinds})


def loaded_faiss() -> Any:
    """Import FAISS and return it, limited to the cores that are ours."""
    threads = limit_threads()
    import faiss

    faiss.omp_set_num_threads(threads)
    return faiss


def _checksum(file: BinaryIO) -> int:
    found = 0
    for piece in iter(partial(file.read, _PIECE), b""):
        found = crc32(piece, found)
    return found


@contextmanager
def _aside(path: Path) -> Iterator[BinaryIO]:
    """Give a file beside `path` that takes its place in the end: so that a reader sees the old one or the new one."""
    aside = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    try:
        with aside.open("wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        aside.replace(path)
    finally:
        aside.unlink(missing_ok=True)
