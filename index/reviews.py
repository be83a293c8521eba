"""What was shown to people, and what they and the admins think of it: the vocabulary of feedback, frozen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from index.records import Field, Reason, Status

Verdict = Literal[
    "right", "wrong_answer", "wrong_article", "should_have_known", "should_not_have_answered", "articles_do_say"
]


@dataclass(frozen=True, slots=True)
class Shown:
    """What was shown for a question, under the number that its votes are given to; see Answer for the rest.

    `asked` is the day, `generation` that of the articles.
    """

    number: int
    question: str
    asked: date
    generation: int
    status: Status
    reason: Reason | None
    confidence: float
    answer: str | None = None
    field: Field | None = None
    start: int | None = None
    end: int | None = None
    quote: str | None = None
    article_id: str | None = None
    title: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Review:
    """What was shown and judged: each verdict with its count.

    `settled` is what an admin says is right, empty where the articles do not say, None where nothing is settled;
    `dismissed` says that there is nothing to learn from it. `truth` is what is right for its question when all
    that is said about that question is taken together, None where it is not known.
    """

    shown: Shown
    votes: tuple[tuple[Verdict, int], ...]
    settled: tuple[str, ...] | None = None
    dismissed: bool = False
    truth: tuple[str, ...] | None = None

    @property
    def verdict(self) -> tuple[str, ...] | None:
        """What is right, as an admin says, else as all votes on this one do; None where that is not known."""
        if not self.shown.question:
            return None
        if self.settled is not None:
            return self.settled
        verdicts = {verdict for verdict, _ in self.votes}
        if verdicts == {"right"} and self.shown.answer:
            return (self.shown.answer,)
        return () if verdicts == {"should_not_have_answered"} else None

    @property
    def is_open(self) -> bool:
        """Whether an admin has yet to say what is right."""
        return self.truth is None and not self.dismissed


@dataclass(frozen=True, slots=True)
class Case:
    """A question whose answer is known, to evaluate with; without `answers` the articles do not say."""

    question: str
    answers: tuple[str, ...]
    article_urls: tuple[str, ...]
    asked: date
