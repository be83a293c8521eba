"""Outcomes -> what went wrong, grouped by the first step that did."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from index.evaluation.evaluating import Outcome


class Cause(Enum):
    """The step at which a question failed, in the order of the data, as a person reads it."""

    NOT_FOUND = "Not found: no passage with the answer is among the 50"
    NOT_FIRST = "Found, but another passage comes first"
    WRONG = "Found first, but the answer is wrong"
    REFUSED = "Found first and right, but refused: the confidence is too low"
    NOT_REFUSED = "The articles do not say, but there is an answer"


def cause_of(outcome: Outcome, min_confidence: float) -> Cause | None:
    """Return what went wrong first, None where nothing did; answers need `min_confidence` to be given."""
    given = outcome.answered(min_confidence)
    if not outcome.question.answerable:
        return Cause.NOT_REFUSED if given else None
    if outcome.rank is None and outcome.found is None:
        return Cause.NOT_FOUND
    if outcome.rank != 1:
        return Cause.NOT_FIRST
    if not outcome.prediction.right:
        return Cause.WRONG
    return None if given else Cause.REFUSED


def failed_by(cause: Cause, outcomes: Sequence[Outcome], min_confidence: float) -> list[Outcome]:
    """Return the outcomes that failed by one cause, the surest answers first."""
    failed = [one for one in outcomes if cause_of(one, min_confidence) is cause]
    return sorted(failed, key=lambda one: -one.answer.confidence)
