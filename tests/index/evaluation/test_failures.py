"""What went wrong first."""

from __future__ import annotations

from dataclasses import replace

import pytest

from index.evaluation.evaluating import Outcome
from index.evaluation.failures import Cause, cause_of, failed_by

from .outcomes import CLOSED, COST, KILLED, LENGTH, OPENED, OUTCOMES, PEOPLE, SINCE

_RIGHT, _SECOND, _ABSENT, _UNSURE, _UNSAID, _NORTHERN, _MILLION, _REFUSED = OUTCOMES


@pytest.mark.parametrize(
    ("outcome", "cause"),
    [
        (_RIGHT, None),
        (_SECOND, Cause.NOT_FIRST),
        (_ABSENT, Cause.NOT_FOUND),
        (_UNSURE, Cause.REFUSED),
        (_UNSAID, Cause.NOT_FOUND),
        (_NORTHERN, Cause.NOT_REFUSED),
        (_MILLION, None),
        (_REFUSED, None),
        (replace(_ABSENT, found=30), Cause.NOT_FIRST),
        (replace(_ABSENT, rank=1), Cause.WRONG),
        (replace(_ABSENT, rank=2), Cause.NOT_FIRST),
        (replace(_UNSAID, rank=1, found=1), Cause.WRONG),
    ],
)
def test_the_first_step_that_failed_is_the_cause(outcome: Outcome, cause: Cause | None) -> None:
    """Searching comes before ordering, ordering before reading, reading before refusing."""
    assert cause_of(outcome, 0.5) is cause


def test_a_threshold_moves_refusals_only() -> None:
    """At 0 nothing is refused, at 1 everything is."""
    assert [cause_of(one, 0) for one in (_UNSURE, _MILLION, _REFUSED)] == [None, Cause.NOT_REFUSED, None]
    assert [cause_of(one, 1) for one in (_RIGHT, _NORTHERN)] == [Cause.REFUSED, None]


def test_the_surest_comes_first() -> None:
    """Each failure stands under one cause, those that were surest at the top."""
    groups = {cause: [one.question for one in failed_by(cause, OUTCOMES, 0)] for cause in Cause}
    assert groups == {
        Cause.NOT_FOUND: [CLOSED, SINCE],
        Cause.NOT_FIRST: [OPENED],
        Cause.WRONG: [],
        Cause.REFUSED: [],
        Cause.NOT_REFUSED: [LENGTH, PEOPLE],
    }
    assert [one.question for one in failed_by(Cause.REFUSED, OUTCOMES, 1)] == [COST, KILLED]
