"""Outcomes -> the three plots of a report, each an SVG element."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from index.evaluation.confidence import Prediction, calibration, risks
from index.evaluation.evaluating import SEARCHED, Outcome
from index.evaluation.plots import Axis, Line, Point, chart

_PERCENT = (0, 25, 50, 75, 100)
_UNIT = (0, 0.2, 0.4, 0.6, 0.8, 1)
_LABELLED = (1, 5, 10, 50)  # ranks
_SHOWN = 10  # passages that come with an answer


def recall_by_k(outcomes: Sequence[Outcome]) -> str:
    """Draw the recall among the first k passages: of the search, and in the order in which an answer has them."""
    answerable = [one for one in outcomes if one.question.answerable]
    found = _recall([one.found for one in answerable], SEARCHED, labelled=_LABELLED[2:])
    ranked = _recall([one.rank for one in answerable], _SHOWN, labelled=_LABELLED[:2])
    lines = [Line("as answered", ranked), Line("as found", found)]
    return chart(Axis("first k passages", (1, 10, 20, 30, 40, 50)), Axis("recall, %", _PERCENT), lines)


def risk_by_coverage(outcomes: Sequence[Outcome], min_confidence: float) -> str:
    """Draw the share of wrong answers as more and more questions are answered; the setting is marked."""
    curve = risks(_predictions(outcomes), len(outcomes))
    given = sum(one.confidence >= min_confidence for one in curve)
    points = [
        Point(100 * one.coverage, 100 * one.risk, f"MIN_CONFIDENCE {min_confidence:g}" if number == given else "")
        for number, one in enumerate(curve, 1)
    ]
    lines = [Line("surest answers first", points)]
    return chart(Axis("coverage: % of questions answered", _PERCENT), Axis("risk: % of them wrong", _PERCENT), lines)


def calibration_by_bin(outcomes: Sequence[Outcome]) -> str:
    """Draw the share of right answers over the mean confidence of each tenth, with their count, and the ideal."""
    points = [Point(one.mean_confidence, one.accuracy, str(one.count)) for one in calibration(_predictions(outcomes))]
    lines = [Line("answers, with their number", points[::-1]), Line("ideal", (Point(0, 0), Point(1, 1)))]
    return chart(Axis("mean confidence", _UNIT), Axis("share that is right", _UNIT), lines)


def _recall(ranks: Sequence[int | None], most: int, labelled: Sequence[int]) -> list[Point]:
    """Return the recall in percent at 1 to `most`."""
    shares = [100 * _at(k, ranks) / max(1, len(ranks)) for k in range(1, most + 1)]
    return [Point(k, share, f"{share:.1f}" if k in labelled else "") for k, share in enumerate(shares, 1)]


def _at(k: int, ranks: Iterable[int | None]) -> int:
    return sum(rank is not None and rank <= k for rank in ranks)


def _predictions(outcomes: Iterable[Outcome]) -> list[Prediction]:
    return [one.prediction for one in outcomes if one.answered()]
