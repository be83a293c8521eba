"""What was believed and what came true -> how far the confidence can be trusted."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

_BINS = 10


@dataclass(frozen=True, slots=True, order=True)
class Prediction:
    """An answer's confidence, 0 to 1, and whether the answer was right; the larger one is the surer one."""

    confidence: float
    right: bool


@dataclass(frozen=True, slots=True)
class Risk:
    """The share of answers that are wrong, if all with at least this confidence are given; all are 0 to 1.

    `coverage` is the share of all questions that get an answer then.
    """

    confidence: float
    coverage: float
    risk: float


@dataclass(frozen=True, slots=True)
class Bin:
    """The predictions of one tenth of the confidences: the sum of these, and how many are right."""

    count: int
    confidences: float
    right: int

    @property
    def mean_confidence(self) -> float:
        """What was believed, 0 to 1."""
        return self.confidences / self.count

    @property
    def accuracy(self) -> float:
        """What came true, 0 to 1."""
        return self.right / self.count


def auroc(positive: Sequence[float], negative: Sequence[float]) -> float:
    """Return how often a positive one has the larger confidence of the two, ties counted half; 0 without pairs.

    The area under the receiver operating characteristic: 0.5 is chance, 1 is perfect.
    """
    others = sorted(negative)
    wins = sum((bisect_left(others, one) + bisect_right(others, one)) / 2 for one in positive)
    return wins / max(1, len(positive) * len(negative))


def covered(predictions: Sequence[Prediction], precision: float) -> int:
    """Return how many are right in the longest head, surest first, of which a share of `precision` is right."""
    best = right = 0
    for count, prediction in enumerate(sorted(predictions, reverse=True), 1):
        right += prediction.right
        if right / count >= precision:
            best = right
    return best


def risks(predictions: Sequence[Prediction], questions: int) -> list[Risk]:
    """Return the risk at each confidence there is, the highest first, of so many `questions` in all.

    El-Yaniv and Wiener 2010, section 2.
    """
    found: list[Risk] = []
    wrong = 0
    for count, prediction in enumerate(sorted(predictions, reverse=True), 1):
        wrong += not prediction.right
        if found and found[-1].confidence == prediction.confidence:
            found.pop()
        found.append(Risk(prediction.confidence, count / questions, wrong / count))
    return found


def calibration(predictions: Sequence[Prediction]) -> list[Bin]:
    """Return the bins, ten of equal width, that hold a prediction; the surest first."""
    bins: defaultdict[int, list[Prediction]] = defaultdict(list)
    for one in sorted(predictions, reverse=True):
        bins[min(_BINS - 1, int(one.confidence * _BINS))].append(one)
    return [
        Bin(len(several), sum(one.confidence for one in several), sum(one.right for one in several))
        for several in bins.values()
    ]


def expected_calibration_error(bins: Sequence[Bin]) -> float:
    """Return the mean distance of belief and truth, 0 to 1, lower is better (Guo et al. 2017, section 2)."""
    return sum(abs(one.confidences - one.right) for one in bins) / max(1, sum(one.count for one in bins))
