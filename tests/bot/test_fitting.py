"""Texts are cut where a reader would cut them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.fitting import cut, head, shorten, tail, units

TWO = "The first sentence. The second one?"


def test_characters_beyond_the_basic_plane_count_twice() -> None:
    """A letter is one unit, an emoji two."""
    assert units("a😀") == 3


def test_cut_ends_at_a_blank() -> None:
    """The beginning is kept up to the last blank that fits."""
    assert cut(TWO, 12) == "The first…"


def test_cut_splits_a_word_that_alone_is_too_long() -> None:
    """Without a blank the cut is where the room ends, never inside of an emoji."""
    assert cut("😀😀😀", 4) == "😀…"


def test_what_fits_stays_as_it_is() -> None:
    """No ellipsis is added to a text that fits exactly."""
    size = units(TWO)
    assert [cut(TWO, size), head(TWO, size), tail(TWO, size), shorten(TWO, size)] == [TWO] * 4


def test_head_keeps_whole_sentences() -> None:
    """The second sentence is replaced by an ellipsis where it does not fit."""
    assert head(TWO, 30) == "The first sentence. …"


def test_tail_keeps_whole_sentences() -> None:
    """The first sentence is replaced by an ellipsis where it does not fit."""
    assert tail(TWO, 30) == "… The second one?"


def test_an_ellipsis_stands_for_sentences_of_which_none_fits() -> None:
    """Where no sentence fits, only the ellipsis is left, or nothing where there is no room even for it."""
    assert (head(TWO, 10), tail(TWO, 10), head(TWO, 1), tail(TWO, 0)) == (" …", "… ", "", "")


def test_shorten_falls_back_to_words() -> None:
    """A passage whose first sentence is too long is cut at a blank."""
    assert shorten(TWO, 12) == "The first…"


@given(st.text(), st.integers(2, 50))
def test_every_cut_fits(text: str, limit: int) -> None:
    """Whatever the text, the result has at most as many units as asked for."""
    assert max(units(way(text, limit)) for way in (cut, head, tail, shorten)) <= limit


@given(st.text(), st.integers(2, 50))
def test_cuts_keep_the_words(text: str, limit: int) -> None:
    """Apart from the ellipsis, the beginning or the end of the text is kept character by character."""
    assert text.startswith(cut(text, limit).removesuffix("…"))
    assert text.startswith(head(text, limit).removesuffix(" …"))
    assert text.endswith(tail(text, limit).removeprefix("… "))
