"""Where in a text, as it is written, the answers stand that `scoring.holds` finds in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from index.evaluation.scoring import normalise

_RUN = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Place:
    """A run of characters, `text[start:end]`."""

    start: int
    end: int


def find(text: str, answers: Sequence[str]) -> list[Place]:
    """Return where the answers stand, in the order of the text, those that touch each other joined.

    A place begins and ends at a blank: what is compared is no more than a word from what is written.
    """
    words = _words(text)
    found = [place for answer in answers for place in _find(normalise(answer).split(), words)]
    return _joined(sorted(found, key=lambda place: place.start))


def _words(text: str) -> list[tuple[str, Place]]:
    """Return the normalised words, each with the place between two blanks that it comes from."""
    runs = ((run[0], Place(run.start(), run.end())) for run in _RUN.finditer(text))
    return [(word, place) for run, place in runs for word in normalise(run).split()]


def _find(answer: list[str], words: list[tuple[str, Place]]) -> list[Place]:
    """Return each place where the answer's words stand one behind the other."""
    length = len(answer)
    starts = range(len(words) - length + 1) if answer else ()
    return [
        Place(words[at][1].start, words[at + length - 1][1].end)
        for at in starts
        if [word for word, _ in words[at : at + length]] == answer
    ]


def _joined(places: list[Place]) -> list[Place]:
    joined: list[Place] = []
    for place in places:
        if joined and place.start < joined[-1].end:
            joined[-1] = Place(joined[-1].start, max(joined[-1].end, place.end))
        else:
            joined.append(place)
    return joined
