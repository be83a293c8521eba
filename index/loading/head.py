"""The head of a copied page: title, byline, date and share buttons above the first paragraph."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from index.loading.bylines import is_role
from index.loading.chrome import simple
from index.loading.credits import find_authors, find_published
from index.loading.dates import split_date
from index.loading.head_lines import Kind, kind_of
from index.loading.headlines import find_title, title_alone
from index.loading.prose import is_name, is_paragraph, is_sentence

_MOST_LINES = 30  # a longer run of short lines is a list or a poem, and no head
_FEW_WORDS = 4  # so short a line among dates and buttons is the page's: a section, a role
_LOOK_AHEAD = 4  # lines below a deck that may show that the head goes on


@dataclass(frozen=True, slots=True)
class Head:
    """What the head says, the lines of it that belong to the text, and the number of lines it takes."""

    title: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    kept: Sequence[str] = ()
    length: int = 0


def read_head(lines: Sequence[str]) -> Head:
    """Return the head of `lines`; where none is surely of a page, at most the first is taken, as the title."""
    rows = _rows(lines)
    kinds = {row: kind_of(lines[row]) for row in rows}
    if all(kind is Kind.UNSURE for kind in kinds.values()):
        title = title_alone(lines)
        return Head(title, length=1) if title else Head()
    unsure = [row for row in rows if kinds[row] is Kind.UNSURE]
    title = find_title([lines[row] for row in unsure])
    if title is None:
        return _without_title(lines, kinds)
    last = _last(lines, kinds, title)
    authors = find_authors([lines[row] for row in rows if simple(lines[row])], title)
    published = find_published([lines[row] for row in rows if kinds[row] in (Kind.DATE, Kind.BYLINE)])
    above = [lines[row] for row in unsure if row <= last]
    kept = [line for line in above if line not in authors and not line.startswith(title) and _says_something(line)]
    return Head(title, authors, published, kept, last + 1)


def _rows(lines: Sequence[str]) -> list[int]:
    """Return the numbers of the lines above the first paragraph, blank ones left out; a deck is passed over."""
    rows: list[int] = []
    above_deck: list[int] = []
    filled = [row for row, line in enumerate(lines) if line]
    for place, row in enumerate(filled[: _MOST_LINES + 1]):
        if is_paragraph(lines[row]):
            below = [lines[next_row] for next_row in filled[place + 1 : place + 1 + _LOOK_AHEAD]]
            if above_deck or not _goes_on(below):
                return rows
            above_deck = list(rows)
        rows.append(row)
    return above_deck


def _goes_on(below: list[str]) -> bool:
    """Whether a head goes on below its deck: with a byline, or with two sure lines before the next paragraph."""
    lines = list(takewhile(lambda line: not is_paragraph(line), below))
    kinds = [kind_of(line) for line in lines]
    return kinds[:1] == [Kind.BYLINE] or len(kinds) - kinds.count(Kind.UNSURE) > 1


def _without_title(lines: Sequence[str], kinds: dict[int, Kind]) -> Head:
    """Return a head whose title holds a date, if there is one; else only the chrome above all is taken away."""
    title = title_alone(lines)
    if title and len(simple(split_date(title)[1]).split()) > 2:
        return Head(title, length=1)
    length = next((row for row, kind in kinds.items() if kind is not Kind.CHROME), max(kinds) + 1)
    return Head(length=length, published=find_published([lines[row] for row in kinds]))


def _last(lines: Sequence[str], kinds: dict[int, Kind], title: str) -> int:
    """Return the last line of the head: the last sure one, or the title or a repeated name below it."""
    last = max(row for row, kind in kinds.items() if kind is not Kind.UNSURE)
    seen: set[str] = set()
    for row in kinds:
        if row > last and (lines[row] == title or (lines[row] in seen and is_name(lines[row]))):
            last = row
        seen.add(lines[row])
    return last


def _says_something(line: str) -> bool:
    """Whether a line that may be of the article is more than a section or a role."""
    return is_sentence(line) or (len(simple(line).split()) > _FEW_WORDS and not is_role(line))
