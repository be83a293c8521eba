"""/start offers only questions that the articles answer."""

from __future__ import annotations

from bot.examples import Examples
from index import Article, ArticleIndex
from tests.samples import HARVEST, PORT

GOOD = "How many containers will the port of Elmsford handle?"
BAD = "What is the airspeed of an unladen swallow?"


def test_questions_that_are_answered_come_first(index: ArticleIndex) -> None:
    """A question that the articles do not answer well gives way to one about a header."""
    index.add([PORT])
    chosen = Examples([BAD, GOOD]).choose(index)
    assert [question for _, question in chosen] == [GOOD, "Who wrote “Elmsford doubles its port”?"]
    assert [index.recall(number) for number, _ in chosen] == [question for _, question in chosen]


def test_headers_make_questions(index: ArticleIndex) -> None:
    """Without a question of its own, an article with an author and a date makes two; its title is cut to fit."""
    index.add([Article("Rain fell.", title="A very long title " * 5, authors=("Ann",), published="2024-01-01")])
    assert [question for _, question in Examples([]).choose(index)] == [
        "Who wrote “A very long title A very long title A…”?",
        "When was “A very long title A very long title A…” published?",
    ]


def test_an_empty_index_has_no_examples(index: ArticleIndex) -> None:
    """Nothing is offered where nothing is known."""
    assert Examples([GOOD]).choose(index) == []


def test_an_article_without_metadata_makes_no_question(index: ArticleIndex) -> None:
    """What is not known is not asked about."""
    index.add([HARVEST])
    assert Examples([BAD]).choose(index) == []


def test_examples_follow_the_articles(index: ArticleIndex) -> None:
    """When the articles change, the examples are chosen again."""
    examples = Examples([GOOD])
    index.add([PORT])
    assert len(examples.choose(index)) == 2
    index.remove([PORT.id])
    assert examples.choose(index) == []
