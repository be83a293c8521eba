"""Articles and answers made by hand."""

from __future__ import annotations

from index import Answer, Article, Candidate, Passage
from index.records import Field


def candidate(article: Article, start: int, end: int, field: Field = "text", score: float = 0.5) -> Candidate:
    """Return the passage `start` to `end` of an article as a candidate."""
    passage = Passage(article.read(field)[start:end], field, start, end)
    return Candidate(passage, article, score, score, None)


def answered(
    article: Article, start: int, end: int, *candidates: Candidate, field: Field = "text", confidence: float = 0.9
) -> Answer:
    """Return the answer whose span and quote both are `start` to `end`."""
    text = article.read(field)[start:end]
    return Answer(
        question="?",
        status="answered",
        confidence=confidence,
        passages=candidates,
        answer=text,
        field=field,
        start=start,
        end=end,
        quote=text,
        article=article,
    )
