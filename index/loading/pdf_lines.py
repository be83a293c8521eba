"""The pages of a PDF -> their lines, each with its place and its size."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:  # it takes a while to import, and only the process that reads a PDF needs it
    from pypdf import PageObject

# Letters as they are drawn: "fi" as one sign, each Arabic letter in its four forms.
_DRAWN = re.compile("[\ufb00-\ufdff\ufe70-\ufefc]+")
_BOLD = re.compile(r"bold|black|heavy|medi$|cmbx", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page: where it begins, in points from the lower left corner, and the size of most of its letters."""

    text: str
    page: int
    x: float
    y: float
    size: float
    bold: bool = False


@dataclass(slots=True)
class _Drawing:
    """A line while it is drawn, piece by piece."""

    pieces: list[str] = field(default_factory=list)
    places: list[tuple[float, float]] = field(default_factory=list)
    sizes: Counter[float] = field(default_factory=Counter)
    bold: bool = True


def lines_of(page: PageObject, number: int) -> list[Line]:
    """Return the lines of a page in the order in which they are drawn, which is that of reading."""
    lines: list[Line] = []
    drawing = _Drawing()

    def draw(text: str, outer: list[float], inner: list[float], font: Any, size: float) -> None:
        nonlocal drawing
        if text.strip():
            x, y, scale = _place(inner, outer)
            drawing.places.append((x, y))
            drawing.sizes[round(size * scale, 1)] += len(text)
            drawing.bold &= bool(font and _BOLD.search(str(font.get("/BaseFont"))))
        drawing.pieces.append(text)
        if text.endswith("\n"):
            lines.extend(_line(drawing, number))
            drawing = _Drawing()

    page.extract_text(visitor_text=draw)
    return [*lines, *_line(drawing, number)]


def _place(inner: Sequence[float], outer: Sequence[float]) -> tuple[float, float, float]:
    """Return where text is drawn, and how much larger than its font says (PDF 32000-1, section 9.4.4)."""
    x = inner[4] * outer[0] + inner[5] * outer[2] + outer[4]
    y = inner[4] * outer[1] + inner[5] * outer[3] + outer[5]
    across = inner[2] * outer[0] + inner[3] * outer[2]
    up = inner[2] * outer[1] + inner[3] * outer[3]
    return x, y, (across * across + up * up) ** 0.5


def _line(drawing: _Drawing, number: int) -> list[Line]:
    """Return the line that was drawn, if anything was."""
    text = " ".join("".join(drawing.pieces).split())
    if not text or not drawing.places:
        return []
    written = _DRAWN.sub(lambda found: unicodedata.normalize("NFKC", found[0]), text)
    x, (_, y) = min(x for x, _ in drawing.places), drawing.places[0]
    return [Line(written, number, x, y, drawing.sizes.most_common(1)[0][0], drawing.bold)]
