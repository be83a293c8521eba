"""The lines of a PDF -> its paragraphs, by what shows where one ends: gaps, sizes, indentation, lines left short."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from index.loading.hyphens import joined, words_of
from index.loading.pdf_lines import Line
from index.loading.prose import is_sentence
from index.loading.wrapping import goes_on, is_full

_GAP = 1.3  # times the usual distance of two lines: there is a blank between them
_INDENTED = 0.8  # of a letter's height
_OTHER_SIZE = 0.15  # by which the letters of a heading or a note differ at least
_HEADING = 1.2  # times the size of the text
_WIDTH = 0.85  # of the longest lines, in letters: a line that would be no longer with the next word is left short
_INITIAL = 1.8  # times the size of the text: a first letter over several lines
_ITEM = re.compile(r"(?:[-–—*•⁃■□▪▫▶►◆○●◦➢]|\(?(?:\d{1,3}|[a-z])[.)])\s+\S")
# Hebrew, Arabic and their like are drawn from the right: where a line of them begins is not known.
_FROM_RIGHT = re.compile("[\u0590-\u08ff]")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, heading or item of a list, on one line."""

    text: str
    page: int
    size: float

    @property
    def is_item(self) -> bool:
        """Whether it is an item of a list."""
        return bool(_ITEM.match(self.text))


def paragraphs(lines: Sequence[Line]) -> list[Paragraph]:
    """Return the paragraphs that `lines` make, words broken at their ends put together."""
    return _Page(lines).paragraphs() if lines else []


def heading(found: Sequence[Paragraph]) -> str | None:
    """Return what stands on the first page in the largest letters, if they are much larger than those of the text."""
    first = [one for one in found if one.page == 0]
    if not first:
        return None
    sizes: Counter[float] = Counter()
    for one in found:
        sizes[one.size] += len(one.text)
    largest = max(first, key=lambda one: one.size)
    is_heading = largest.size >= _HEADING * sizes.most_common(1)[0][0] and any(map(str.isalpha, largest.text))
    return largest.text if is_heading and not is_sentence(largest.text) else None


class _Page:
    """The lines of a document, with what is usual among them."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines
        sizes: Counter[float] = Counter()
        lengths = defaultdict(list)
        gaps = defaultdict(list)
        for line in lines:
            sizes[line.size] += len(line.text)
            lengths[line.size].append(len(line.text))
        for line, following in pairwise(lines):
            if _is_below(line, following) and line.size == following.size:
                gaps[line.size].append(line.y - following.y)
        self._text_size = sizes.most_common(1)[0][0]
        self._gaps = {size: median(found) for size, found in gaps.items()}
        # The longest of all may hold narrow letters only: one in ten is longer than this.
        self._widths = {size: sorted(found)[len(found) * 9 // 10] for size, found in lengths.items()}

    def paragraphs(self) -> list[Paragraph]:
        """Return the paragraphs."""
        blocks = [[self._lines[0]]]
        for row in range(1, len(self._lines)):
            if self._goes_on(row):
                blocks[-1].append(self._lines[row])
            else:
                blocks.append([self._lines[row]])
        words = words_of(line.text for line in self._lines)
        return [
            Paragraph(joined([line.text for line in block], words), block[0].page, block[-1].size) for block in blocks
        ]

    def _goes_on(self, row: int) -> bool:
        """Whether the paragraph of the line before goes on in that of this row."""
        line, following = self._lines[row - 1], self._lines[row]
        if _is_below(line, following) and len(line.text) == 1 and line.size > _INITIAL * following.size:
            return True
        same_size = abs(line.size - following.size) <= _OTHER_SIZE * self._text_size
        if not same_size or line.bold != following.bold or _ITEM.match(following.text):
            return False
        if not _is_below(line, following):
            return self._goes_on_elsewhere(line, following)
        usual = self._gaps.get(line.size) or self._gaps.get(following.size) or line.size * 1.2
        if line.y - following.y > _GAP * usual:
            return False
        if line.size > _HEADING * self._text_size:
            return True
        if self._is_indented(row):
            return False
        if self._is_full(line, following) or (line.text.endswith("-") and goes_on(line.text, following.text)):
            return True
        # Letters differ in width: a line of capitals is left short only in number.
        unfinished = goes_on(line.text, following.text) or line.text.endswith(",")
        return unfinished and 2 * len(line.text) >= self._widths[line.size]

    def _goes_on_elsewhere(self, line: Line, following: Line) -> bool:
        """Whether a sentence goes on in the next column or on the next page."""
        if is_sentence(line.text):
            return False
        return goes_on(line.text, following.text) or self._is_full(line, following)

    def _is_indented(self, row: int) -> bool:
        """Whether a line begins further right than the one before, which may be the last of its paragraph."""
        line, following = self._lines[row - 1], self._lines[row]
        if _FROM_RIGHT.search(following.text) or _ITEM.match(line.text):
            return False
        ended = is_sentence(line.text) or not self._is_full(line, following)
        return ended and following.x > line.x + _INDENTED * following.size

    def _is_full(self, line: Line, following: Line) -> bool:
        """Whether the first word of the following line would have had no place in this one any more."""
        return is_full(line.text, following.text, _WIDTH * self._widths[line.size])


def _is_below(line: Line, following: Line) -> bool:
    """Whether a line stands on the same page, below the other: not at the top of a column or a page."""
    return line.page == following.page and following.y < line.y
