"""A question -> a passage that resembles its own and does not answer it."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from math import log
from random import Random

from index.normal import words
from index.training.examples import Example


class Passages:
    """The passages of one article, or of many, to be searched by the words of a question."""

    def __init__(self, passages: list[str]) -> None:
        """Count the words of `passages`."""
        self.passages = passages
        self._words = [set(words(passage)) for passage in passages]
        self._in = Counter(word for held in self._words for word in held)

    def hard(self, example: Example, rng: Random) -> Example | None:
        """Return the question over one of the three most similar passages without its answer, or None.

        Similar by the words shared, each weighed by its inverse document frequency (Spärck Jones 1972).
        """
        asked = set(words(example.question))
        answer = example.answer.lower()
        scores = [
            (sum(log(1 + len(self.passages) / self._in[word]) for word in asked & held), number)
            for number, held in enumerate(self._words)
            if answer not in self.passages[number].lower()
        ]
        if not scores:
            return None
        _, number = rng.choice(sorted(scores)[-3:])
        return replace(example, passage=self.passages[number], start=0, end=0)
