"""A passage among others that have nothing to do with it."""

from __future__ import annotations

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from index.training.digests import among, elsewhere
from index.training.examples import Example

_OTHERS = ["Apple growers expect a small harvest. A late frost killed the blossoms.", "Rain fell. The road is closed."]
_PASSAGE = "The port of Elmsford opened on Monday. It cost 310 million euros."
_COST = _PASSAGE.index("310")
_ASKED = Example("What did it cost?", _PASSAGE, _COST, _COST + len("310 million euros"), "Port", "q1")
_UNANSWERED = Example("Who paid for it?", _PASSAGE)


@given(st.integers())
def test_the_passage_stays_whole_and_the_answer_in_its_place(seed: int) -> None:
    """One to three snippets of whole sentences stand around it, each a paragraph."""
    made = among(_ASKED, _OTHERS, Random(seed))
    assert (made.answer, made.question, made.lead) == ("310 million euros", _ASKED.question, "Port")
    paragraphs = made.passage.split("\n\n")
    assert paragraphs.count(_PASSAGE) == 1
    assert 2 <= len(paragraphs) <= 4
    assert all(any(one in other for other in _OTHERS) for one in paragraphs if one != _PASSAGE)


@given(st.integers())
def test_what_has_no_answer_gets_none(seed: int) -> None:
    """Nothing is marked in the snippets."""
    made = among(_UNANSWERED, _OTHERS, Random(seed))
    assert _PASSAGE in made.passage
    assert not made.answerable


@given(st.integers())
def test_elsewhere_there_is_no_answer(seed: int) -> None:
    """The question is asked of snippets alone."""
    made = elsewhere(_ASKED, _OTHERS, Random(seed))
    assert made is not None
    assert not made.answerable
    assert all(any(one in other for other in _OTHERS) for one in made.passage.split("\n\n"))


def test_snippets_that_hold_the_answer_are_not_asked() -> None:
    """They might answer the question after all."""
    assert elsewhere(_ASKED, ["It was 310 Million Euros in all."], Random(1)) is None
