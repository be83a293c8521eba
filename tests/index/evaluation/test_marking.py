"""Where the answers stand in a text as it is written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.evaluation.marking import Place, find
from index.evaluation.scoring import holds
from tests.samples import ANY_TEXT

from .test_scoring import TEXTS


@pytest.mark.parametrize(
    ("text", "answers", "marked"),
    [
        ("They saw “The Squid Game”, twice.", ["Squid game"], ["Squid Game”,"]),
        ("It cost $10.5 billion. Then $10.5  billion more.", ["$10.5 billion"], ["$10.5 billion.", "$10.5  billion"]),
        ("a state-run firm", ["state run", "run firm"], ["state-run firm"]),
        ("the isle of Man", ["isle of the Man"], ["isle of Man"]),
        ("fear of the Man", ["fear of Man"], ["fear of the Man"]),
        ("one one one", ["one one"], ["one one one"]),
        ("one two", ["two", "one"], ["one", "two"]),
        ("one two", ["three", "", "the"], []),
        ("one", ["one two"], []),
    ],
)
def test_places_are_found(text: str, answers: list[str], marked: list[str]) -> None:
    """Each place runs from blank to blank, in the order of the text; those that share words are one."""
    assert [text[place.start : place.end] for place in find(text, answers)] == marked


def test_offsets_point_into_the_text() -> None:
    """A place counts characters of the text as it is written."""
    assert find("  The port,  closed", ["port"]) == [Place(6, 11)]


@given(TEXTS | ANY_TEXT, st.lists(TEXTS, max_size=3))
def test_what_is_held_is_marked(text: str, answers: list[str]) -> None:
    """There is a place exactly where a passage counts as holding an answer; places are apart and in order."""
    places = find(text, answers)
    bounds = [offset for place in places for offset in (place.start, place.end)]
    assert bool(places) is holds(text, answers)
    assert bounds == sorted(bounds)
    assert all(place.start < place.end <= len(text) for place in places)
