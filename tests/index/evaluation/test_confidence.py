"""How far confidences can be trusted."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.evaluation.confidence import (
    Bin,
    Prediction,
    Risk,
    auroc,
    calibration,
    covered,
    expected_calibration_error,
    risks,
)

_CONFIDENCES = st.sampled_from([0.0, 0.1, 0.25, 0.5, 0.7, 0.95, 1.0]) | st.floats(0, 1)
_MANY = st.lists(_CONFIDENCES, max_size=12)
_PREDICTIONS = st.lists(st.builds(Prediction, _CONFIDENCES, st.booleans()), max_size=20)
_FIVE = [Prediction(*pair) for pair in ((0.5, False), (0.9, True), (0.1, False), (0.7, True), (0.5, True))]


def test_auroc_counts_pairs() -> None:
    """Of the six pairs four are in order and one is a tie."""
    assert auroc([0.9, 0.5, 0.4], [0.4, 0.6]) == 3.5 / 6
    assert auroc([0.9], [0.1]) == 1
    assert auroc([0.9], []) == auroc([], [0.1]) == 0


@given(_MANY, _MANY)
def test_auroc_is_what_counting_gives(positive: list[float], negative: list[float]) -> None:
    """Every pair counts, half where it is a tie."""
    won = sum((one > other) + (one == other) / 2 for one in positive for other in negative)
    assert auroc(positive, negative) == won / max(1, len(positive) * len(negative))


@given(st.lists(st.integers(0, 20), max_size=12), st.lists(st.integers(0, 20), max_size=12))
def test_auroc_asks_for_the_order_only(positive: list[int], negative: list[int]) -> None:
    """A rising transformation of the confidences changes nothing."""
    plain = auroc([one / 20 for one in positive], [one / 20 for one in negative])
    assert auroc([(one / 20) ** 3 for one in positive], [(one / 20) ** 3 for one in negative]) == plain


def test_of_a_tie_the_right_one_comes_first() -> None:
    """Three are right without a mistake, one of them as sure as one that is wrong."""
    assert covered(_FIVE, 1.0) == 3
    assert covered([Prediction(0.5, False), Prediction(0.4, True)], 1.0) == 0


def test_a_head_that_regains_its_precision_counts() -> None:
    """Right, wrong, wrong, then nine right: of twelve ten are right, which is enough for 80 but not for 90."""
    surest = [Prediction(1 - rank / 100, right) for rank, right in enumerate([True, False, False] + [True] * 9)]
    assert covered(surest, 0.8) == 10
    assert covered(surest, 0.9) == 1
    assert covered([], 0.8) == 0


@given(_PREDICTIONS)
def test_a_higher_precision_covers_no_more(predictions: list[Prediction]) -> None:
    """What is right nine times in ten is right eight times in ten."""
    assert covered(predictions, 0.9) <= covered(predictions, 0.8) <= sum(one.right for one in predictions)


def test_risk_grows_as_more_is_answered() -> None:
    """Each confidence has its point, a tie has one, and coverage is the share of all questions."""
    assert risks(_FIVE, 10) == [
        Risk(0.9, 0.1, 0.0),
        Risk(0.7, 0.2, 0.0),
        Risk(0.5, 0.4, 0.25),
        Risk(0.1, 0.5, 0.4),
    ]
    assert risks([], 10) == []


def test_bins_are_tenths() -> None:
    """A bin begins at its tenth, the last holds 1 too, and the surest comes first."""
    pairs = ((1.0, True), (0.95, False), (0.9, True), (0.5, True), (0.25, False), (0.25, True), (0.0, False))
    bins = calibration([Prediction(*pair) for pair in pairs])
    assert bins == [Bin(3, 2.85, 2), Bin(1, 0.5, 1), Bin(2, 0.5, 1), Bin(1, 0.0, 0)]
    assert (bins[2].mean_confidence, bins[2].accuracy) == (0.25, 0.5)
    assert expected_calibration_error(bins) == pytest.approx((0.85 + 0.5 + 0.5 + 0) / 7)
    assert expected_calibration_error([]) == 0


@given(_PREDICTIONS)
def test_calibration_counts_every_prediction(predictions: list[Prediction]) -> None:
    """No prediction is lost between the bins, and the error lies between 0 and 1."""
    bins = calibration(predictions)
    assert sum(one.count for one in bins) == len(predictions)
    assert sum(one.right for one in bins) == sum(one.right for one in predictions)
    assert 0 <= expected_calibration_error(bins) <= 1
