"""The text of a message: parsed, cleaned, trimmed and checked as Telegram does it."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace

from .entities import Entity, Span, arranged, entity, units
from .errors import bad_request
from .htmltext import parse_html
from .tags import ParseError

MAX_LENGTH = 4096
MAX_ENTITIES = 100
_MAX_SOURCE_BYTES = 1 << 15
_REMOVED = re.compile("[\r\u2028-\u202e\u0333\u033f\u030a]")
_CONTROL = re.compile("[\x00-\x09\x0b-\x1f]")
_DIRECTION_MARKS = re.compile("[\u200e\u200f]+(?=[\u200e\u200f])")


@dataclass(frozen=True, slots=True)
class FormattedText:
    """A plain text and the formatted parts of it."""

    text: str
    entities: tuple[Entity, ...] = ()


def formatted(source: str, parse_mode: str = "") -> FormattedText:
    """Return what Telegram makes of a text in HTML or, with no parse mode, in plain words.

    Markdown and MarkdownV2 are not understood here and are refused with an error that says so.
    """
    if len(_coded(source)) > _MAX_SOURCE_BYTES:
        raise bad_request("text is too long")
    mode = parse_mode.lower()
    if mode.startswith("markdown"):
        raise bad_request(f"parse_mode {parse_mode} is not implemented by this stand-in, which knows HTML only")
    if mode not in ("", "none", "html"):
        raise bad_request("unsupported parse_mode")
    text, spans = _parsed(source) if mode == "html" else (source, [])
    result = trimmed(*cleaned(text, arranged(spans)))
    if not result.text:
        raise bad_request("text must be non-empty")
    if units(result.text) > MAX_LENGTH:
        raise bad_request("message is too long")
    return result


def _coded(source: str) -> bytes:
    try:
        return source.encode()
    except UnicodeEncodeError:
        raise bad_request("strings must be encoded in UTF-8") from None


def _parsed(source: str) -> tuple[str, list[Span]]:
    try:
        return parse_html(source)
    except ParseError as error:
        raise bad_request(f"can't parse entities: {error}") from None


def cleaned(text: str, spans: list[Span] | None = None) -> tuple[str, list[Span]]:
    """Return the text with blanks for control characters and without what Telegram drops, its spans moved along."""
    gone = [match.start() for match in _REMOVED.finditer(text)]
    moved = [replace(span, start=_moved(span.start, gone), end=_moved(span.end, gone)) for span in spans or ()]
    text = _CONTROL.sub(" ", _REMOVED.sub("", text))
    text = _DIRECTION_MARKS.sub(lambda match: "\u200c" * len(match.group()), text)
    return text, arranged(span for span in moved if span.start < span.end)


def _moved(position: int, gone: list[int]) -> int:
    return position - bisect_left(gone, position)


def trimmed(text: str, spans: list[Span]) -> FormattedText:
    """Return the text without blanks at its end, nor before both its first character and its first entity."""
    end = len(text.rstrip(" \n"))
    kept = [replace(span, end=min(span.end, end)) for span in spans if span.start < end]
    first = kept[0].start if kept else end
    start = first - len(text[:first].lstrip(" \n"))
    text = text[start:end]
    moved = arranged(replace(span, start=span.start - start, end=span.end - start) for span in kept)
    return FormattedText(text, tuple(entity(text, span) for span in moved[:MAX_ENTITIES]))
