"""What is right, as far as the admins say and people agree: Reviews -> the truth of each question -> Cases.

A question asked in other letters or blanks on the same day is the same one, however often it was answered.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from index.normal import folded
from index.reviews import Case, Review

_Question = tuple[str, date]


def same(question: str) -> str:
    """Return what two questions have in common that differ in the case of letters and in blanks only."""
    return " ".join(folded(question).split())


def with_truth(reviews: Sequence[Review]) -> list[Review]:
    """Return the reviews, each with what is right for its question."""
    truths = {question: _truth(group) for question, group in _by_question(reviews).items()}
    return [one if one.dismissed else replace(one, truth=truths[_question(one)]) for one in reviews]


def cases(reviews: Sequence[Review]) -> list[Case]:
    """Return the questions whose answer is known, each once, of reviews that have their truth."""
    known = (one for one in reviews if one.truth is not None)
    return [_case(group) for group in _by_question(known).values()]


def _by_question(reviews: Iterable[Review]) -> dict[_Question, list[Review]]:
    """Return the reviews of each question that are not dismissed."""
    groups: dict[_Question, list[Review]] = {}
    for one in reviews:
        if not one.dismissed:
            groups.setdefault(_question(one), []).append(one)
    return groups


def _question(review: Review) -> _Question:
    return same(review.shown.question), review.shown.asked


def _truth(group: Sequence[Review]) -> tuple[str, ...] | None:
    """Return what all say that know; None where they differ, or where somebody doubts it and no admin has spoken."""
    known = [one.verdict for one in group if one.verdict is not None]
    doubted = len(known) < len(group) and all(one.settled is None for one in group)
    return known[0] if len({frozenset(one) for one in known}) == 1 and not doubted else None


def _case(group: Sequence[Review]) -> Case:
    """Return the case of one question, with the addresses of the articles in which the answer was found."""
    shown, truth = group[0].shown, group[0].truth or ()
    right = [one for one in group if one.shown.answer in truth and "wrong_article" not in dict(one.votes)]
    urls = dict.fromkeys(one.shown.url for one in right if one.shown.url)
    return Case(shown.question, truth, tuple(urls), shown.asked)
