"""A passage -> a shorter one: whole sentences around the answer, or sentences beside it that do not answer."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from index.sentences import sentences
from index.training.examples import Example


def narrowed(example: Example, words: int, rng: Random) -> Example:
    """Return the example with at most about `words` words of whole sentences, those of the answer among them."""
    places = sentences(example.passage)
    at = rng.randrange(len(places))
    first, last = _answering(example, places) if example.answerable else (at, at)
    while True:
        options = [(first - 1, last)] * (first > 0) + [(first, last + 1)] * (last + 1 < len(places))
        options = [(a, b) for a, b in options if _words(example.passage[places[a][0] : places[b][1]]) <= words]
        if not options:
            return cut(example, places[first][0], places[last][1])
        first, last = rng.choice(options)


def beside(example: Example, words: int, rng: Random) -> Example | None:
    """Return the question over sentences before or after its answer that do not hold the answer, or None."""
    places = sentences(example.passage)
    first, last = _answering(example, places)
    sides = [side for side in (places[:first], places[last + 1 :]) if side]
    if not sides:
        return None
    side = rng.choice(sides)
    passage = example.passage[side[0][0] : side[-1][1]]
    if example.answer.lower() in passage.lower() or _words(passage) < 8:
        return None
    return narrowed(replace(example, passage=passage, start=0, end=0), words, rng)


def cut(example: Example, start: int, end: int) -> Example:
    """Return the example with `passage[start:end]` alone."""
    if not example.answerable:
        return replace(example, passage=example.passage[start:end])
    return replace(example, passage=example.passage[start:end], start=example.start - start, end=example.end - start)


def _answering(example: Example, places: list[tuple[int, int]]) -> tuple[int, int]:
    """Return the first and the last sentence that hold a part of the answer."""
    held = [n for n, (start, end) in enumerate(places) if start < example.end and example.start < end]
    return held[0], held[-1]


def _words(text: str) -> int:
    return len(text.split())
