"""Lines that an editor has broken at a width -> the paragraphs that they were."""

from __future__ import annotations

from itertools import pairwise

from index.loading.prose import is_sentence

# Characters. A narrower text may be a poem or a list; a line beyond the other is a paragraph, not broken at a width.
_NARROWEST, _WIDEST = 50, 130
# So many lines that go on within a sentence show that the whole text is broken at a width.
_PROOF = 2


def unwrapped(lines: list[str]) -> list[str]:
    """Return lines with those joined that were one: the next word had no place any more, and the sentence goes on.

    Where the whole text is broken so, a sentence may also begin anew behind the break.
    """
    width = max(map(len, lines), default=0)
    if not _NARROWEST <= width <= _WIDEST:
        return lines
    full = [is_full(line, following, width) for line, following in pairwise(lines)]
    going_on = [goes_on(line, following) for line, following in pairwise(lines)]
    proven = sum(one and other for one, other in zip(full, going_on, strict=True)) >= _PROOF
    joined = lines[:1]
    for row, line in enumerate(lines[1:]):
        if full[row] and (proven or going_on[row]):
            joined[-1] += line if joined[-1].endswith("-") else f" {line}"
        else:
            joined.append(line)
    return joined


def is_full(line: str, following: str, width: float) -> bool:
    """Whether the first word of the following line would have made this one too long."""
    return bool(line) and bool(following) and len(line) + 1 + len(following.split()[0]) > width


def goes_on(line: str, following: str) -> bool:
    """Whether the sentence of a line goes on in the following one; letters without case may do so anywhere."""
    first = following[:1]
    return not is_sentence(line) and first.isalpha() and first == first.lower()
