"""Start and end logits -> the best span of a window."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.reading.encoding import Window
from index.reading.spans import Scored, best_span

# Whole numbers, so that sums are exact.
_LOGITS = st.lists(st.tuples(st.integers(-50, 50), st.integers(-50, 50)), min_size=3, max_size=70)


def _window(tokens: int, begin: int = 1) -> Window:
    """Return a window of which all tokens from `begin` but the last are the passage's, each two characters long."""
    places = [(2 * number, 2 * number + 2) for number in range(tokens - begin - 1)]
    return Window([0] * tokens, [0] * tokens, begin, places)


def _logits(tokens: int, starts: dict[int, float], ends: dict[int, float]) -> npt.NDArray[np.float32]:
    """Return logits that are 0 but where they are given."""
    logits = np.zeros((tokens, 2), np.float32)
    for column, given_ones in enumerate((starts, ends)):
        for at, value in given_ones.items():
            logits[at, column] = value
    return logits


def test_the_best_start_and_end_are_the_span() -> None:
    """The span goes from the best start to the best end, and scores their sum."""
    assert best_span(_logits(8, {2: 3.0}, {4: 2.5}), _window(8)) == Scored(2, 8, 5.5)


def test_one_token_can_be_the_span() -> None:
    """The best start may be the best end too."""
    assert best_span(_logits(8, {3: 3.0}, {3: 2.0}), _window(8)) == Scored(4, 6, 5.0)


def test_an_end_never_stands_before_its_start() -> None:
    """Where the best end comes before the best start, the best pair in order is taken."""
    assert best_span(_logits(8, {5: 3.0, 2: 1.0}, {3: 2.5}), _window(8)) == Scored(2, 6, 3.5)
    assert best_span(_logits(8, {5: 4.0, 2: 1.0}, {3: 2.5}), _window(8)) == Scored(8, 10, 4.0)


@pytest.mark.parametrize(("last", "expected"), [(48, Scored(0, 96, 9.0)), (49, Scored(0, 2, 5.0))])
def test_a_span_has_48_tokens_at_most(last: int, expected: Scored) -> None:
    """The token 48 can end a span that the token 1 begins, the one behind it can't."""
    assert best_span(_logits(60, {1: 5.0}, {last: 4.0}), _window(60)) == expected


def test_the_null_score_is_subtracted() -> None:
    """The first token's two logits are those of no answer: a better one makes the score negative."""
    assert best_span(_logits(8, {0: 4.0, 2: 3.0}, {0: 3.0, 4: 2.5}), _window(8)) == Scored(2, 8, -1.5)


def test_only_the_passage_can_answer() -> None:
    """The question in front and the token behind the passage are never the span, however high their logits."""
    logits = _logits(9, {1: 9.0, 4: 1.0, 8: 9.0}, {2: 9.0, 5: 1.0, 8: 9.0})
    assert best_span(logits, _window(9, begin=3)) == Scored(2, 6, 2.0)


def test_low_logits_are_compared_too() -> None:
    """Where every logit is far below 0 the best pair still wins, in order and within the length."""
    logits = np.full((60, 2), -1000.0, np.float32)
    logits[0], logits[5, 0], logits[3, 1] = 0.0, -900.0, -900.0
    assert best_span(logits, _window(60)) == Scored(0, 6, -1900.0)


@given(_LOGITS, st.integers(1, 5))
def test_it_is_what_trying_all_pairs_gives(pairs: list[tuple[int, int]], begin: int) -> None:
    """No pair in order and within the length scores higher, and the span found has that score."""
    begin = min(begin, len(pairs) - 2)
    window = _window(len(pairs), begin)
    found = best_span(np.array(pairs, np.float32), window)
    sums = {
        (start, end): pairs[begin + start][0] + pairs[begin + end][1]
        for start in range(len(window.places))
        for end in range(start, min(start + 48, len(window.places)))
    }
    assert sums[found.start // 2, found.end // 2 - 1] == max(sums.values())
    assert found.score == max(sums.values()) - sum(pairs[0])
