"""Answers become messages only once they are checked."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot import texts
from bot.asking import answer_page
from index import Answer
from index.records import Reason
from tests.samples import PORT

from .samples import answered, candidate

QUOTE_END = PORT.text.index(" The new")


def test_an_answer_that_stands_in_its_article_is_shown() -> None:
    """The quote is bold, with both buttons under it."""
    page = answer_page(answered(PORT, 0, QUOTE_END, candidate(PORT, 0, len(PORT.text))), 7)
    assert page.html.startswith(
        "<b>The port of Elmsford will handle 4 million containers a year from 2026.</b> The new"
    )
    assert page.keyboard
    assert [button.text for button in page.keyboard.inline_keyboard[0]] == ["More passages", "Context"]


def test_an_answer_that_does_not_is_held_back(caplog: pytest.LogCaptureFixture) -> None:
    """Words that the article does not hold are never shown; the log says that it happened."""
    wrong = replace(answered(PORT, 0, QUOTE_END), answer="The port of Elmsford is closed.")
    page = answer_page(wrong, 7)
    assert (page.html, page.keyboard) == (texts.NOT_IN_ARTICLES, None)
    assert [record.levelname for record in caplog.records] == ["ERROR"]


@pytest.mark.parametrize(
    ("reason", "text"),
    [
        ("empty_question", texts.EMPTY_QUESTION),
        ("empty_index", texts.EMPTY_INDEX),
        ("not_in_articles", texts.NOT_IN_ARTICLES),
    ],
)
def test_no_answer_is_one_honest_sentence(reason: Reason, text: str) -> None:
    """Each reason has its sentence, and without passages there is no button."""
    page = answer_page(Answer("?", "not_found", 0.0, reason=reason), 7)
    assert (page.html, page.keyboard) == (text, None)


def test_the_nearest_passages_are_behind_a_button() -> None:
    """Where the articles do not say, nothing is shown unasked."""
    page = answer_page(Answer("?", "not_found", 0.1, (candidate(PORT, 0, 20),), reason="not_in_articles"), 7)
    assert page.html == texts.NOT_IN_ARTICLES
    assert page.keyboard
    (row,) = page.keyboard.inline_keyboard
    assert [(button.text, button.callback_data) for button in row] == [("Nearest passages", "more:7")]
