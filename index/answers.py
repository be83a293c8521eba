"""Candidates + spans -> an answer, checked against the article, or the honest word that there is none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from index.passages import quoted
from index.records import Answer, Candidate, Reason, Span


def decide(
    question: str, candidates: Sequence[Candidate], spans: Sequence[Span], min_confidence: float, fusion_weight: float
) -> Answer:
    """Return the best candidate's span as the answer if its score reaches `min_confidence`.

    `spans` holds one for each of the candidates that were read, which must be the first ones. A candidate's
    final score is its span's and `fusion_weight` times its fused one.
    """
    read = [
        replace(span, candidate=replace(span.candidate, score=fusion_weight * span.candidate.score + span.score))
        for span in spans
    ]
    read.sort(key=lambda span: -span.candidate.score)
    unread = [replace(one, score=fusion_weight * one.score) for one in candidates[len(read) :]]
    ranked = (*(span.candidate for span in read), *unread)
    if not read or read[0].score < min_confidence:
        return not_found(question, "not_in_articles", read[0].score if read else 0.0, ranked)
    return verified(question, read[0], ranked)


def verified(question: str, span: Span, candidates: tuple[Candidate, ...]) -> Answer:
    """Return the answer at `span`, quoted from the stored article; not_found where its offsets lie outside."""
    article, field = span.candidate.article, span.candidate.passage.field
    source = article.read(field)
    if not 0 <= span.start < span.end <= len(source):
        return not_found(question, "not_in_articles", 0.0, candidates)
    start, end = quoted(source, span.start, span.end)
    return Answer(
        question=question,
        status="answered",
        confidence=span.score,
        passages=candidates,
        answer=source[span.start : span.end],
        field=field,
        start=span.start,
        end=span.end,
        quote=source[start:end],
        article=article,
    )


def not_found(question: str, reason: Reason, confidence: float = 0.0, candidates: tuple[Candidate, ...] = ()) -> Answer:
    """Return that there is no answer, and why."""
    return Answer(question, "not_found", confidence, candidates, reason=reason)
