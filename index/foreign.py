"""A question and the passages found for it -> whether they are in different languages."""

from __future__ import annotations

from collections.abc import Sequence

from index.normal import words
from index.records import Candidate

# English questions share 29 % of their words or more with what is found for them in English articles (60 about the
# sample, 656 about news); 60 in four other languages share at most 20 %, names and numbers among them.
_SHARED = 0.25


def is_foreign(question: str, candidates: Sequence[Candidate]) -> bool:
    """Whether hardly a word of the question, "what", "is" and "the" included, stands in any of the passages."""
    asked = words(question)
    found = {word for one in candidates for word in words(one.passage.text)}
    return sum(word in found for word in asked) < _SHARED * len(asked)
