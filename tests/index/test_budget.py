"""Budget: what fits into a passage."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from index.budget import Budget, longest, word_ends
from index.records import Passage


def letters(texts: Sequence[str]) -> list[int]:
    """Count each character as a token."""
    return [len(text) for text in texts]


BUDGET = Budget(tokens=12, words=2, overlap=0, count=letters)


def test_the_context_counts_as_tokens_but_not_as_words() -> None:
    """A passage is read with its context in front, and shown without."""
    assert BUDGET.fits(Passage("one two", "text", 0, 7, "a b "))
    assert not BUDGET.fits(Passage("one two", "text", 0, 7, "a b c"))


def test_a_passage_has_at_most_so_many_words() -> None:
    """One word too many does not fit."""
    assert BUDGET.fits(Passage("a b", "text", 0, 3))
    assert not BUDGET.fits(Passage("a b c", "text", 0, 5))


def test_words_have_at_most_twenty_characters_on_average() -> None:
    """A word without an end is not one word."""
    assert BUDGET.is_short("a" * 40)
    assert not BUDGET.is_short("a" * 41)


def test_word_ends_leave_out_a_word_that_goes_on() -> None:
    """A cut at the last of the ends never divides a word."""
    assert word_ends("one  two three", 0, 11) == [3, 8]
    assert word_ends("one  two three", 5, 14) == [8, 14]


def test_longest_finds_the_last_that_fits() -> None:
    """It returns the largest, or None where even the first is too large."""
    assert longest([1, 3, 5, 7], lambda end: end <= 5) == 5
    assert longest([1, 3, 5, 7], lambda end: end <= 7) == 7
    assert longest([1, 3], lambda end: end <= 0) is None
    assert longest([], lambda end: True) is None


@given(st.lists(st.integers(), min_size=1, unique=True).map(sorted), st.integers())
def test_longest_equals_a_search_one_by_one(ends: list[int], limit: int) -> None:
    """Halving finds what looking at each would find."""
    assert longest(ends, lambda end: end <= limit) == max((end for end in ends if end <= limit), default=None)


@given(st.lists(st.integers(), max_size=20), st.sets(st.integers()))
def test_longest_never_returns_what_does_not_fit(ends: list[int], fitting: set[int]) -> None:
    """Where fitting has no order, what is found still fits."""
    found = longest(ends, fitting.__contains__)
    assert found is None or found in fitting
