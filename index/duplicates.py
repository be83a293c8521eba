"""Candidates -> distinct candidates: what several articles have in common is shown once.

Near duplicates are told by the words that they have in common (see shingles).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from index.records import Article, Candidate
from index.shingles import Shingled, shorter_first


@dataclass(frozen=True, slots=True)
class _Seen:
    """A candidate with its shingles, and the other articles that have the passage."""

    candidate: Candidate
    text: Shingled
    also: list[Article]

    def says_the_same(self, other: _Seen) -> bool:
        """Whether the shorter of the two stands in the longer one, with all its numbers.

        An update of an article ("12 dead", then "15 dead") is no duplicate, nor is a header: it tells who
        wrote one article and when.
        """
        if "header" in (self.candidate.passage.field, other.candidate.passage.field):
            return False
        short, long = shorter_first(self.text, other.text)
        return short.is_in(long) and short.numbers <= long.numbers


def distinct(candidates: Iterable[Candidate], k: int) -> list[Candidate]:
    """Return the first `k` candidates without near duplicates of earlier ones; these go into the earlier one's `also`.

    `candidates` are taken only as far as they are needed.
    """
    kept: list[_Seen] = []
    for candidate in candidates:
        new = _Seen(candidate, Shingled.of(candidate.passage.text), [])
        same = next((one for one in kept if one.says_the_same(new)), None)
        if same is None:
            kept.append(new)
        elif candidate.article not in (same.candidate.article, *same.also):
            same.also.append(candidate.article)
        if len(kept) == k:
            break
    return [replace(one.candidate, also=tuple(one.also)) for one in kept]
