"""Examples as the network takes them, and in which order and by how much it learns from them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.reading.encoding import Encoding, Window
from index.training.train import Item, _batches, _rate, encoded
from tests.index.reading import tiny

from .data import example

_ENCODING = Encoding(tiny.tokenizer(), 512)
_PASSAGE = "ann lee opened it."


def _tokens(item: Item) -> list[str]:
    return [tiny.PIECES[one].removeprefix("##") for one in item.window.ids[item.start : item.end + 1]]


@pytest.mark.parametrize(
    ("answer", "tokens"), [("lee", ["l", "e", "e"]), ("n l", ["n", "l"]), (".", ["."]), (_PASSAGE[:3], ["a", "n", "n"])]
)
@pytest.mark.parametrize("lead", ["", "a lead. 5 march"])
def test_the_tokens_of_the_answer_are_marked(answer: str, tokens: list[str], lead: str) -> None:
    """Its first and its last token are, whatever stands in front of the passage."""
    item = encoded(_ENCODING, example("who?", _PASSAGE, answer, lead))
    assert item is not None
    assert _tokens(item) == tokens


def test_a_part_of_a_token_marks_the_whole() -> None:
    """An answer that begins or ends within a token has that token."""
    item = encoded(_ENCODING, example("who?", "Straße 5.", "Straß"))
    assert item is not None
    assert _tokens(item) == ["[UNK]"]


def test_no_answer_is_the_first_token() -> None:
    """Where there is no answer both places are 0, those of the first token of the input."""
    item = encoded(_ENCODING, example("who?", _PASSAGE))
    assert item is not None
    assert (item.start, item.end) == (0, 0)


def test_what_does_not_fit_is_left_out() -> None:
    """An example that needs two inputs is none."""
    assert encoded(_ENCODING, example("who?", "a" * 90 + " word" * 120, "word")) is None


def test_the_rate_rises_and_falls() -> None:
    """It begins low, is whole after a 25th of the examples, and falls in a line to a 50th."""
    assert _rate(0) == 0.01
    assert _rate(0.02) == pytest.approx(0.51)
    assert _rate(0.04) == 1.0
    assert _rate(0.52) == pytest.approx(0.5)
    assert _rate(1) == 0.02


@given(st.floats(0, 1), st.floats(0, 1))
def test_the_rate_has_one_peak(one: float, other: float) -> None:
    """It never leaves 0.01 to 1, never falls before the peak and never rises behind it."""
    first, second = sorted((one, other))
    assert 0.01 <= _rate(first) <= 1
    if second <= 0.0396:
        assert _rate(first) <= _rate(second)
    if first >= 0.04:
        assert _rate(first) >= _rate(second)


@given(st.lists(st.integers(3, 512), min_size=1, max_size=120))
def test_batches_hold_every_item_once(lengths: list[int]) -> None:
    """They go by length, and none is larger than 32 inputs or, padded, than 3,072 tokens."""
    items = [Item(Window([0] * length, [0] * length, 1, []), 0, number) for number, length in enumerate(lengths)]
    batches = list(_batches(items))
    sizes = [[len(item.window.ids) for item in batch] for batch in batches]
    assert sorted(item.end for batch in batches for item in batch) == list(range(len(lengths)))
    assert [size for some in sizes for size in some] == sorted(lengths)
    assert all(1 <= len(some) <= 32 and len(some) * max(some) <= 3072 for some in sizes)
