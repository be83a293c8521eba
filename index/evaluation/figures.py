"""The figures of an evaluation: each with the name it is printed by, and a few words on what it means."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure as it is printed."""

    name: str
    value: float
    digits: int
    meaning: str

    @property
    def text(self) -> str:
        """The value, with as many digits behind the point as it is rounded to."""
        return f"{self.value:.{self.digits}f}"


def _number(meaning: str) -> Mapping[str, object]:
    return {"digits": 0, "meaning": meaning}


def _percent(meaning: str) -> Mapping[str, object]:
    return {"digits": 1, "meaning": meaning}


def _unit(meaning: str) -> Mapping[str, object]:
    return {"digits": 3, "meaning": meaning}


@dataclass(frozen=True, slots=True)
class Figures:
    """All figures, rounded: shares and means in percent, `auroc` and `ece` from 0 to 1.

    `answered` and `refused_unanswerable` hold for a least confidence, the others for answers to every question.
    """

    answerable: int = field(metadata=_number("questions that the articles answer"))
    unanswerable: int = field(metadata=_number("questions that they do not answer"))
    recall_at_1: float = field(metadata=_percent("% of the answerable: the first passage holds an accepted answer"))
    recall_at_5: float = field(metadata=_percent("% of them: one of the first 5 passages does"))
    recall_at_10: float = field(metadata=_percent("% of them: one of the first 10"))
    recall_at_50: float = field(metadata=_percent("% of them: one of the 50 that a search finds"))
    mrr_at_10: float = field(metadata=_percent("mean of 1 / rank of the first such passage, in %, 0 beyond 10"))
    em: float = field(metadata=_percent("% of them: the answer is an accepted one, word for word"))
    f1: float = field(metadata=_percent("mean overlap of words with an accepted one, in %"))
    right_of_answered: float = field(metadata=_percent("% of the answers to them that are right"))
    auroc: float = field(metadata=_unit("how often right answers are surer than unanswerable ones: 0.5 is chance"))
    coverage_at_80: float = field(metadata=_percent("% of the answerable answered right, if 80% of answers must be"))
    coverage_at_90: float = field(metadata=_percent("the same, if 90% must be"))
    answered: float = field(metadata=_percent("% of the answerable get an answer at MIN_CONFIDENCE"))
    refused_unanswerable: float = field(metadata=_percent("% of the unanswerable get none at MIN_CONFIDENCE"))
    ece: float = field(metadata=_unit("mean distance of confidence and share of right answers: 0 is best"))
    passages_over_220_words: int = field(metadata=_number("passages longer than may be: 0 is right"))

    def __iter__(self) -> Iterator[Figure]:
        """Yield each by its printed name, such as "recall@5"."""
        for one in fields(self):
            digits, meaning = one.metadata["digits"], one.metadata["meaning"]
            yield Figure(one.name.replace("_at_", "@"), getattr(self, one.name), digits, meaning)
