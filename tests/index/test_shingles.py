"""Texts are compared by their runs of words."""

from __future__ import annotations

import pytest

from index.shingles import Shingled, shorter_first

_WHOLE = Shingled.of("One two three four five six seven eight nine ten eleven twelve.")


def test_a_text_of_fewer_words_than_a_run_has_none() -> None:
    """Four words are no run, five are one; case and signs do not count."""
    assert Shingled.of("One, two; three: four!").runs == frozenset()
    assert Shingled.of("“One”, two; THREE: four five!").runs == {("one", "two", "three", "four", "five")}


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("three four five six seven eight", True),
        ("one two three four five six seven eight nine ten, then 2 more", False),  # 6 of 9 stand in it, ...
        ("one two three four five six seven eight nine ten and so", True),  # ... 6 of 8
        ("one two three four five six seven and so on", False),  # 3 of 6
        ("one two three four", False),
        ("", False),
    ],
)
def test_what_is_in_a_text_has_seven_tenths_of_its_runs_there(text: str, inside: bool) -> None:
    """Less than that, or nothing to compare by, is not in it."""
    assert Shingled.of(text).is_in(_WHOLE) is inside


def test_numbers_begin_with_a_digit() -> None:
    """Words such as "12th" are numbers too."""
    assert Shingled.of("The 12th of 30, covid-19 aside, was no B52.").numbers == {"12th", "30", "19"}


def test_the_shorter_of_two_comes_first() -> None:
    """In whichever order they are given; of two that are alike the first stays."""
    short = Shingled.of("one two three four five six")
    assert shorter_first(_WHOLE, short) == shorter_first(short, _WHOLE) == (short, _WHOLE)
