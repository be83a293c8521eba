"""ArticleIndex: any question has an answer, verbatim and in order."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings

from index import ArticleIndex
from tests.samples import ANY_TEXT, PORT

from .holding import check

_ODD = [
    pytest.param('"', id="quotation mark"),
    pytest.param('terminal*" OR "port', id="FTS5 phrase"),
    pytest.param("NEAR(port terminal, 2)", id="NEAR"),
    pytest.param("port OR", id="OR"),
    pytest.param("-port AND NOT", id="NOT"),
    pytest.param("'; DROP TABLE articles; --", id="SQL"),
    pytest.param("🙂🙃🚢", id="emoji"),
    pytest.param("?" * 1000, id="1,000 question marks"),
    pytest.param("why " * 1250, id="5,000 characters"),
    pytest.param("x" * 5000, id="one word of 5,000 characters"),
    pytest.param("Когда открыли порт?", id="Cyrillic"),
    pytest.param("بندر کی باز شد؟", id="Persian"),
    pytest.param("港口什么时候开放?", id="Chinese"),
    pytest.param("port\x00terminal\udcff", id="NUL and a lone surrogate"),
]


def test_the_sample_is_answered(sample: ArticleIndex) -> None:
    """The trade target is quoted from the sample, word for word, with ten passages."""
    answer = sample.answer("what is the trade target?")
    check("what is the trade target?", answer)
    assert answer.status == "answered"
    assert "$10 billion" in (answer.quote or "")
    assert answer.article is not None
    assert answer.article.title == "Iranian President's visit to Azerbaijan marks new phase in bilateral relations"
    assert len(answer.passages) == min(10, sample.stats().passages)


def test_facts_about_an_article_come_from_its_header(library: ArticleIndex) -> None:
    """Who wrote it is answered from the header line, with offsets into it."""
    answer = library.answer("Who wrote it, Ada Byrne?")
    check("Who wrote it, Ada Byrne?", answer)
    assert (answer.status, answer.field, answer.article) == ("answered", "header", PORT)
    assert "Ada Byrne" in (answer.answer or "")


@pytest.mark.parametrize("question", _ODD)
def test_any_question_has_an_answer(library: ArticleIndex, question: str) -> None:
    """Operators, emoji, other scripts and very long questions are answered, and the index is unharmed."""
    answer = library.answer(question, min_confidence=0)
    check(question, answer)
    assert answer.status == "answered"
    assert len(answer.passages) == 5
    assert len(library.articles()) == 3


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ANY_TEXT)
def test_no_question_is_an_error(library: ArticleIndex, question: str) -> None:
    """Whatever is asked, the answer is verbatim and its scores are in order."""
    check(question, library.answer(question, min_confidence=0))
