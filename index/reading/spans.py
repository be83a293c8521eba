"""Start and end logits -> the best span of a window."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from index.reading.encoding import Window

_LONGEST = 48  # tokens of an answer: a list of several things has as many
# What is added to every score, so that those cut off, which become 0, are the lowest.
_FLOOR = np.float32(1e4)


@dataclass(frozen=True, slots=True)
class Scored:
    """`passage[start:end]` and by how much it is the better answer than none, in natural units of log odds."""

    start: int
    end: int
    score: float


def best_span(logits: npt.NDArray[np.float32], window: Window) -> Scored:
    """Return the span of the window with the highest score; `logits` have the shape (tokens, 2)."""
    first, last = window.begin, window.begin + len(window.places)
    start, end = logits[first:last, 0], logits[first:last, 1]
    # scores[s, e]: ends may not stand before their starts, nor too far behind.
    scores = np.triu(np.tril(start[:, None] + end[None, :] + _FLOOR, _LONGEST - 1))
    at, to = divmod(int(scores.argmax()), len(window.places))
    null = float(logits[0].sum())
    return Scored(window.places[at][0], window.places[to][1], float(start[at] + end[to]) - null)
