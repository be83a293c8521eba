"""A passage -> a shorter one."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.sentences import sentences
from index.training.examples import Example
from index.training.windows import beside, cut, narrowed

from .data import example

_SENTENCES = [
    "The port of Elmsford opened on Monday.",
    "It cost 310 million euros.",
    "Rain fell.",
    "Mayor Ines Falk cut the ribbon before some three hundred guests from the whole of the region and beyond.",
    "Apple growers expect the smallest harvest since the late frost of 1998.",
]
_PASSAGES = st.lists(st.sampled_from(_SENTENCES), min_size=1, max_size=8).map(" ".join)
_PORT = " ".join(_SENTENCES)


@st.composite
def _examples(draw: st.DrawFn) -> Example:
    """Draw a passage and an answer in it that begins and ends with whole words."""
    passage = draw(_PASSAGES)
    words = passage.split(" ")
    first = draw(st.integers(0, len(words) - 1))
    last = draw(st.integers(first, min(first + 9, len(words) - 1)))
    start = len(" ".join(words[:first])) + (first > 0)
    return Example("What?", passage, start, start + len(" ".join(words[first : last + 1])), "Lead", "q1")


def _said(one: Example) -> list[str]:
    return [one.passage[start:end] for start, end in sentences(one.passage)]


@given(_examples(), st.integers(1, 90), st.randoms(use_true_random=False))
def test_the_answer_is_kept(one: Example, words: int, rng: Random) -> None:
    """The shorter passage is a run of whole sentences with the same answer, and all else stays."""
    kept = narrowed(one, words, rng)
    assert kept.answer == one.answer
    whole, some = _said(one), _said(kept)
    assert some in [whole[at : at + len(some)] for at in range(len(whole))]
    assert (kept.question, kept.lead, kept.id) == (one.question, one.lead, one.id)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (1, {_SENTENCES[1]}),
        (7, {" ".join(_SENTENCES[1:3])}),
        (12, {" ".join(_SENTENCES[:2]), " ".join(_SENTENCES[1:3])}),
        (14, {" ".join(_SENTENCES[:3])}),
        (200, {_PORT}),
    ],
)
def test_as_many_sentences_as_fit_are_kept(words: int, expected: set[str]) -> None:
    """Sentences on either side are added by chance while there is room; that of the answer is never cut."""
    one = example("How much did it cost?", _PORT, "310 million euros")
    assert {narrowed(one, words, Random(seed)).passage for seed in range(20)} == expected


def test_without_an_answer_any_sentence_may_stay() -> None:
    """An unanswerable question keeps a run of sentences from anywhere in the passage, and no answer."""
    found = [narrowed(example("Who?", _PORT), 5, Random(seed)) for seed in range(60)]
    assert {one.passage for one in found} >= {_SENTENCES[0], _SENTENCES[1], _SENTENCES[3], _SENTENCES[4]}
    assert {(one.start, one.end) for one in found} == {(0, 0)}


def test_an_answer_over_two_sentences_keeps_both() -> None:
    """Every sentence that holds a part of the answer stays."""
    one = example("What?", _PORT, "Monday. It cost")
    assert narrowed(one, 1, Random(0)).passage == " ".join(_SENTENCES[:2])


@given(_examples(), st.integers(1, 90), st.randoms(use_true_random=False))
def test_what_stands_beside_does_not_answer(one: Example, words: int, rng: Random) -> None:
    """Sentences before or behind the answer never hold its words, and are marked as no answer."""
    found = beside(one, words, rng)
    if found is not None:
        assert one.answer.lower() not in found.passage.lower()
        assert found.passage in one.passage
        assert (found.start, found.end, found.question) == (0, 0, one.question)


def test_both_sides_are_taken() -> None:
    """What stands before the answer's sentence and what stands behind it both come."""
    one = example("Who cut it?", _PORT, "Mayor Ines Falk")
    found = {beside(one, 200, Random(seed)) for seed in range(20)}
    assert {each.passage for each in found if each} == {" ".join(_SENTENCES[:3]), _SENTENCES[4]}


@pytest.mark.parametrize(
    ("passage", "answer"),
    [
        (_SENTENCES[0], "Elmsford"),
        (" ".join(_SENTENCES[:2]), "Elmsford"),
        (f"{_SENTENCES[0]} It lies north of elmsford and of the road.", "Elmsford"),
    ],
    ids=["nothing beside it", "fewer than 8 words", "the answer again"],
)
def test_sometimes_nothing_stands_beside(passage: str, answer: str) -> None:
    """Without another sentence, with one too short, and with one that has the answer too, there is none."""
    assert [beside(example("Where?", passage, answer), 200, Random(seed)) for seed in range(9)] == [None] * 9


def test_a_cut_moves_the_answer() -> None:
    """Offsets count from where the cut begins."""
    one = example("How much?", _PORT, "310")
    assert cut(one, 39, 65) == Example("How much?", _SENTENCES[1], 8, 11)
    assert cut(example("Who?", _PORT), 39, 65) == Example("Who?", _SENTENCES[1])
