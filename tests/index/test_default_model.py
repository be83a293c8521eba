"""The sample with the default models: asked in the languages of its readers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from index import ArticleIndex, Settings
from index.settings import MULTILINGUAL_E5, SHIPPED_READER
from tests.index.conftest import Run

from .holding import check

_TARGET = {
    "English": "what is the trade target?",
    "English with a capital": "What is the trade target?",
    "Azerbaijani": "ticarət hədəfi nədir?",
    "Turkish": "ticaret hedefi nedir?",
    "Russian": "какова цель по торговле?",
    "Persian": "هدف تجارت چیست؟",
}
_ELSEWHERE = {
    "English": "who painted the Mona Lisa?",
    "Azerbaijani": "futbol oyununda kim qalib gəldi?",
    "Turkish": "Galatasaray maçı kaç kaç bitti?",
    "Russian": "кто выиграл чемпионат мира по футболу?",
    "Persian": "بهترین دستور پیتزا چیست؟",
}


@pytest.fixture(scope="module")
def asked(default_home: Path) -> Iterator[ArticleIndex]:
    """Return an index of the sample, the same for all questions, so that the reader is loaded once."""
    models = {"embedding_model": MULTILINGUAL_E5, "reader_model": SHIPPED_READER}
    opened = ArticleIndex.open(Settings.load(articles_home=default_home, **models))
    yield opened
    opened.close()


@pytest.mark.parametrize("question", _TARGET.values(), ids=_TARGET)
def test_the_trade_target_is_found_in_five_languages(asked: ArticleIndex, question: str) -> None:
    """The first passage and the quote of the answer, which is not refused, hold the sum, in the article's words."""
    answer = asked.answer(question)
    check(question, answer)
    assert answer.status == "answered"
    assert "$10 billion" in answer.passages[0].passage.text
    assert "$10 billion" in (answer.quote or "")


def test_an_answer_is_as_short_as_can_be(asked: ArticleIndex) -> None:
    """The sum alone answers, and the whole sentence around it is its quote."""
    answer = asked.answer("what is the trade target?")
    assert "$10 billion" in (answer.answer or "")
    assert len((answer.answer or "").split()) <= 4
    assert (answer.quote or "").endswith(".")


def test_the_header_tells_who_wrote_it(asked: ArticleIndex) -> None:
    """A question about the article itself is answered from what is known about it."""
    answer = asked.answer("who wrote this article?")
    check("who wrote this article?", answer)
    assert (answer.status, answer.field, answer.answer) == ("answered", "header", "Elchin Alioghlu")


@pytest.mark.parametrize("question", _ELSEWHERE.values(), ids=_ELSEWHERE)
def test_something_else_is_not_found(asked: ArticleIndex, question: str) -> None:
    """What no article is about is refused in each language, with the nearest passages at hand."""
    answer = asked.answer(question)
    check(question, answer)
    assert (answer.status, answer.reason) == ("not_found", "not_in_articles")
    assert len(answer.passages) == asked.stats().passages


def test_the_command_line_answers_in_five_languages(run: Run, default_sample: ArticleIndex) -> None:
    """Each question of a batch comes back as it was asked, with an answer, and nothing is said besides."""
    done = run("ask", "--batch", "-", stdin="\n".join(_TARGET.values()).encode())
    assert (done.code, done.err) == (0, "")
    assert [one["question"] for one in done.lines] == list(_TARGET.values())
    assert ["$10 billion" in one["quote"] for one in done.lines] == [True] * len(_TARGET)


def test_an_index_belongs_to_the_default_model(run: Run, default_sample: ArticleIndex) -> None:
    """The model's name stands in the index, so that another one is noticed."""
    assert run("stats", "--json").json["embedding_model"] == MULTILINGUAL_E5
    assert default_sample.check() == []
