"""The lines that run along at the top and the foot of all pages: their headers, footers and numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from index.loading.pdf_lines import Line

_EDGE = 3  # lines at the top and as many at the foot, among which they are
_OFTEN = 3  # so many pages have the same line, or two of a text with few: each chapter may have its own
_FEW = 4  # pages
_BAND = 4.0  # points within which the same line stands on another page
_NUMBERS = re.compile(r"\d+")
_ONLY_NUMBERED = re.compile(r"[^\w#]*#(?:[^\w#]{1,3}#)?[^\w#]*")
_FIRST_NUMBER = re.compile(r"[-–—\s]*(?:page\s*)?1(?:\s*(?:/|of)\s*1)?[-–—\s]*", re.IGNORECASE)


def without_running_lines(pages: Sequence[list[Line]]) -> list[Line]:
    """Return the lines of all pages without those that come again at the same height, and without page numbers."""
    edges = [_edges(lines) for lines in pages]
    counted = Counter(key for lines in edges for key in {key for line in lines for key in _keys(line)})
    least = _OFTEN if len(pages) > _FEW else 2
    running = {line for lines in edges for line in lines if any(counted[key] >= least for key in _keys(line))}
    alone = edges[0] if len(pages) == 1 else []
    numbers = {line for line in alone if _FIRST_NUMBER.fullmatch(line.text)}
    return [line for lines in pages for line in lines if line not in running | numbers]


def _edges(lines: list[Line]) -> list[Line]:
    """Return the highest and the lowest lines of a page, in whatever order they are drawn."""
    heights = sorted({line.y for line in lines})
    outer = {*heights[:_EDGE], *heights[-_EDGE:]}
    return [line for line in lines if line.y in outer]


def _keys(line: Line) -> list[tuple[str, int]]:
    """Return what a line has in common with the same one on other pages; nothing for a row of numbers."""
    text = _NUMBERS.sub("#", line.text.casefold())
    if not _ONLY_NUMBERED.fullmatch(text) and not any(map(str.isalpha, text)):
        return []
    # In two bands that overlap, so that no border lies between two lines that are hardly apart.
    return [(text, round(line.y / _BAND) * 2), (text, round(line.y / _BAND + 0.5) * 2 + 1)]
