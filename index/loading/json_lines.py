"""JSON Lines: one article a line, read as a stream."""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator
from dataclasses import replace

from index.errors import SourceError
from index.loading.metadata import Metadata
from index.loading.source import Source
from index.records import Article


def load(source: Source) -> Iterator[Article | SourceError]:
    r"""Yield the article of each line, or a SourceError in its place; lines end at `\n` only, blank ones are skipped.

    `max_bytes` holds for one line. Raises SourceError where there is no line at all.
    """
    found = False
    for number, line in enumerate(_lines(source), 1):
        if line.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            raise source.error("UTF-16, but JSON Lines are UTF-8; save it as UTF-8")
        if line.strip():
            found = True
            yield _article(line, replace(source, name=f"{source.name} line {number}"))
    if not found:
        raise source.error("empty; there is nothing to add")


def _lines(source: Source) -> Iterator[bytes]:
    """Yield the lines; of one that is too long the first piece only."""
    whole = True
    for piece in source.pieces:
        if whole:
            yield piece
        whole = piece.endswith(b"\n")


def _article(line: bytes, source: Source) -> Article | SourceError:
    """Return the article in `line`, or the error that says why there is none."""
    try:
        if len(line) > source.max_bytes:
            raise source.error(source.too_large)
        given = _object(source.decode(line), source)
        text = given.get("text")
        if not isinstance(text, str) or not text.strip():
            raise source.error('no "text" in it; every line needs one')
        return source.article(text, Metadata.of(given))
    except SourceError as error:
        return error


def _object(line: str, source: Source) -> dict[str, object]:
    """Return the JSON object in `line`. Raises SourceError where it is none."""
    try:
        given = json.loads(line)
    # A line of very many brackets exhausts the parser's stack.
    except (ValueError, RecursionError) as error:
        raise source.error(f"no JSON ({error}); one article a line is read") from None
    if not isinstance(given, dict):
        raise source.error('no JSON object; write {"text": "..."}')
    return given
