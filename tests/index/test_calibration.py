"""Evidence -> the probability that an answer is right."""

from __future__ import annotations

import math
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index import Candidate
from index.calibration import Calibration, current_calibration, load_calibration, save_calibration
from index.errors import ModelError
from index.evidence import Evidence
from index.records import Span
from tests.samples import PORT, passage

_FINITE = st.floats(allow_nan=False, allow_infinity=False)
_EVIDENCE = st.builds(Evidence, *[_FINITE] * 5)
_SOME = Evidence(span=2.0, share=0.25, lead=1.0, support=4.0, words=3.0)
_FITTED = Calibration(
    reader="x",
    fused=0.5,
    intercept=-3,
    weights={"span": 1, "share": 4, "lead": -0.5, "support": 0.125},
)


def test_the_order_is_by_both_scores() -> None:
    """A span ranks by its own score and its candidate's fused one, weighed."""
    found = Candidate(passage(PORT), PORT, 3.0, None, None)
    [only] = _FITTED.ranked([Span(found, 0, 8, 1.25)])
    assert (only.own, only.score) == (2.75, 2.75)


def test_the_probability_is_logistic() -> None:
    """The evidence is weighed and added up, and the logistic function makes a probability of that."""
    known = -3 + 2.0 + 4 * 0.25 - 0.5 * 1.0 + 0.125 * 4.0
    assert _FITTED.confidence(_SOME) == pytest.approx(1 / (1 + math.exp(-known)))
    assert Calibration(reader="x", fused=0, intercept=0, weights={}).confidence(_SOME) == 0.5


@pytest.mark.parametrize(("intercept", "expected"), [(0.25, 0.75), (-9, 0.0), (9, 1.0)])
def test_a_score_can_be_a_probability(intercept: float, expected: float) -> None:
    """By the identity the sum itself is the probability, cut off at 0 and 1."""
    plain = Calibration(reader="x", fused=0, intercept=intercept, weights={"share": 2}, link="identity")
    assert plain.confidence(_SOME) == expected


@given(_EVIDENCE, _FINITE, st.dictionaries(st.sampled_from(["span", "share", "lead"]), _FINITE), st.booleans())
def test_confidence_is_a_probability(
    evidence: Evidence, intercept: float, weights: dict[str, float], logit: bool
) -> None:
    """It lies between 0 and 1 for any finite numbers."""
    link = "logit" if logit else "identity"
    calibration = Calibration.model_validate(
        {"reader": "x", "fused": 0, "intercept": intercept, "weights": weights, "link": link}
    )
    assert 0 <= calibration.confidence(evidence) <= 1


@given(st.floats(-1000, 1000), st.floats(-1000, 1000))
def test_more_that_speaks_for_it_is_no_less_probable(one: float, other: float) -> None:
    """With a positive weight the probability never falls as the score rises."""
    found = [
        _FITTED.confidence(Evidence(span=score, share=0, lead=0, support=0, words=0)) for score in sorted((one, other))
    ]
    assert found == sorted(found)


def test_it_is_read_as_it_was_saved(tmp_path: Path) -> None:
    """A folder gives the same calibration back, the last that was kept in it."""
    save_calibration(_FITTED.model_copy(update={"intercept": 7.0}), tmp_path)
    save_calibration(_FITTED, tmp_path)
    assert load_calibration(tmp_path) == _FITTED
    assert [path.name for path in tmp_path.iterdir()] == ["calibration.json"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('{"reader": "x", "fus', id="cut off"),
        pytest.param("", id="empty"),
        pytest.param("[]", id="no object"),
        pytest.param('{"reader": "x", "fused": 0, "intercept": 0}', id="without weights"),
        pytest.param('{"reader": "x", "fused": 0, "intercept": 0, "weights": {}, "slope": 1}', id="a name too many"),
        pytest.param('{"reader": "x", "fused": 0, "intercept": 0, "weights": {"lenght": 1}}', id="no such evidence"),
        pytest.param('{"reader": "x", "fused": 0, "intercept": NaN, "weights": {}}', id="no number"),
    ],
)
def test_a_file_that_is_no_calibration_is_an_error(tmp_path: Path, text: str) -> None:
    """The error names the file and says what to do."""
    path = tmp_path / "calibration.json"
    path.write_text(text, "utf-8")
    with pytest.raises(ModelError) as error:
        load_calibration(tmp_path)
    assert str(error.value) == f"{path} is no calibration: run `python -m index calibrate` again, or remove it"


def test_a_missing_file_is_an_error(tmp_path: Path) -> None:
    """So is a file that is not there."""
    with pytest.raises(ModelError, match="is no calibration: run `python -m index calibrate` again"):
        load_calibration(tmp_path)


def test_one_that_was_fitted_comes_first(tmp_path: Path) -> None:
    """A reader's own is used where none was fitted to the index, or one of another reader was."""
    own = _FITTED.model_copy(update={"intercept": 7.0})
    assert current_calibration(tmp_path, own) == own
    save_calibration(_FITTED, tmp_path)
    assert current_calibration(tmp_path, own) == _FITTED
    other = own.model_copy(update={"reader": "y"})
    assert current_calibration(tmp_path, other) == other
