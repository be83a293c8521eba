"""What a line of a plain text looks like: a paragraph, a name."""

from __future__ import annotations

import re

from index.loading.chrome import is_chrome, simple, table
from index.loading.phrases import SECTIONS

# Characters. Shorter lines may be titles, names or links; the longer one is a paragraph without its full stop.
_PARAGRAPH, _UNSTOPPED = 40, 160
_STOPPED = re.compile(r"(?:[.…。۔]|[.]{3}|[.!?]\W{0,2}\[\d+\])[\"'”’»)\]“]*$|[:：]$")
_ENDED = re.compile(r"[?!؟！？][\"'”’»)\]“]*$")
_NAME = re.compile(r"(?:[^\W\d_]\.|[^\W\d_][^\W\d_'’.-]*(?:[-'’][^\W\d_]+)*)")
_PARTICLES = frozenset(["al", "bin", "da", "de", "del", "der", "di", "dos", "el", "ibn", "la", "le", "van", "von"])
_NO_NAME = table(SECTIONS)
_SECTION = 4  # words


def is_sentence(line: str) -> bool:
    """Whether `line` ends as a sentence does, or as one that introduces a list."""
    return bool(_STOPPED.search(line))


def is_paragraph(line: str) -> bool:
    """Whether `line` is surely of the article: long, and ended as a sentence is. Titles may end in "?" or "!"."""
    if is_chrome(line):
        return False
    if is_sentence(line):
        return len(line) >= _PARAGRAPH
    return len(line) >= (_UNSTOPPED // 2 if _ENDED.search(line) else _UNSTOPPED)


def is_name(line: str) -> bool:
    """Whether `line` may be a person's name: two to five words with capitals, none of them a section of a page."""
    words = line.split()
    if not 2 <= len(words) <= 5 or any(word.casefold() in _NO_NAME for word in words):
        return False
    capitals = [word for word in words if word not in _PARTICLES]
    return all(_NAME.fullmatch(word) and word[0].isupper() for word in capitals) and len(capitals) > 1


def is_section(line: str) -> bool:
    """Whether `line` may name a section or a publisher: up to four words with capitals, one of them known for it."""
    words = line.split()
    return (
        len(words) <= _SECTION
        and all(word[0].isupper() for word in words)
        and not _NO_NAME.isdisjoint(simple(line).split())
    )
