"""Compressed bodies, inflated a piece at a time: a bomb is noticed while it is still small."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator

ACCEPTED = "gzip"
_STEP = 65536  # bytes inflated at once
_GZIP = zlib.MAX_WBITS | 16


class Damaged(Exception):
    """The body is not compressed as its header says, or not all of it came."""


def inflate(pieces: Iterable[bytes], encoding: str) -> Iterator[bytes]:
    """Yield `pieces` inflated, each result at most 64 KiB where there was something to inflate. Raises Damaged.

    `encoding` is what the header Content-Encoding says; what was not asked for is damaged too: gzip within gzip is
    as good as never sent, except by bombs.
    """
    name = encoding.strip().lower()
    if name in ("", "identity"):
        yield from pieces
    elif name in (ACCEPTED, "x-gzip"):
        yield from _inflated(pieces)
    else:
        raise Damaged


def _inflated(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Yield what `pieces` inflate to. Raises Damaged."""
    inflater = zlib.decompressobj(_GZIP)
    begun = False
    try:
        for piece in pieces:
            begun = begun or bool(piece)
            while piece and not inflater.eof:
                yield inflater.decompress(piece, _STEP)
                piece = inflater.unconsumed_tail
    except zlib.error:
        raise Damaged from None
    if begun and not inflater.eof:
        raise Damaged
