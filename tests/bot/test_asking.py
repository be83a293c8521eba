"""Answers become messages only once they are checked."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot import texts
from index import Answer, Article
from index.records import Reason
from tests.samples import BRIDGE, PORT

from .samples import answered, candidate, page_of, said, span


def test_an_answer_that_stands_in_its_article_is_shown() -> None:
    """The words are bold, their sentence stands below, and both buttons under it."""
    answer = said("how much?", PORT, "The new terminal cost 310 million euros.", "310 million euros")
    page = page_of(replace(answer, passages=(candidate(PORT, 0, len(PORT.text)),)))
    assert page.html == (
        "<b>310 million euros</b>\n\nThe new terminal cost 310 million euros.\n\n"
        '<a href="https://courier.example.org/port#:~:text=The%20new%20terminal%20cost%20310%20million%20euros">'
        "Elmsford doubles its port</a>, 5 March 2024, Coast Courier"
    )
    assert page.keyboard
    labels = [[button.text for button in row] for row in page.keyboard.inline_keyboard]
    assert labels == [["More passages", "Context"], ["👍", "👎"]]


def test_articles_that_differ_are_both_shown() -> None:
    """The other article's answer stands below the first one's source."""
    answer = said("how much?", PORT, "The new terminal cost 310 million euros.", "310 million euros")
    other = Article("It cost 290 million euros. It is big.", title="Port", published="2024-06-01")
    page = page_of(replace(answer, rival=span(other, "290 million euros")))
    assert page.html == (
        f"{page_of(answer).html}\n\nAnother article says:\n\n<b>290 million euros</b>\n\n"
        "It cost 290 million euros.\n\nPort, 1 June 2024"
    )


def test_why_is_answered_by_the_sentence() -> None:
    """The question decides, not the length of the answer."""
    answer = said("Why was it closed?", BRIDGE, BRIDGE.text[:67], "engineers found cracks")
    assert page_of(answer).html.startswith(f"<b>{BRIDGE.text[:67]}</b>\n\nOrlen bridge closed")


def test_an_answer_that_does_not_is_held_back(caplog: pytest.LogCaptureFixture) -> None:
    """Words that the article does not hold are never shown; the log says that it happened."""
    wrong = replace(answered(PORT, 0, 20), answer="The port of Elmsford is closed.", searched=3)
    page = page_of(wrong)
    assert (page.html, page.keyboard) == ("The 3 articles that I know do not say.", None)
    assert [record.levelname for record in caplog.records] == ["ERROR"]


@pytest.mark.parametrize(
    ("reason", "text"),
    [
        ("empty_question", texts.NO_WORDS()),
        ("empty_index", texts.EMPTY_INDEX()),
        ("not_in_articles", "The articles that I know do not say."),
    ],
)
def test_no_answer_is_one_honest_sentence(reason: Reason, text: str) -> None:
    """Each reason has its sentence, and without passages there is no button."""
    page = page_of(Answer("?", "not_found", 0.0, reason=reason))
    assert (page.html, page.keyboard) == (text, None)


@pytest.mark.parametrize(
    ("searched", "text"),
    [
        (1, "The one article that I know does not say."),
        (2, "The 2 articles that I know do not say."),
        (4590, "The 4,590 articles that I know do not say."),
    ],
)
def test_no_answer_says_how_many_articles_were_searched(searched: int, text: str) -> None:
    """The number tells how much silence is worth."""
    assert page_of(Answer("?", "not_found", 0.1, reason="not_in_articles", searched=searched)).html == text


def test_the_nearest_passages_are_behind_a_button() -> None:
    """Where the articles do not say, nothing is shown unasked."""
    page = page_of(Answer("?", "not_found", 0.1, (candidate(PORT, 0, 20),), reason="not_in_articles"))
    assert page.html == "The articles that I know do not say."
    assert page.keyboard
    buttons = [(button.text, button.callback_data) for row in page.keyboard.inline_keyboard for button in row]
    assert buttons == [("Nearest passages", "more:7:3"), ("The articles do say", "say:9")]


def test_a_follow_up_is_shown_as_it_was_understood() -> None:
    """The whole question comes first, above an answer as well as above a refusal, and is cut where it is long."""
    answer = said("how much?", PORT, "The new terminal cost 310 million euros.", "310 million euros")
    first, _, rest = page_of(answer, "What did it & the bridge cost?").html.partition("\n\n")
    assert first == "Understood as: What did it &amp; the bridge cost?"
    assert rest == page_of(answer).html
    silence = Answer("?", "not_found", 0.1, reason="not_in_articles")
    assert page_of(silence, "a?").html == "Understood as: a?\n\nThe articles that I know do not say."
    assert 380 < len(page_of(silence, "word " * 300).html.partition("\n")[0]) <= 400
