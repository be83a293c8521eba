"""A passage among others of which none has to do with it, as on pages with the news of the day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from random import Random

from index.sentences import sentences
from index.training.examples import Example

_MOST = 3  # snippets of other passages


def among(example: Example, others: Sequence[str], rng: Random) -> Example:
    """Return the example with snippets of `others` before and after its passage."""
    snippets = [_snippet(rng.choice(others), rng) for _ in range(rng.randint(1, _MOST))]
    at = rng.randint(0, len(snippets))
    before = "".join(f"{one}\n\n" for one in snippets[:at])
    passage = before + "".join(f"{one}\n\n" for one in (example.passage, *snippets[at:])).strip()
    if not example.answerable:
        return replace(example, passage=passage)
    return replace(example, passage=passage, start=len(before) + example.start, end=len(before) + example.end)


def elsewhere(example: Example, others: Sequence[str], rng: Random) -> Example | None:
    """Return the question over snippets of `others` alone; None where the answer stands in them."""
    passage = "\n\n".join(_snippet(rng.choice(others), rng) for _ in range(_MOST))
    if example.answer.lower() in passage.lower():
        return None
    return replace(example, passage=passage, start=0, end=0)


def _snippet(passage: str, rng: Random) -> str:
    """Return one or two neighbouring sentences."""
    places = sentences(passage)
    at = rng.randrange(len(places))
    return passage[places[at][0] : places[min(at + rng.randint(0, 1), len(places) - 1)][1]]
