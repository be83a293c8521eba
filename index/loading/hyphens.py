"""Lines that are one paragraph -> the paragraph, words that were broken at the end of a line whole again."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Sequence

_SOFT = "\xad"
_BROKEN = re.compile(rf"(?<![-‐])\b([^\W\d_]+)[-‐{_SOFT}]$")
_BEGINNING = re.compile(r"[^\W\d_]+")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
# Scripts without blanks between words.
_BLANKLESS = re.compile("[\u3001-\u30ff\u3400-\u9fff\uff00-\uffef]")


def words_of(lines: Iterable[str]) -> frozenset[str]:
    """Return the whole words of `lines`, compounds as one: they tell "informa-tion" from "long-term"."""
    found: set[str] = set()
    broken = False
    for line in lines:
        words = _WORD.findall(line.casefold())[broken:]
        broken = bool(_BROKEN.search(line))
        found.update(words[:-1] if broken else words)
    return frozenset(found)


def joined(lines: Sequence[str], words: Container[str]) -> str:
    """Return `lines` as one; `words` are those of the whole text."""
    text = lines[0]
    for line in lines[1:]:
        text = _join(text, line, words)
    return text.replace(_SOFT, "")


def _join(text: str, line: str, words: Container[str]) -> str:
    """Return `line` behind `text`: with a blank, with the hyphen of a compound, or with nothing between them."""
    if _BLANKLESS.match(text[-1:]) and _BLANKLESS.match(line):
        return text + line
    broken, beginning = _BROKEN.search(text), _BEGINNING.match(line)
    if broken and beginning and beginning[0].islower() and not _is_compound(broken[1], beginning[0], words):
        return text[:-1] + line
    holds = text.endswith(("-", "‐", _SOFT)) and text[-2:-1].isalnum() and line[:1].isalnum()
    return text + line if holds else f"{text} {line}"


def _is_compound(first: str, second: str, words: Container[str]) -> bool:
    """Whether two parts of a word keep their hyphen: the text writes them so elsewhere, or knows only the parts."""
    first, second = first.casefold(), second.casefold()
    if first + second in words:
        return False
    return f"{first}-{second}" in words or (first in words and second in words)
