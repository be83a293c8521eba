"""What stands beside a text that is shown."""

from __future__ import annotations

import pytest

from index import Candidate
from index.captions import headline, quote
from index.records import Span
from tests.samples import PORT, passage

_QUOTE = "The terminal cost $310 million."


@pytest.mark.parametrize(
    ("answer", "shown"),
    [
        ("$310 million", "$310 million"),
        ("million.", "million."),
        ("The terminal cost $310 million", None),
        ("The terminal cost 310 million", None),
        ("The terminal cost $310 millions", "The terminal cost $310 millions"),
        ("$", None),
        ("", None),
    ],
)
def test_an_answer_is_shown_apart_where_it_says_less(answer: str, shown: str | None) -> None:
    """Signs make no difference between an answer and its quote, every word does; a mere sign is no answer."""
    assert headline("How much?", answer, _QUOTE) == shown


def test_an_explanation_is_the_whole_sentence() -> None:
    """A few words do not say why."""
    assert headline("Why so much?", "$310 million", _QUOTE) is None


def test_a_span_is_quoted_with_its_whole_sentences() -> None:
    """All sentences that it touches are quoted, in the text as in the header."""
    text, header = (Candidate(passage(PORT, field=field), PORT, 1.0, 1.0, None) for field in ("text", "header"))
    assert quote(Span(text, 33, 53, 1.0)) == "The port of Elmsford will handle 4 million containers a year from 2026."
    assert quote(Span(text, 67, 75, 1.0)) == PORT.text.partition("\n")[0]
    assert quote(Span(header, 38, 47, 1.0)) == "Written by Ada Byrne and Tom Reed."
