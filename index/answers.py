"""Candidates + spans -> an answer, checked against the article, or the honest word that there is none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from index.about import Aspect, place
from index.calibration import Calibration
from index.evidence import Evidence, Ranked, agree, story_of
from index.passages import quoted
from index.records import Answer, Article, Candidate, Passage, Reason, Span

SHOWN = 10  # passages that come with an answer
OTHERS = 4  # other answers that come with it


def decide(
    question: str, candidates: Sequence[Candidate], spans: Sequence[Span], calibration: Calibration, least: float
) -> Answer:
    """Return the best span as the answer if its confidence reaches `least`.

    `spans` holds one for each of the candidates that were read, which must be the first ones. Their final scores
    are those by which the calibration puts them in order.
    """
    read = calibration.ranked(spans)
    ranked = tuple(replace(one.span.candidate, score=one.score) for one in read)
    # What was not read stands below, by as much as it did.
    last = min((one.score for one in ranked), default=0.0)
    ranked += tuple(replace(one, score=last + (one.score - candidates[0].score)) for one in candidates[len(read) :])
    if not read:
        return not_found(question, "not_in_articles", 0.0, ranked)
    confidence = calibration.confidence(Evidence.of(read))
    if confidence < least:
        return not_found(question, "not_in_articles", confidence, ranked)
    rival = _rival([one.span for one in read], calibration.rivalry)
    others = _others(read, calibration, least)
    return replace(verified(question, read[0].span, confidence, ranked), rival=rival, others=others)


def decide_about(question: str, candidates: Sequence[Candidate], article: Article | None, aspect: Aspect) -> Answer:
    """Return what `article` says of itself; not_found where it does not, or where it is not known which is meant."""
    where = place(article, aspect) if article else None
    if article is None or where is None:
        return not_found(question, "not_in_articles", 0.0, tuple(candidates))
    field, start, end = where
    source = article.read(field)
    first, last = quoted(source, start, end)
    best = max((one.score for one in candidates), default=0.0)
    passage = Candidate(Passage(source[first:last], field, first, last), article, best, None, None)
    return verified(question, Span(passage, start, end, best), 1.0, (passage, *candidates)[:SHOWN])


def _rival(read: Sequence[Span], rivalry: float | None) -> Span | None:
    """Return the best different answer of another story, if it is nearly as likely as the first."""
    if rivalry is None:
        return None
    first = read[0]
    others = (one for one in read[1:] if story_of(one) != story_of(first))
    rival = next((one for one in others if not agree(first, one)), None)
    return rival if rival and rival.score >= first.score - rivalry else None


def _others(read: Sequence[Ranked], calibration: Calibration, least: float) -> tuple[Span, ...]:
    """Return answers that differ from the first and from each other, as far as each alone would be likely enough.

    Where a calibration knows no rivals, how far scores lie apart says nothing of how likely they are.
    """
    if calibration.rivalry is None:
        return ()
    chosen = [read[0].span]
    for one in read[1:]:
        apart = not any(agree(one.span, other) for other in chosen)
        # One that is behind others leads by less than nothing.
        rest = [other for other in read if other is not one]
        if apart and calibration.confidence(Evidence.of([one, *rest])) >= least:
            chosen.append(one.span)
    return tuple(chosen[1 : 1 + OTHERS])


def verified(question: str, span: Span, confidence: float, candidates: tuple[Candidate, ...]) -> Answer:
    """Return the answer at `span`, quoted from the stored article; not_found where its offsets lie outside."""
    article, field = span.candidate.article, span.candidate.passage.field
    source = article.read(field)
    if not 0 <= span.start < span.end <= len(source):
        return not_found(question, "not_in_articles", 0.0, candidates)
    start, end = quoted(source, span.start, span.end)
    return Answer(
        question=question,
        status="answered",
        confidence=confidence,
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
