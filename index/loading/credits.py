"""Who wrote it and when: what the lines around a title say."""

from __future__ import annotations

from collections.abc import Sequence

from index.loading.bylines import byline, is_role, split_authors
from index.loading.dates import split_date
from index.loading.head_lines import Kind, kind_of
from index.loading.prose import is_name

_UPDATES = ("updat", "last updat", "last modif", "обновл", "güncelle", "yenilən")


def find_authors(lines: Sequence[str], title: str) -> tuple[str, ...]:
    """Return the authors: those of bylines, else the names below the title that are repeated or by a role or date."""
    if given := [name for line in lines for name in byline(line)]:
        return tuple(dict.fromkeys(given))
    found: list[str] = []
    below = False
    # From the bottom up, since the names of several authors stand in a row above the date or the role.
    for place in range(len(lines) - 1, lines.index(title), -1):
        line, around = lines[place], lines[place - 1 : place + 2]
        names = split_authors(line) if line != title else ()
        role = is_role(line) or is_role(around[-1])
        signed = below or role or lines.count(line) > 1 or Kind.DATE in map(kind_of, around)
        below = bool(names) and all(map(is_name, names)) and signed
        found = [*names, *found] if below else found
    return tuple(dict.fromkeys(found))


def find_published(lines: Sequence[str]) -> str | None:
    """Return the first date in `lines` that is not that of an update; None where they hold none."""
    first = sorted(lines, key=lambda line: line.casefold().startswith(_UPDATES))
    return next((date for date, _ in map(split_date, first) if date), None)
