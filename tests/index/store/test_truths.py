"""What is right for a question: what admins say, and where people agree."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from index import Answer
from index.reviews import Case, Verdict
from index.store import Feedback
from tests.samples import BRIDGE, PORT

from .answers import DAY, FOUND, MISSED

_RIGHT = Case(FOUND.question, ("4 million containers",), ("https://courier.example.org/port",), DAY)
_OPEN: list[tuple[Answer, tuple[Verdict, ...]]] = [
    (FOUND, ("wrong_answer",)),
    (FOUND, ("wrong_article",)),
    (FOUND, ("should_have_known",)),
    (FOUND, ("right", "wrong_answer")),
    (FOUND, ("right", "right", "should_not_have_answered")),
    (FOUND, ("should_not_have_answered", "wrong_answer")),
    (MISSED, ("articles_do_say",)),
    (MISSED, ("articles_do_say", "should_not_have_answered")),
    (MISSED, ("right",)),
]


@pytest.fixture
def feedback(home: Path) -> Iterator[Feedback]:
    """Return a new database of feedback."""
    opened = Feedback(home)
    yield opened
    opened.close()


def _show(feedback: Feedback, answer: Answer, *verdicts: Verdict) -> int:
    """Show an answer to as many voters as there are verdicts, and return its number."""
    number = feedback.note(answer, DAY)
    for voter, verdict in enumerate(verdicts):
        assert feedback.vote(number, str(voter), verdict)
    return number


def _open(feedback: Feedback) -> list[int]:
    return sorted(one.shown.number for one in feedback.reviews() if one.is_open)


def test_what_all_call_right_is_right(feedback: Feedback) -> None:
    """The words that were shown are the answer, and their article is the place."""
    _show(feedback, FOUND, "right", "right")
    assert feedback.cases() == [_RIGHT]
    assert _open(feedback) == []


def test_what_all_would_refuse_has_no_answer(feedback: Feedback) -> None:
    """Where everybody says that the articles do not say, the case has no answer and no article."""
    _show(feedback, FOUND, "should_not_have_answered", "should_not_have_answered")
    assert feedback.cases() == [Case(FOUND.question, (), (), DAY)]


def test_an_article_without_an_address_has_none(feedback: Feedback) -> None:
    """What was read from a file is a case all the same."""
    _show(feedback, replace(FOUND, article=BRIDGE), "right")
    assert feedback.cases() == [replace(_RIGHT, article_urls=())]


def test_nothing_is_known_without_a_vote(feedback: Feedback) -> None:
    """An answer that nobody voted on is no case, and waits for nobody."""
    _show(feedback, FOUND)
    assert (feedback.cases(), feedback.reviews()) == ([], [])


@pytest.mark.parametrize(("answer", "verdicts"), _OPEN, ids=lambda one: "-".join(one) if isinstance(one, tuple) else "")
def test_any_other_vote_leaves_it_open(feedback: Feedback, answer: Answer, verdicts: tuple[Verdict, ...]) -> None:
    """Until an admin says what is right it is no case; then it is one."""
    number = _show(feedback, answer, *verdicts)
    assert (feedback.cases(), _open(feedback)) == ([], [number])
    feedback.settle(number, ["5 million", "5 million containers"])
    assert feedback.cases() == [Case(answer.question, ("5 million", "5 million containers"), (), DAY)]
    assert _open(feedback) == []


def test_an_admin_is_believed_before_all_votes(feedback: Feedback) -> None:
    """What was called right can be settled as not in the articles, and settled again."""
    number = _show(feedback, FOUND, "right")
    assert feedback.settle(number, []) == feedback.shown(number)
    assert feedback.cases() == [Case(FOUND.question, (), (), DAY)]
    assert [one.settled for one in feedback.reviews()] == [()]
    feedback.settle(number, ["4 million containers"])
    assert feedback.cases() == [_RIGHT]


def test_an_admin_needs_no_vote(feedback: Feedback) -> None:
    """What is settled without a vote is a case, and stands in the list."""
    number = _show(feedback, FOUND)
    feedback.settle(number, ["4 million containers"])
    assert feedback.cases() == [_RIGHT]
    assert [(one.shown.number, one.votes) for one in feedback.reviews()] == [(number, ())]


def test_the_wrong_article_is_no_place(feedback: Feedback) -> None:
    """The address of an article is left out where somebody calls it the wrong one, even if the words are right."""
    number = _show(feedback, FOUND, "wrong_article")
    feedback.settle(number, ["4 million containers"])
    assert feedback.cases() == [replace(_RIGHT, article_urls=())]


def test_what_is_dismissed_is_no_case(feedback: Feedback) -> None:
    """It is left out, is not open any more, and does not speak against the same question elsewhere."""
    number = _show(feedback, FOUND, "wrong_answer")
    assert feedback.dismiss(number) == feedback.shown(number)
    assert (feedback.cases(), _open(feedback)) == ([], [])
    assert [one.dismissed for one in feedback.reviews()] == [True]
    _show(feedback, FOUND, "right")
    assert feedback.cases() == [_RIGHT]
    feedback.settle(number, ["4 million containers"])
    assert [one.dismissed for one in feedback.reviews()] == [False, False]


def test_the_same_question_is_one_case(feedback: Feedback) -> None:
    """Other letters and blanks are the same question of the day; all its articles are places, in one case."""
    _show(feedback, FOUND, "right")
    other = replace(PORT, url="https://other.example.org/port")
    _show(feedback, replace(FOUND, question="how MUCH will  the port handle?", article=other), "right")
    urls = (other.url, PORT.url)
    [case] = feedback.cases()
    assert (case.answers, case.article_urls) == (_RIGHT.answers, urls)


def test_on_another_day_it_is_another_question(feedback: Feedback) -> None:
    """The same words may have another answer later."""
    _show(feedback, FOUND, "right")
    tomorrow = feedback.note(replace(FOUND, answer="5 million"), DAY + timedelta(days=1))
    feedback.vote(tomorrow, "7", "right")
    assert sorted(one.answers for one in feedback.cases()) == [("4 million containers",), ("5 million",)]


def test_different_truths_are_open(feedback: Feedback) -> None:
    """Where two answers to the same question are each called right, both wait, until an admin accepts the same."""
    numbers = [_show(feedback, replace(FOUND, answer=answer), "right") for answer in ("4 million", "5 million")]
    assert (feedback.cases(), _open(feedback)) == ([], numbers)
    feedback.settle(numbers[0], ["4 million", "5 million"])
    assert (feedback.cases(), _open(feedback)) == ([], numbers)
    feedback.settle(numbers[1], ["5 million", "4 million"])
    [case] = feedback.cases()
    assert set(case.answers) == {"4 million", "5 million"}
    assert _open(feedback) == []


def test_a_doubt_elsewhere_is_a_doubt(feedback: Feedback) -> None:
    """The same answer, called right at one showing and wrong at another, waits; settling one of them is enough."""
    right, wrong = _show(feedback, FOUND, "right"), _show(feedback, FOUND, "wrong_answer")
    assert (feedback.cases(), _open(feedback)) == ([], [right, wrong])
    feedback.settle(wrong, ["4 million containers"])
    assert feedback.cases() == [_RIGHT]
    assert _open(feedback) == []


def test_no_question_is_no_case(feedback: Feedback) -> None:
    """What was settled for a message without words could not be evaluated."""
    number = _show(feedback, Answer(" ", "not_found", 0.0, reason="empty_question"))
    feedback.settle(number, [])
    assert (feedback.cases(), _open(feedback)) == ([], [number])


def test_answers_are_kept_on_one_line(feedback: Feedback) -> None:
    """Blanks and what no file can hold are taken out, the same answer twice is one; blank ones alone are an error."""
    number = _show(feedback, FOUND, "wrong_answer")
    feedback.settle(number, [" 4\n million", "4 million", "", "five\udcff"])
    assert [one.answers for one in feedback.cases()] == [("4 million", "five")]
    with pytest.raises(ValueError, match="blank answers say nothing"):
        feedback.settle(number, [" "])
    assert [one.answers for one in feedback.cases()] == [("4 million", "five")]
