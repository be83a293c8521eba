"""What a passage may have, and how much of a text fits."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from index.records import Passage

_WORD = re.compile(r"\S+")
# In characters, the longest that words are on average: a line without blanks (a table, base64) is cut too.
_LONGEST_WORD = 20


@dataclass(frozen=True, slots=True)
class Budget:
    """What a passage may have.

    `tokens` is what the embedding model reads, its special tokens not counted; `words` (as `str.split` sees
    them) is at most 200; `overlap` is how many sentences a passage shares with the one before it; `count`
    returns the tokens of each text, without special ones.
    """

    tokens: int
    words: int
    overlap: int
    count: Callable[[Sequence[str]], list[int]]

    @property
    def characters(self) -> int:
        """How many characters a passage may have."""
        return self.words * _LONGEST_WORD

    def is_short(self, text: str) -> bool:
        """Whether `text` has few enough words and characters."""
        return len(text) <= self.characters and len(text.split()) <= self.words

    def fits(self, passage: Passage) -> bool:
        """Whether `passage` is within the budget, its context included."""
        return self.is_short(passage.text) and self.count([passage.embedded])[0] <= self.tokens


def word_ends(text: str, start: int, end: int) -> list[int]:
    """Return where the words of `text[start:end]` end, but for one that goes on behind `end`."""
    ends = (match.end() for match in _WORD.finditer(text, start, end))
    return [end for end in ends if not text[end : end + 1].strip()]


def longest(ends: Sequence[int], fits: Callable[[int], bool]) -> int | None:
    """Return the largest of the rising `ends` that fits, as far as halving finds it; None if it finds none."""
    low, high = -1, len(ends)
    while high - low > 1:
        middle = (low + high) // 2
        if fits(ends[middle]):
            low = middle
        else:
            high = middle
    return ends[low] if low >= 0 else None
