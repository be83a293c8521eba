"""Questions whose answers are known -> how sure a reader may be of its own.

The order of the spans and the probability are fitted one after the other: first what puts a right span first most
often, then a logistic regression of whether the first is right on what speaks for it (Platt 1999; for question
answering Kamath et al. 2020, section 3).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import astuple, dataclass, fields
from itertools import product
from zlib import crc32

from index.answers import SHOWN, decide
from index.calibration import Calibration
from index.errors import ArticleIndexError
from index.evaluation.dataset import Question
from index.evaluation.evaluating import Outcome
from index.evaluation.scoring import best_f1, is_right
from index.evidence import Evidence, ranked
from index.library import ArticleIndex
from index.records import Candidate, Span
from index.settings import SENTENCES

# More of either brings no more right answers, and confidence in wrong ones of an article on the same event.
_FUSED_WEIGHTS = (0.0, 0.7, 1.5)
_TEMPERATURES = (0.0, 5.0, 10.0)
_FOLDS = 5
_RIVALRY = 1.0  # e to 1: less than 3 times as likely
# The figures that a calibration has a part in.
AFFECTED = ("answerable", "unanswerable", "em", "f1", "auroc", "coverage@80", "coverage@90", "answered",
            "refused_unanswerable", "ece")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Observation:
    """A question, the candidates found for it, best first, and the spans of those that were read."""

    question: Question
    candidates: tuple[Candidate, ...]
    spans: tuple[Span, ...]

    def outcome(self, calibration: Calibration) -> Outcome:
        """Return what comes of the question by this calibration."""
        answer = decide(self.question.text, self.candidates, self.spans, calibration, least=0)
        return Outcome.of(self.question, answer, self.candidates)


def observe(index: ArticleIndex, questions: Iterable[Question], *, foreign: bool = False) -> Iterator[Observation]:
    """Read for each question, and yield what was found, each as soon as it is known; nothing found is left out.

    `foreign` says that the questions are in other languages than the articles.
    """
    for question in questions:
        with index.asking(question.text, question.asked) as asking:
            if asking:
                candidates = asking.retrieve(SHOWN)
                spans, _ = asking.read(candidates, foreign=foreign)
                yield Observation(question, tuple(candidates), tuple(spans))


def fit(observations: Sequence[Observation], reader: str) -> Calibration:
    """Return the calibration of `reader` that fits best. Raises ArticleIndexError where there is too little to fit."""
    from sklearn.linear_model import LogisticRegression  # type: ignore[import-untyped]  # it ships no types
    from sklearn.pipeline import make_pipeline  # type: ignore[import-untyped]
    from sklearn.preprocessing import StandardScaler  # type: ignore[import-untyped]

    orders = product(_FUSED_WEIGHTS, _TEMPERATURES)
    fused, temperature = max(orders, key=lambda order: sum(_gain(one, *order) for one in observations))
    ordered = [ranked(one.spans, fused, temperature) for one in observations]
    rows = [astuple(Evidence.of(spans)) for spans in ordered]
    right = [
        is_right(spans[0].span.text, one.question.answers) for one, spans in zip(observations, ordered, strict=True)
    ]
    if len(set(right)) < 2:
        raise ArticleIndexError(
            "too few questions: some must be answered rightly and some wrongly, or have no answer in the articles"
        )
    scaler, regression = StandardScaler(), LogisticRegression()
    make_pipeline(scaler, regression).fit(rows, right)
    # The same model over what was not scaled.
    weights = regression.coef_[0] / scaler.scale_
    intercept = float(regression.intercept_[0] - weights @ scaler.mean_)
    return Calibration(
        reader=reader,
        fused=fused,
        temperature=temperature,
        intercept=intercept,
        weights={field.name: float(weight) for field, weight in zip(fields(Evidence), weights, strict=True)},
        rivalry=None if reader == SENTENCES else _RIVALRY,
    )


def out_of_fold(observations: Sequence[Observation], reader: str) -> list[Outcome]:
    """Return what comes of each question, in order, by a calibration fitted to others: what new ones may expect."""
    folds = [crc32(one.question.text.encode()) % _FOLDS for one in observations]
    fitted = {
        fold: fit([one for one, own in zip(observations, folds, strict=True) if own != fold], reader)
        for fold in set(folds)
    }
    return [one.outcome(fitted[fold]) for one, fold in zip(observations, folds, strict=True)]


def _gain(observation: Observation, fused: float, temperature: float) -> float:
    """Return the best F1 of the first span in this order, 0 to 1."""
    return best_f1(ranked(observation.spans, fused, temperature)[0].span.text, observation.question.answers)
