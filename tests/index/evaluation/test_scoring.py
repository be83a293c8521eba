"""Answers and passages against the accepted answers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.evaluation.scoring import exact_match, f1, holds, is_right, normalise, normalise_answer
from tests.samples import ANY_TEXT

# Words that make texts agree now and then, with all that is left out when they are compared.
WORDS = st.lists(st.sampled_from(["the", "A", "“Squid", "Game”", "$10", "2.5", "2.", "it's", "U.S.", "-", "3%"]))
TEXTS = WORDS.map(" ".join)


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        ("The “Squid Game”, again", "squid game again"),
        ("$10.5 billion (3%).", "$10.5 billion 3%"),
        ("The U.S. isn't a state-run 'one'", "u s isnt state run one"),
        ("an apple, the\tpear\u00a0and A fig", "apple pear and fig"),
        ("ﬁve №5 ½", "five no5 1 2"),
        ("Theory another", "theory another"),
        ("“the”", ""),
    ],
)
def test_passages_are_compared_without_marks(text: str, normal: str) -> None:
    """Articles, quotation marks and punctuation go; signs of money, of percent and within numbers stay."""
    assert normalise(text) == normal


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        ("The “Squid Game”, again", "squid game again"),
        ("$10.5 billion (3%).", "105 billion 3"),
        ("The U.S. isn’t a state-run 'one'", "us isnt staterun one"),
        ("a.n. – the", "–"),
        ("a-n apple", "apple"),
    ],
)
def test_answers_are_compared_as_in_squad(text: str, normal: str) -> None:
    """Punctuation is taken out before the articles are, curly quotes too."""
    assert normalise_answer(text) == normal


def test_a_passage_holds_whole_words_only() -> None:
    """An answer within a longer word or across a missing one does not count, nor does an empty one."""
    passage = "The port handles 40 million boxes."
    assert holds(passage, ["fish", "“40 million” boxes"])
    assert holds(passage, ["the Port"])
    assert not holds(passage, ["0 million"])
    assert not holds(passage, ["port 40"])
    assert not holds(passage, ["", "the", "—"])
    assert not holds(passage, [])


def test_f1_weighs_shared_words() -> None:
    """The harmonic mean of precision and recall, each word as often as both have it."""
    assert f1("Ines Falk opened it", "Mayor Ines Falk") == 2 * 2 / (4 + 3)
    assert f1("no no yes", "no no no") == 2 * 2 / (3 + 3)
    assert f1("The port", "port!") == 1
    assert f1("", "the") == 0


def test_an_exact_match_needs_one_of_the_accepted() -> None:
    """Case, articles and punctuation do not count."""
    assert exact_match("the Squid Game!", ["Dark", "“Squid Game”"])
    assert not exact_match("Squid Games", ["Dark", "“Squid Game”"])
    assert not exact_match("Squid Game", [])


@pytest.mark.parametrize(
    ("answer", "accepted", "right"),
    [
        ("Ines Falk opened it", "Mayor Ines Falk", True),
        ("one two", "one three", True),
        ("one two three", "one four", False),
        ("Falk", "Mayor Ines Falk of Elmsford", True),
        ("in " + "so " * 14 + "Oslo", "Oslo", True),
        ("in " + "so " * 15 + "Oslo", "Oslo", False),
        ("in " + "so " * 15 + "Oslo", "the Oslo", True),
        ("in Osloville, far away", "Oslo", False),
        ("the", "the", False),
        ("Oslo", "the", False),
        ("", "Oslo", False),
    ],
)
def test_right_answers_agree_or_contain(answer: str, accepted: str, right: bool) -> None:
    """F1 of a half is enough, or one within the other, with at most 15 words around the accepted one as written."""
    assert is_right(answer, [accepted]) is right
    assert is_right(answer, ["of nothing", accepted]) is right
    assert not is_right(answer, [])


@given(TEXTS | ANY_TEXT, TEXTS | ANY_TEXT)
def test_f1_is_symmetric(one: str, other: str) -> None:
    """F1 lies between 0 and 1, and does not ask which of the two is the answer."""
    assert 0 <= f1(one, other) == f1(other, one) <= 1


@given(TEXTS)
def test_an_exact_match_is_right(text: str) -> None:
    """What matches word for word has an F1 of 1 and is right, unless nothing of it is left."""
    something = bool(normalise_answer(text))
    assert exact_match(text, [text])
    assert f1(text, text) == something
    assert is_right(text, [text]) is something


@given(TEXTS, TEXTS, TEXTS)
def test_a_passage_holds_what_it_was_made_around(before: str, answer: str, after: str) -> None:
    """Words around an answer do not hide it."""
    assert holds(f"{before} {answer} {after}", [answer]) is bool(normalise(answer))


@given(ANY_TEXT)
def test_normalising_twice_is_normalising_once(text: str) -> None:
    """Runs between blanks are normalised each by itself."""
    assert normalise(text) == " ".join(filter(None, map(normalise, text.split())))
