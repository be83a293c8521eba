"""Answers that people voted on."""

from __future__ import annotations

from datetime import date

from index import ArticleIndex
from index.reviews import Verdict

DAY = date(2024, 3, 6)
COST = "How much did the new terminal cost?"
KILLED = "What killed the blossoms?"
LENGTH = "How long is the Orlen bridge?"


def ask(library: ArticleIndex, question: str, *verdicts: Verdict, least: float = 0) -> int:
    """Ask, let people vote on what they see, and return the number of the answer."""
    number = library.feedback.note(library.answer(question, asked=DAY, min_confidence=least), DAY)
    for voter, verdict in enumerate(verdicts):
        assert library.feedback.vote(number, str(voter), verdict)
    return number
