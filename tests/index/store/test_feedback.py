"""What was shown, and the votes on it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index import Answer
from index.errors import UnknownAnswer
from index.normal import normalise
from index.records import Field, Reason, Status
from index.reviews import Shown, Verdict
from index.store import Feedback, shown
from tests.samples import ANY_TEXT, PORT

from .answers import DAY, FOUND, MISSED

_TEXT = ANY_TEXT.map(normalise)
_ANSWERS = st.builds(
    Answer,
    question=_TEXT,
    status=st.sampled_from(get_args(Status)),
    confidence=st.floats(0, 1),
    answer=st.none() | _TEXT,
    field=st.sampled_from([None, *get_args(Field)]),
    start=st.none() | st.integers(0, 2**40),
    end=st.none() | st.integers(0, 2**40),
    quote=st.none() | _TEXT,
    article=st.sampled_from([None, PORT]),
    reason=st.sampled_from([None, *get_args(Reason)]),
    generation=st.integers(0, 2**40),
)


@pytest.fixture
def feedback(home: Path) -> Iterator[Feedback]:
    """Return a new database of feedback."""
    opened = Feedback(home)
    yield opened
    opened.close()


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(answer=_ANSWERS, asked=st.dates())
def test_what_was_shown_comes_back(feedback: Feedback, answer: Answer, asked: date) -> None:
    """What goes in comes out, in any script, with the article by its id, title and address."""
    number = feedback.note(answer, asked)
    article = answer.article
    assert feedback.shown(number) == Shown(
        number=number,
        question=answer.question,
        asked=asked,
        generation=answer.generation,
        status=answer.status,
        reason=answer.reason,
        confidence=answer.confidence,
        answer=answer.answer,
        field=answer.field,
        start=answer.start,
        end=answer.end,
        quote=answer.quote,
        article_id=article.id if article else None,
        title=article.title if article else None,
        url=article.url if article else None,
    )


def test_a_question_that_no_file_can_hold_is_kept_without_that(feedback: Feedback) -> None:
    """A lone half of a character is left out, as in articles."""
    kept = feedback.shown(feedback.note(replace(MISSED, question="Who\ud800?"), DAY))
    assert kept is not None
    assert kept.question == "Who?"


def test_the_same_answer_shown_twice_has_two_numbers(feedback: Feedback) -> None:
    """Votes belong to one showing, so each has its own number."""
    assert feedback.note(FOUND, DAY) != feedback.note(FOUND, DAY)


@pytest.mark.parametrize("number", [0, 99, 10**30])
def test_an_unknown_number_is_no_answer(feedback: Feedback, number: int) -> None:
    """It shows nothing, takes no vote, and can't be settled or dismissed; the error says where numbers are."""
    feedback.note(FOUND, DAY)
    assert feedback.shown(number) is None
    assert not feedback.vote(number, "7", "right")
    message = f"no answer has the number {number}; `python -m index feedback list` shows them"
    with pytest.raises(UnknownAnswer, match=message):
        feedback.settle(number, ["snow"])
    with pytest.raises(UnknownAnswer, match=message):
        feedback.dismiss(number)
    assert feedback.reviews() == []


def test_every_voter_has_one_vote(feedback: Feedback) -> None:
    """Two voters count as two, and who votes again changes their vote."""
    number = feedback.note(FOUND, DAY)
    assert feedback.vote(number, "7", "right")
    assert feedback.vote(number, "8", "right")
    assert [dict(one.votes) for one in feedback.reviews()] == [{"right": 2}]
    assert feedback.vote(number, "7", "wrong_answer")
    assert [dict(one.votes) for one in feedback.reviews()] == [{"right": 1, "wrong_answer": 1}]
    assert feedback.vote(number, "8", "wrong_answer")
    assert [dict(one.votes) for one in feedback.reviews()] == [{"wrong_answer": 2}]


def test_votes_of_each_verdict_are_kept(feedback: Feedback) -> None:
    """Whatever can be said of an answer comes back as it was said."""
    verdicts: tuple[Verdict, ...] = get_args(Verdict)
    for verdict in verdicts:
        feedback.vote(feedback.note(FOUND, DAY), "7", verdict)
    assert [one.votes for one in feedback.reviews()] == [((verdict, 1),) for verdict in reversed(verdicts)]


def test_nobody_can_be_followed_by_their_votes(feedback: Feedback, home: Path) -> None:
    """The file holds no voter, and the same one looks different below each answer."""
    voter = "5550123456"
    for _ in range(2):
        assert feedback.vote(feedback.note(FOUND, DAY), voter, "right")
    feedback.close()
    with closing(sqlite3.connect(home / "feedback.sqlite")) as connection:
        (first,), (second,) = connection.execute("SELECT voter FROM votes").fetchall()
    assert first != second
    assert not any(voter.encode() in path.read_bytes() for path in home.iterdir())


def test_the_newest_vote_comes_first(feedback: Feedback) -> None:
    """A vote on an older answer, or one that was changed, brings it to the top; without a vote it is not there."""
    first, second, _ = (feedback.note(FOUND, DAY) for _ in range(3))
    feedback.vote(first, "7", "right")
    feedback.vote(second, "7", "right")
    assert [one.shown.number for one in feedback.reviews()] == [second, first]
    feedback.vote(first, "7", "wrong_article")
    assert [one.shown.number for one in feedback.reviews()] == [first, second]


def test_everything_outlives_a_restart(feedback: Feedback, home: Path) -> None:
    """Another process, or this one later, finds answers, votes and decisions; the same voter is still the same."""
    voted, dismissed = feedback.note(FOUND, DAY), feedback.note(MISSED, DAY)
    feedback.vote(voted, "7", "right")
    feedback.settle(voted, ["4 million"])
    feedback.dismiss(dismissed)
    before = (feedback.shown(voted), feedback.reviews(), feedback.cases())
    feedback.close()
    again = Feedback(home)
    assert (again.shown(voted), again.reviews(), again.cases()) == before
    again.vote(voted, "7", "wrong_answer")
    assert [dict(one.votes) for one in again.reviews() if one.shown.number == voted] == [{"wrong_answer": 1}]
    again.close()


def test_the_oldest_are_forgotten_without_what_was_judged(feedback: Feedback, monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond the number that is kept the oldest answer goes, but not one with votes, or that an admin judged."""
    monkeypatch.setattr(shown, "_KEPT", 2)
    voted = feedback.note(FOUND, DAY)
    feedback.vote(voted, "7", "right")
    settled = feedback.note(FOUND, DAY)
    feedback.settle(settled, ["4 million"])
    dismissed = feedback.note(FOUND, DAY)
    feedback.dismiss(dismissed)
    old, *new = (feedback.note(MISSED, DAY) for _ in range(3))
    kept = [number for number in range(1, new[-1] + 1) if feedback.shown(number)]
    assert kept == [voted, settled, dismissed, *new]
    assert not feedback.vote(old, "7", "right")
    assert feedback.note(MISSED, DAY) > new[-1]


def test_several_threads_note_and_vote_at_once(feedback: Feedback) -> None:
    """Every answer gets a number of its own, and no vote is lost."""

    def show(voter: int) -> int:
        number = feedback.note(FOUND, DAY)
        feedback.vote(number, str(voter), "right")
        return number

    with ThreadPoolExecutor(8) as pool:
        numbers = list(pool.map(show, range(40)))
    assert len(set(numbers)) == 40
    assert {one.shown.number for one in feedback.reviews()} == set(numbers)


def test_unanswered_questions_are_counted(feedback: Feedback) -> None:
    """The most asked comes first, as it was first asked; other letters and blanks are the same question."""
    for question in ("Who came?", "What FELL?", "what  fell?", "What fell?\n", "Why?"):
        feedback.note(replace(MISSED, question=question), DAY)
    feedback.note(FOUND, DAY)
    feedback.note(Answer("", "not_found", 0.0, reason="empty_question"), DAY)
    feedback.note(Answer("Who?", "not_found", 0.0, reason="empty_index"), DAY)
    hour = timedelta(hours=1)
    expected = [("What FELL?", 3), ("Who came?", 1), ("Why?", 1)]
    assert feedback.unanswered(datetime.now(UTC) - hour) == expected
    assert feedback.unanswered((datetime.now(UTC) - hour).astimezone()) == expected
    assert feedback.unanswered(datetime.now(UTC) + hour) == []
