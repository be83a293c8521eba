"""Texts -> signatures, by which the articles of one story are found among many; and whether two are of one story.

A story is one text that several papers print, as of an agency: shortened, under another headline, with a paragraph of
their own. Signatures are MinHash values in bands (Broder 1997; Leskovec et al., "Mining of Massive Datasets", 3.4): of
two texts that share a band, their words tell whether they are of one story.
"""

from __future__ import annotations

from collections.abc import Mapping
from zlib import crc32

from index.shingles import Shingled, is_number, shorter_first

_BANDS = 128
# Values a band: so few that a text cut to a fifth shares a band with the whole in 99.5% of cases, and one cut to a
# third in all, so many that others seldom do.
_ROWS = 2
_LEAST_RUNS = 40  # of the shorter text: less is a caption, a notice, a form
# A shorter part of a text is one item of a page that holds many.
_LEAST_PART = 0.2
_AROUND = 3  # words before and after a number that say what it counts

_Contexts = Mapping[tuple[tuple[str, ...], tuple[str, ...]], set[str]]


def signature(text: Shingled) -> list[int]:
    """Return the bands of a text, 128 numbers below 2 ** 39; none where it is too short to be told from others."""
    # It takes a third of a second, and only what is added is signed; it has no types.
    from datasketch import MinHash  # type: ignore[import-untyped]

    if len(text.runs) < _LEAST_RUNS:
        return []
    # What is stored depends on these, so none is left to the library's defaults.
    values = MinHash(_BANDS * _ROWS, seed=1, hashfunc=crc32, scheme="affine32")
    values.update_batch([" ".join(run).encode() for run in text.runs])
    bands = values.hashvalues.astype("<u4").reshape(_BANDS, _ROWS)
    return [band << 32 | crc32(pair.tobytes()) for band, pair in enumerate(bands)]


def are_alike(one: Shingled, other: Shingled) -> bool:
    """Whether most of the shorter text stands in the longer one; false where it is too short to be told from others.

    Two such texts are of one story, unless they contradict each other.
    """
    short, long = shorter_first(one, other)
    return len(short.runs) >= max(_LEAST_RUNS, _LEAST_PART * len(long.runs)) and short.is_in(long)


def contradict(one: Shingled, other: Shingled) -> bool:
    """Whether the same words stand around different numbers somewhere, as in an update: "12 dead", then "15 dead".

    A number in a paragraph that only one of the two has says nothing.
    """
    short, long = map(_contexts, shorter_first(one, other))
    return any(around in long and numbers.isdisjoint(long[around]) for around, numbers in short.items())


def _contexts(text: Shingled) -> _Contexts:
    """Return the numbers of a text by the words before and after them, other numbers among these left open."""
    found: dict[tuple[tuple[str, ...], tuple[str, ...]], set[str]] = {}
    masked = tuple("#" if is_number(word) else word for word in text.words)
    for at, word in enumerate(text.words):
        if is_number(word):
            around = masked[max(0, at - _AROUND) : at], masked[at + 1 : at + 1 + _AROUND]
            found.setdefault(around, set()).add(word)
    return found
