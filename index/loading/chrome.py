"""The chrome of a copied page: the lines around an article that are not of it."""

from __future__ import annotations

import re

from index.loading.phrases import ANYWHERE, BEGINNINGS, CHANNELS, COUNTED, EDGES
from index.normal import folded

# A longer line is a paragraph, however it begins; characters are counted first because that takes no time.
_LONGEST, _LONGEST_CHARACTERS = 25, 400
_COPYRIGHT = re.compile(r"^(?:©|\(c\) ?\d{4}|copyright (?:©|\(c\)|\d{4}))", re.IGNORECASE)
_LINKS = re.compile(r"\w [>›] \w")
_STOPS = (".", "…", "。", "۔", ":")


def simple(line: str) -> str:
    """Return the words of `line` without case, digits, punctuation and the dots that Turkish case leaves."""
    return " ".join(re.sub(r"[\W\d_]+", " ", folded(line).replace("ı", "i")).split())


def table(words: dict[str, str]) -> frozenset[str]:
    """Return the entries of all languages as `simple` writes them."""
    return frozenset(simple(word) for entries in words.values() for word in entries.split(","))


_AT_EDGES, _ANYWHERE, _COUNTED = table(EDGES), table(ANYWHERE), table(COUNTED)
_CHANNELS = table(CHANNELS)
_FIRST = tuple(f"{first} " for first in table(BEGINNINGS))


def is_chrome(line: str) -> bool:
    """Whether `line`, at the head or the foot of a text, is chrome: words of the page, signs, a path of links."""
    if len(line) > _LONGEST_CHARACTERS:
        return False
    words = simple(line)
    if not words:
        return not any(char.isalnum() for char in line)
    if len(words.split()) > _LONGEST:
        return False
    if _COPYRIGHT.search(line) or words in _AT_EDGES or is_advertising(line):
        return True
    if line.endswith(_STOPS):
        return _begins(words) and not _CHANNELS.isdisjoint(words.split())
    return bool(_LINKS.search(line))


def is_advertising(line: str) -> bool:
    """Whether `line` is chrome even between two paragraphs."""
    words = simple(line) if len(line) <= _LONGEST_CHARACTERS else ""
    if words in _ANYWHERE:
        return True
    points = _begins(words) or (":" in line and simple(line.partition(":")[0]) in _ANYWHERE)
    return points and len(words.split()) <= _LONGEST and not line.endswith(_STOPS)


def is_end(line: str) -> bool:
    """Whether `line` counts the comments, such as "3 comments": what follows is not of the article."""
    return simple(line) in _COUNTED and any(char.isdecimal() for char in line)


def _begins(words: str) -> bool:
    """Whether a line of these words begins as chrome does."""
    return f"{words} ".startswith(_FIRST)
