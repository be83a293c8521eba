"""An admin looks at what people voted on, one vote at a time, and says what is right."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot import review_texts
from index import ArticleIndex
from tests.botapi import Answer, BotApi

from .newsdesk import Desk, labels_of

COST, WINNER = "What did the new terminal cost?", "Who won the match?"


@pytest.fixture
def desk(library: ArticleIndex) -> Iterator[Desk]:
    """Return a bot that knows three articles, and its admin."""
    with BotApi() as api:
        yield Desk(api, library, api.person("Ada"))


def votes(desk: Desk) -> None:
    """Let somebody doubt an answer, and then a refusal."""
    cem = desk.api.person("Cem")
    for question, buttons in ((COST, ("👎", "Wrong answer")), (WINNER, ("The articles do say",))):
        cem.says(question)
        answer = cem.hears()
        for button in buttons:
            cem.presses(answer, button).answered()
            answer = cem.sees_edited(answer) if button == "👎" else answer


def shown(desk: Desk) -> Answer:
    """Ask for the first vote."""
    desk.ada.says("/review")
    return desk.ada.hears()


def cases(desk: Desk) -> dict[str, tuple[str, ...]]:
    """Return what is known to be right, by question."""
    return {one.question: one.answers for one in desk.index.feedback.cases()}


def test_votes_are_shown_one_at_a_time(desk: Desk) -> None:
    """The question, what was shown for it, and what was said about that; the buttons turn in place."""

    def act() -> None:
        assert shown(desk).text == review_texts.NOTHING()
        votes(desk)
        first = shown(desk)
        assert first.text.split("\n\n")[:4] == [
            "Vote 1 of 2",
            WINNER,
            review_texts.REFUSED(),
            "1 × The articles do say",
        ]
        assert labels_of(first) == ["The articles do not say", "Dismiss", "▶"]
        desk.ada.presses(first, "▶").answered()
        second = desk.ada.sees_edited(first)
        assert second.bold == [COST]
        assert "Elmsford doubles its port, https://courier.example.org/port" in second.text
        assert "1 × Wrong answer" in second.text
        assert labels_of(second) == ["The answer is right", "The articles do not say", "Dismiss", "◀"]
        desk.ada.presses(second, "◀").answered()
        assert desk.ada.sees_edited(second).bold == [WINNER]

    desk.while_serving(act)


def test_a_button_decides_and_the_next_vote_follows(desk: Desk) -> None:
    """What is decided makes a case of the evaluation; a second press finds it decided."""

    def act() -> None:
        votes(desk)
        first, again = shown(desk), shown(desk)
        pressed = desk.ada.presses(first, "The articles do not say").answered()
        assert (pressed.text, pressed.show_alert) == (review_texts.SETTLED_NOTHING(), False)
        second = desk.ada.sees_edited(first)
        assert second.bold == [COST]
        late = desk.ada.presses(again, "Dismiss").answered()
        assert (late.text, late.show_alert) == (review_texts.GONE(), True)
        desk.ada.presses(second, "The answer is right").answered()
        assert desk.ada.sees_edited(second).text == review_texts.NOTHING()

    desk.while_serving(act)
    known = cases(desk)
    assert known[WINNER] == ()
    assert "310 million" in known[COST][0]


def test_a_vote_can_be_dismissed(desk: Desk) -> None:
    """There is nothing to learn from it then."""

    def act() -> None:
        votes(desk)
        first = shown(desk)
        desk.ada.presses(first, "Dismiss").answered()
        assert desk.ada.sees_edited(first).text.startswith("Vote 1 of 1")

    desk.while_serving(act)
    assert cases(desk) == {}


def test_a_reply_says_what_is_right_after_a_restart(desk: Desk) -> None:
    """A line for each answer; the next vote comes with the confirmation, and a reply to it is about that one."""

    def ask() -> None:
        votes(desk)
        desk.ada.presses(shown(desk), "▶").answered()

    def reply() -> None:
        desk.replies(desk.ada.screen[-1], "310 million euros\n€310 million")
        following = desk.ada.hears()
        assert following.text.startswith("Noted as right: 310 million euros · €310 million\n\nVote 1 of 1")
        desk.replies(following, "Nobody")
        assert desk.ada.hears().text == f"Noted as right: Nobody\n\n{review_texts.NOTHING()}"

    desk.while_serving(ask)
    desk.while_serving(reply)
    assert cases(desk) == {COST: ("310 million euros", "€310 million"), WINNER: ("Nobody",)}


def test_a_long_vote_fits_into_a_message(desk: Desk) -> None:
    """Whatever was asked, and whatever is noted."""

    def act() -> None:
        cem = desk.api.person("Cem")
        cem.says(f"{'<b>😀 ' * 500}?")
        cem.presses(cem.hears(), "The articles do say").answered()
        first = shown(desk)
        assert "<b>😀" in first.text
        desk.replies(first, "</i>😀 " * 500)
        assert desk.ada.hears().text.endswith(review_texts.NOTHING())

    desk.while_serving(act)
