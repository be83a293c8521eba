"""ArticleIndex: searching and asking."""

from __future__ import annotations

import threading
from datetime import date

import pytest

from index import Answer, Article, ArticleIndex, Candidate
from tests.samples import BRIDGE

from .holding import check


@pytest.mark.parametrize("question", ["", " \n\u2028", "\x00\ud800"])
def test_an_empty_question_is_not_found(library: ArticleIndex, question: str) -> None:
    """Blanks and what no text can hold are no question."""
    assert library.answer(question, min_confidence=0) == Answer(question, "not_found", 0.0, reason="empty_question")
    assert library.search(question) == []


def test_an_empty_index_is_said(index: ArticleIndex) -> None:
    """Without articles the reason is that there are none; an empty question is said first."""
    assert index.answer("Why?") == Answer("Why?", "not_found", 0.0, reason="empty_index")
    assert index.answer(" ") == Answer(" ", "not_found", 0.0, reason="empty_question")
    assert index.search("Why?") == []


def test_the_least_confidence_decides(library: ArticleIndex) -> None:
    """1 refuses, 0 answers, and the confidence stays what it is."""
    question = "How much did the terminal cost?"
    refused = library.answer(question, min_confidence=1)
    answered = library.answer(question, min_confidence=0)
    check(question, refused)
    assert (refused.status, refused.reason) == ("not_found", "not_in_articles")
    assert answered.answer == "The new terminal cost 310 million euros."
    assert refused.passages == answered.passages
    assert refused.confidence == answered.confidence > 0.5
    assert library.answer(question, min_confidence=answered.confidence).status == "answered"


def test_the_setting_is_the_least_confidence(library: ArticleIndex) -> None:
    """Without one of its own a question is judged by MIN_CONFIDENCE."""
    strict = ArticleIndex.open(library.settings.model_copy(update={"min_confidence": 1.0}))
    assert strict.answer("Why was the bridge closed?").status == "not_found"
    assert strict.answer("Why was the bridge closed?", min_confidence=0).status == "answered"
    strict.close()


def test_an_article_of_the_day_of_asking_is_preferred(index: ArticleIndex) -> None:
    """Of two articles that fit equally well the one nearest to the day is first, in a search and in an answer."""
    texts = ("The ferry to Elmsford carried 212 people.", "The ferry to Elmsford carried 315 people.")
    march, may = (Article(text, published=f"2024-0{month}-05") for text, month in zip(texts, (3, 5), strict=True))
    index.add([march, may])
    question = "How many people did the ferry to Elmsford carry?"
    for day, nearest in ((date(2024, 3, 6), march), (date(2024, 5, 6), may)):
        assert index.search(question, k=1, asked=day)[0].article == nearest
        assert index.answer(question, asked=day).article == nearest
        assert [one.article for one in index.answer_many([question] * 2, asked=day)] == [nearest] * 2
    asked = index.answer("How many people did the ferry to Elmsford carry in March 2024?", asked=date(2024, 5, 6))
    assert asked.article == march


def test_without_a_day_it_is_asked_today(library: ArticleIndex) -> None:
    """Today is the day of asking where none is given."""
    question = "Why was the bridge closed?"
    assert library.answer(question) == library.answer(question, asked=date.today())
    assert library.search(question) == library.search(question, asked=date.today())
    [then] = library.search(question, k=1, asked=date(2024, 4, 11))
    assert then.score - library.search(question, k=1)[0].score == pytest.approx(library.settings.recency_weight, 0.01)


def test_many_are_answered_in_order(library: ArticleIndex) -> None:
    """Each question has its answer at its place, blank ones too, and as soon as it is asked for."""
    questions = ["Why was the bridge closed?", " ", "How much did the terminal cost?"]
    several = library.answer_many(iter(questions), min_confidence=0)
    assert next(several) == library.answer(questions[0], min_confidence=0)
    assert [one.reason for one in several] == ["empty_question", None]


def test_the_best_passages_are_found(library: ArticleIndex) -> None:
    """The passage that answers is first, with both scores, and no more come than are asked for."""
    found = library.search("engineers found cracks", k=3)
    assert (found[0].article, found[0].passage.field) == (BRIDGE, "text")
    assert (found[0].dense or 0) > 0.2
    assert (found[0].bm25 or 0) > 0
    assert len(found) == 3
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)


def test_threads_may_ask_at_once(library: ArticleIndex) -> None:
    """Several threads get the answers that each would get alone."""
    questions = ["Why was the bridge closed?", "How much did the terminal cost?", "What killed the blossoms?"]
    alone = [library.answer(question) for question in questions]
    found: dict[str, Answer] = {}

    def ask(question: str) -> None:
        found[question] = library.answer(question)

    threads = [threading.Thread(target=ask, args=(question,)) for question in questions]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [found[question].answer for question in questions] == [one.answer for one in alone]


def test_a_question_is_remembered(library: ArticleIndex) -> None:
    """A question comes back by its number."""
    number = library.remember("Why?")
    assert (library.recall(number), library.recall(number + 1)) == ("Why?", None)


def test_candidates_are_what_is_found(library: ArticleIndex) -> None:
    """A search returns candidates with whole passages and their articles."""
    [best] = library.search("terminal", k=1)
    assert isinstance(best, Candidate)
    assert best.passage in [one.passage for one in library.search("terminal")]
