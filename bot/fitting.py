"""Cutting texts to a length at the ends of words and sentences; Telegram counts UTF-16 units."""

from __future__ import annotations

import re

_SENTENCE_END = re.compile(r"[.!?…]['\"’”»)\]]*(?=\s)|\n+")
_BLANK = re.compile(r"\s+")


def units(text: str) -> int:
    """Return the length of `text` in UTF-16 units: 2 for characters beyond U+FFFF, else 1."""
    return len(text) + sum(character > "\uffff" for character in text)


def cut(text: str, limit: int) -> str:
    """Return `text`, or its beginning up to a blank and "…", in at most `limit` units (at least 1)."""
    if units(text) <= limit:
        return text
    room = _prefix(text, limit - 1)
    blanks = [blank.start() for blank in _BLANK.finditer(text, 0, room + 1) if 0 < blank.start() <= room]
    return text[: blanks[-1] if blanks else room] + "…"


def head(text: str, limit: int) -> str:
    """Return the whole sentences at the beginning of `text` that fit into `limit` units; " …" stands for the others."""
    if units(text) <= limit:
        return text
    room = _prefix(text, limit - 2)
    ends = [end.end() for end in _SENTENCE_END.finditer(text, 0, room + 1) if end.end() <= room]
    return (text[: ends[-1] if ends else 0].rstrip() + " …") if limit >= 2 else ""


def tail(text: str, limit: int) -> str:
    """Return the whole sentences at the end of `text` that fit into `limit` units; "… " stands for the others."""
    if units(text) <= limit:
        return text
    room = len(text) - _prefix(text[::-1], limit - 2)
    starts = [end.end() for end in _SENTENCE_END.finditer(text) if end.end() >= room]
    return ("… " + text[starts[0] if starts else len(text) :].lstrip()) if limit >= 2 else ""


def shorten(text: str, limit: int) -> str:
    """Return the beginning of `text` in at most `limit` units (at least 2), whole sentences where one fits."""
    sentences = head(text, limit)
    return sentences if sentences.strip() != "…" else cut(text, limit)


def _prefix(text: str, limit: int) -> int:
    """Return how many characters at the beginning of `text` fit into `limit` units."""
    used = 0
    for count, character in enumerate(text):
        used += units(character)
        if used > limit:
            return count
    return len(text)
