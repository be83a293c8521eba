"""A small set of questions and what came of them, whose figures can be worked out by hand."""

from __future__ import annotations

from datetime import date

from index import Answer, Article, Candidate
from index.evaluation.dataset import Question
from index.evaluation.evaluating import Outcome
from tests.samples import BRIDGE, HARVEST, PORT, passage


def candidate(article: Article) -> Candidate:
    """Return the whole text of an article as a passage that was found."""
    return Candidate(passage(article), article, 1.0, 0.5, None)


def outcome(question: Question, said: str | None, confidence: float, *articles: Article) -> Outcome:
    """Return what came of a question: `said` stands in one of the articles, whose texts are the passages found."""
    passages = tuple(map(candidate, articles))
    if said is None:
        answer = Answer(question.text, "not_found", confidence, passages, reason="not_in_articles")
        return Outcome.of(question, answer, passages)
    [source] = [one for one in articles if said in one.text]
    start = source.text.index(said)
    end = start + len(said)
    answer = Answer(question.text, "answered", confidence, passages, said, "text", start, end, said, source)
    return Outcome.of(question, answer, passages)


COST = Question("What did the terminal cost?", ("310 million euros", "€310m"), date(2024, 3, 6))
OPENED = Question("Who opened the port?", ("Mayor Ines Falk",))
CLOSED = Question("When was the bridge closed?", ("Friday",))
KILLED = Question("What killed the blossoms?", ("a late frost",))
SINCE = Question("Since when?", ("1998",))
LENGTH = Question("How long is the bridge?", ())
PEOPLE = Question("How many people live in Elmsford?", ())
NOTHING = Question("Why?", ())

OUTCOMES = (
    outcome(COST, "310 million euros", 0.9, PORT, BRIDGE),  # right, word for word
    outcome(OPENED, "Ines Falk opened it", 0.8, HARVEST, PORT),  # right by F1, its passage is the second
    outcome(CLOSED, "Monday", 0.8, PORT),  # wrong, and the right passage was not found
    outcome(KILLED, "A late frost killed the blossoms.", 0.3, HARVEST),  # right, and unsure
    outcome(SINCE, None, 0.0),
    outcome(LENGTH, "the northern road", 0.8, BRIDGE),
    outcome(PEOPLE, "4 million", 0.1, PORT),
    outcome(NOTHING, None, 0.0),
)
