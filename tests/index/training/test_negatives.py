"""A question -> a passage that resembles its own and does not answer it."""

from __future__ import annotations

from random import Random

from index.training.negatives import Passages

from .data import example

_OWN = "The port of Elmsford opened in 1998."
_PASSAGES = [
    "Apples fell early.",
    "The port of Lindby opened late.",
    "A port is where ships are.",
    "The Elmsford port opened again.",
    "Elmsford opened its port in 1998 too.",
    "Rain fell.",
    _OWN,
]


def _found(question: str, answer: str, passages: list[str]) -> set[str | None]:
    searched, one = Passages(passages), example(question, _OWN, answer, lead="Ports")
    found = [searched.hard(one, Random(seed)) for seed in range(40)]
    assert {(each.start, each.end, each.question, each.lead) for each in found if each} <= {(0, 0, question, "Ports")}
    return {each.passage if each else None for each in found}


def test_one_of_the_three_most_similar_is_taken() -> None:
    """Those that share the most, and the rarest, words come, but none that holds the answer."""
    found = _found("When did the port of Elmsford open?", "1998", _PASSAGES)
    assert found == {_PASSAGES[1], _PASSAGES[2], _PASSAGES[3]}


def test_rare_words_say_more() -> None:
    """Passages that share the one word that few have come before those that share a common one."""
    passages = [
        *(f"The ship {number} came." for number in range(9)),
        *(f"Frost {number}." for number in range(3)),
        _OWN,
    ]
    assert _found("Was the frost there?", "1998", passages) == {"Frost 0.", "Frost 1.", "Frost 2."}


def test_case_does_not_matter() -> None:
    """An answer in other letters is an answer too, and words in other letters are shared."""
    assert _found("When did the port open?", "port", [_OWN, "PORT", "Open day."]) == {"Open day."}


def test_where_every_passage_answers_there_is_none() -> None:
    """None comes where each holds the answer, nor where there is none to look for."""
    assert _found("When?", "1998", [_OWN, "It was in 1998."]) == {None}
    assert _found("When?", "", _PASSAGES) == {None}
