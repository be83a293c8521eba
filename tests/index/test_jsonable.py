"""Answers as JSON."""

from __future__ import annotations

import json

from index import Answer, Candidate
from index.jsonable import answer
from index.records import Span
from tests.samples import PORT, PORT_JSON, passage


def test_a_rival_has_its_place_and_its_quote() -> None:
    """The different answer of another article is told like the answer itself."""
    rival = Span(Candidate(passage(PORT), PORT, 0.5, 0.8, 1.5), 33, 53, 2.0)
    told = answer(Answer("How many?", "answered", 0.9, rival=rival, searched=3))
    assert told["rival"] == {
        "answer": "4 million containers",
        "field": "text",
        "start": 33,
        "end": 53,
        "quote": "The port of Elmsford will handle 4 million containers a year from 2026.",
        "article": PORT_JSON,
    }
    assert json.loads(json.dumps(told)) == told


def test_without_a_rival_there_is_none() -> None:
    """Where the articles agree, or say nothing, the rival is null; how many were searched is told all the same."""
    told = answer(Answer("How many?", "not_found", 0.1, reason="not_in_articles", searched=3))
    assert (told["rival"], told["searched"]) == (None, 3)
