"""Texts -> shingles, runs of words by which texts that hardly differ are told from others.

Broder 1997, "On the resemblance and containment of documents", section 2: of two texts the share of the shorter one's
runs that the other has too.
"""

from __future__ import annotations

from dataclasses import dataclass

from index.normal import words

_RUN = 5  # words of a shingle: fewer are everyday phrases
# Agencies' texts are shortened and cut at other sentences, so two copies differ at their ends.
_SHARE = 0.7


@dataclass(frozen=True, slots=True)
class Shingled:
    """The words of a text, in order, and the runs of five among them."""

    words: tuple[str, ...]
    runs: frozenset[tuple[str, ...]]

    @classmethod
    def of(cls, text: str) -> Shingled:
        """Return the shingles of a text; none where it has fewer than five words."""
        found = tuple(words(text))
        return cls(found, frozenset(found[at : at + _RUN] for at in range(len(found) - _RUN + 1)))

    @property
    def numbers(self) -> frozenset[str]:
        """The words that begin with a digit."""
        return frozenset(filter(is_number, self.words))

    def is_in(self, longer: Shingled) -> bool:
        """Whether 70% of the runs, and at least one, stand in another text too."""
        return len(self.runs & longer.runs) >= _SHARE * len(self.runs) > 0


def is_number(word: str) -> bool:
    """Whether a word begins with a digit."""
    return word[0].isdigit()


def shorter_first(one: Shingled, other: Shingled) -> tuple[Shingled, Shingled]:
    """Return the two in the order of how many runs they have."""
    return (one, other) if len(one.runs) <= len(other.runs) else (other, one)
