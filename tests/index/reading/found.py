"""Candidates to read, as a search finds them."""

from __future__ import annotations

from index import Article, Candidate
from index.records import Field
from tests.samples import passage


def candidate(article: Article, start: int = 0, end: int | None = None, field: Field = "text") -> Candidate:
    """Return a passage of an article, by default the whole of it, that both searches found."""
    return Candidate(passage(article, start, end, field), article, 0.5, 0.5, None)
