"""Candidates -> distinct candidates: what several articles have in common is shown once.

Near duplicates are found by shingles (Broder 1997, "On the resemblance and containment of documents", section 2):
of two passages the share of the shorter one's runs of words that the other has too.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from index.normal import words
from index.records import Article, Candidate

_RUN = 5  # words of a shingle: fewer are everyday phrases
# Agencies' texts are shortened and cut at other sentences, so the passages of two copies differ at their ends.
_SHARE = 0.7


@dataclass(frozen=True, slots=True)
class _Seen:
    """A candidate with its shingles and numbers, and the other articles that have the passage."""

    candidate: Candidate
    shingles: frozenset[tuple[str, ...]]
    numbers: frozenset[str]
    also: list[Article]

    def says_the_same(self, other: _Seen) -> bool:
        """Whether the shorter of the two stands in the longer one, with all its numbers.

        An update of an article ("12 dead", then "15 dead") is no duplicate, nor is a header: it tells who
        wrote one article and when.
        """
        if "header" in (self.candidate.passage.field, other.candidate.passage.field):
            return False
        short, long = sorted((self, other), key=lambda one: len(one.shingles))
        return short.numbers <= long.numbers and len(short.shingles & long.shingles) >= _SHARE * len(short.shingles) > 0


def distinct(candidates: Iterable[Candidate], k: int) -> list[Candidate]:
    """Return the first `k` candidates without near duplicates of earlier ones; these go into the earlier one's `also`.

    `candidates` are taken only as far as they are needed.
    """
    kept: list[_Seen] = []
    for candidate in candidates:
        new = _seen(candidate)
        same = next((one for one in kept if one.says_the_same(new)), None)
        if same is None:
            kept.append(new)
        elif candidate.article not in (same.candidate.article, *same.also):
            same.also.append(candidate.article)
        if len(kept) == k:
            break
    return [replace(one.candidate, also=tuple(one.also)) for one in kept]


def _seen(candidate: Candidate) -> _Seen:
    found = words(candidate.passage.text)
    runs = frozenset(tuple(found[at : at + _RUN]) for at in range(len(found) - _RUN + 1))
    return _Seen(candidate, runs, frozenset(word for word in found if word[0].isdigit()), [])
