"""Questions with accepted answers -> what came of each -> figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Self

from index.evaluation.confidence import Prediction, auroc, calibration, covered, expected_calibration_error
from index.evaluation.dataset import Question
from index.evaluation.figures import Figures
from index.evaluation.scoring import best_f1, exact_match, holds, is_right
from index.library import ArticleIndex
from index.records import Answer, Candidate

SEARCHED = 50  # passages, for the recall of the search alone
_LONG = 220  # words; a passage has at most 200, as whoever counts otherwise may count them


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one question, asked so that the best candidate is always the answer.

    Ranks count from 1 and are None where no passage holds an accepted answer: `rank` among the answer's
    passages, `found` among the 50 that a search brings. `overlong` counts passages of more than 220 words.
    """

    question: Question
    answer: Answer
    rank: int | None
    found: int | None
    overlong: int

    @classmethod
    def of(cls, question: Question, answer: Answer, found: Sequence[Candidate]) -> Self:
        """Return what came of a question from its answer and from what a search found, best first."""
        overlong = sum(len(one.passage.text.split()) > _LONG for one in answer.passages)
        return cls(question, answer, _rank(question, answer.passages), _rank(question, found), overlong)

    @property
    def prediction(self) -> Prediction:
        """How sure the answer was, and whether it was right; to an unanswerable question none is."""
        return Prediction(self.answer.confidence, is_right(self.answer.answer or "", self.question.answers))

    @property
    def exact(self) -> bool:
        """Whether the answer is an accepted one, word for word."""
        return self.answer.answer is not None and exact_match(self.answer.answer, self.question.answers)

    @property
    def f1(self) -> float:
        """The best F1 with an accepted answer, 0 to 1."""
        return best_f1(self.answer.answer or "", self.question.answers)

    def answered(self, min_confidence: float = 0.0) -> bool:
        """Whether there is an answer if it needs this confidence: the same as asking again with it."""
        return self.answer.answer is not None and self.answer.confidence >= min_confidence

    def trimmed(self, passages: int) -> Outcome:
        """Return it with the first few passages only, for who keeps thousands of them."""
        return replace(self, answer=replace(self.answer, passages=self.answer.passages[:passages]))


def evaluate(index: ArticleIndex, questions: Iterable[Question], collection: str | None = None) -> Iterator[Outcome]:
    """Ask each question on its day and yield what came of it, in order, each as soon as it is known."""
    for question in questions:
        answer = index.answer(question.text, asked=question.asked, min_confidence=0, collection=collection)
        found = index.search(question.text, SEARCHED, asked=question.asked, collection=collection)
        yield Outcome.of(question, answer, found)


def measure(outcomes: Iterable[Outcome], min_confidence: float) -> Figures:
    """Return the figures of all outcomes; those of abstention are for answers of at least `min_confidence`."""
    kept = [one.trimmed(0) for one in outcomes]
    answerable = [one for one in kept if one.question.answerable]
    unanswerable = [one for one in kept if not one.question.answerable]
    given = [one for one in answerable if one.answered()]
    predictions = [one.prediction for one in kept if one.answered()]
    right = [one.confidence for one in predictions if one.right]
    count = len(answerable)
    return Figures(
        answerable=count,
        unanswerable=len(unanswerable),
        recall_at_1=_percent(_within(1, answerable), count),
        recall_at_5=_percent(_within(5, answerable), count),
        recall_at_10=_percent(_within(10, answerable), count),
        recall_at_50=_percent(sum(one.found is not None for one in answerable), count),
        mrr_at_10=_percent(sum(1 / one.rank for one in answerable if one.rank and one.rank <= 10), count),
        em=_percent(sum(one.exact for one in given), count),
        f1=_percent(sum(one.f1 for one in given), count),
        right_of_answered=_percent(len(right), len(given)),
        auroc=round(auroc(right, [one.answer.confidence for one in unanswerable]), 3),
        coverage_at_80=_percent(covered(predictions, 0.8), count),
        coverage_at_90=_percent(covered(predictions, 0.9), count),
        answered=_percent(sum(one.answered(min_confidence) for one in answerable), count),
        refused_unanswerable=_percent(sum(not one.answered(min_confidence) for one in unanswerable), len(unanswerable)),
        ece=round(expected_calibration_error(calibration(predictions)), 3),
        passages_over_220_words=sum(one.overlong for one in answerable),
    )


def _rank(question: Question, passages: Sequence[Candidate]) -> int | None:
    """Return the rank, from 1, of the first passage that holds an accepted answer; None where none does."""
    return next((rank for rank, one in enumerate(passages, 1) if holds(one.passage.text, question.answers)), None)


def _within(k: int, outcomes: Sequence[Outcome]) -> int:
    return sum(one.rank is not None and one.rank <= k for one in outcomes)


def _percent(part: float, whole: int) -> float:
    """Return a share in percent, rounded to one digit; 0 of nothing is 0."""
    return round(100 * part / max(1, whole), 1)
