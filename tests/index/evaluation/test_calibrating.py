"""Questions whose answers are known -> a calibration."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from random import Random

import pytest

from index import Article, ArticleIndex, Candidate
from index.calibration import Calibration
from index.errors import ArticleIndexError
from index.evaluation import AFFECTED, measure
from index.evaluation.calibrating import Observation, fit, observe, out_of_fold
from index.evaluation.dataset import Question
from index.records import Span
from tests.samples import passage, read

_GOLD, _LEAD = Article("Gold is the answer."), Article("Lead is no answer.")


def _span(article: Article, score: float, fused: float = 0.0, dense: float = 0.0) -> Span:
    """Return the first word of an article as a span."""
    return Span(Candidate(passage(article), article, fused, dense, None), 0, 4, score)


def _observation(name: str, *spans: Span, right: bool = True) -> Observation:
    """Return what was read for a question to which the accepted answer is "gold", or another one."""
    candidates = sorted((span.candidate for span in spans), key=lambda one: -one.score)
    return Observation(Question(name, ("gold" if right else "silver",)), tuple(candidates), spans)


def _made(count: int) -> list[Observation]:
    """Return questions that are answered rightly the more often, the higher the score of the one span is."""
    rng = Random(7)
    scores = [rng.uniform(90, 110) for _ in range(count)]
    return [
        _observation(f"{number}", _span(_GOLD, score, dense=0.8), right=score + rng.gauss(0, 4) > 100)
        for number, score in enumerate(scores)
    ]


def _confidences(observations: Sequence[Observation]) -> dict[str, list[float]]:
    """Return how sure each question's answers are out of fold, those of the same question together."""
    found: dict[str, list[float]] = {}
    for one in out_of_fold(observations, "x"):
        found.setdefault(one.question.text, []).append(one.answer.confidence)
    return found


def _turned(observations: Sequence[Observation], name: str) -> list[Observation]:
    """Return the observations, those of one question with the other truth."""
    other = {"gold": "silver", "silver": "gold"}
    return [
        replace(one, question=replace(one.question, answers=(other[one.question.answers[0]],)))
        if one.question.text == name
        else one
        for one in observations
    ]


def test_the_weight_that_puts_right_answers_first_is_taken() -> None:
    """One question needs 0.45 of the fused score or more, another less than 0.8: 0.7 is the least that serves both."""
    wants_it = _observation("a", _span(_LEAD, 1.0), _span(_GOLD, 0.8, fused=0.45))
    suffers = _observation("b", _span(_GOLD, 1.0), _span(_LEAD, 0.2, fused=1.0))
    wrong = _observation("c", _span(_LEAD, 0.1), right=False)
    assert fit([wants_it, suffers, wrong], "x").fused == 0.7
    assert fit([suffers, wrong], "x").fused == 0.0


def test_the_surer_is_the_one_with_what_makes_answers_right() -> None:
    """What decides alone, the span's score, orders the confidences, and what never differs has no weight."""
    observations = _made(80)
    calibration = fit(observations, "x")
    assert calibration.reader == "x"
    by_score = sorted(observations, key=lambda one: one.spans[0].score)
    sure = [one.outcome(calibration).answer.confidence for one in by_score]
    assert sure == sorted(sure)
    assert sure[0] < 0.1
    assert sure[-1] > 0.9
    assert calibration.weights["span"] > 0
    assert [calibration.weights[name] for name in ("share", "lead", "support", "words")] == pytest.approx([0] * 4)


def test_confidences_are_right_on_average() -> None:
    """Over what it was fitted to, the mean confidence is the share of right answers."""
    observations = _made(80)
    calibration = fit(observations, "x")
    outcomes = [one.outcome(calibration) for one in observations]
    right = sum(one.prediction.right for one in outcomes)
    assert 20 < right < 60
    assert sum(one.answer.confidence for one in outcomes) == pytest.approx(right, abs=0.05)


@pytest.mark.parametrize("right", [True, False])
def test_both_kinds_are_needed(right: bool) -> None:
    """Where all answers are right, or all wrong, there is nothing to fit, and the error says what to bring."""
    observations = [_observation("a", _span(_GOLD, score), right=right) for score in (1.0, 2.0, 3.0)]
    with pytest.raises(ArticleIndexError, match=r"^too few questions: some must be answered rightly and some wrongly"):
        fit(observations, "x")


def test_no_question_is_judged_by_what_has_seen_it() -> None:
    """Whether an answer is right changes how sure others are, never how sure that one is."""
    observations = _made(40)
    before = _confidences(observations)
    assert sorted(before) == sorted(one.question.text for one in observations)
    for name in ("0", "7", "39"):
        after = _confidences(_turned(observations, name))
        assert after[name] == before[name]
        assert sum(after[other] != before[other] for other in before) > 20


def test_a_question_to_several_indexes_is_judged_by_none_that_has_seen_it() -> None:
    """Where a question was asked of several indexes, all its observations are kept out together."""
    observations = [*_made(24), *_made(24)]
    before = _confidences(observations)
    for name in ("0", "7", "23"):
        assert _confidences(_turned(observations, name))[name] == before[name]


def test_an_outcome_is_the_answer_by_the_calibration() -> None:
    """The best span by both scores answers, however unsure it is."""
    observation = _observation("a", _span(_LEAD, 1.0), _span(_GOLD, 0.8, fused=0.45))
    answers = [
        observation.outcome(Calibration(reader="x", fused=fused, intercept=-500, weights={})).answer
        for fused in (0.0, 0.5)
    ]
    assert [one.answer for one in answers] == ["Lead", "Gold"]
    assert [one.status for one in answers] == ["answered", "answered"]
    assert max(one.confidence for one in answers) < 1e-200


def test_each_question_is_read_for(library: ArticleIndex) -> None:
    """What was read for each question comes in order; a question without words is left out."""
    questions = [Question("What did the terminal cost?", ("310 million euros",)), Question("  ", ()), Question("?", ())]
    cost, marks = observe(library, questions)
    assert (cost.question, marks.question) == (questions[0], questions[2])
    candidates, spans = read(library, "What did the terminal cost?")
    assert (cost.candidates, cost.spans) == (tuple(candidates), tuple(spans))


def test_the_figures_that_change_have_names() -> None:
    """Each figure in which a calibration has a part is one that is measured."""
    assert set(AFFECTED) <= {figure.name for figure in measure([], 0.5)}
