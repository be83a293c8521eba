"""Lines over two axes, drawn as SVG to stand within a page of HTML.

Colours come from the page, so that they follow its light or dark scheme: the classes `line-0`, `line-1`, ...,
`rule` and `tick`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

_WIDTH, _HEIGHT = 360, 240
_LEFT, _RIGHT, _TOP, _BOTTOM = 38, 14, 12, 38


@dataclass(frozen=True, slots=True)
class Point:
    """A point of a line; one with a label is marked."""

    x: float
    y: float
    label: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """Points joined in their order, and what they show."""

    name: str
    points: Sequence[Point]


@dataclass(frozen=True, slots=True)
class Axis:
    """What is shown along one side, and the numbers written there; the first and the last are its ends."""

    label: str
    ticks: Sequence[float]

    def share(self, value: float) -> float:
        """Return how far along the axis a value lies, 0 to 1."""
        return (value - self.ticks[0]) / (self.ticks[-1] - self.ticks[0])


def chart(x: Axis, y: Axis, lines: Sequence[Line]) -> str:
    """Return the lines as an SVG element, with a grid, and the names of the lines below it."""
    rules = "".join([_column(x, tick) for tick in x.ticks] + [_row(y, tick) for tick in y.ticks])
    drawn = "".join(_line(number, line, x, y) for number, line in enumerate(lines))
    names = ", ".join(line.name for line in lines)
    keys = "".join(f'<span class="key key-{number}">{escape(line.name)}</span> ' for number, line in enumerate(lines))
    return (
        f'<svg viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" aria-label="{escape(f"{names}: {y.label} by {x.label}")}">'
        f'{rules}<text class="tick" x="{_across(0.5):.1f}" y="{_HEIGHT - 6}" text-anchor="middle">{escape(x.label)}'
        f'</text><text class="tick" x="12" y="{_down(0.5):.1f}" text-anchor="middle" '
        f'transform="rotate(-90 12 {_down(0.5):.1f})">{escape(y.label)}</text>{drawn}</svg><p class="keys">{keys}</p>'
    )


def _line(number: int, line: Line, x: Axis, y: Axis) -> str:
    places = [(_across(x.share(point.x)), _down(y.share(point.y)), point.label) for point in line.points]
    path = " ".join(f"{across:.1f},{down:.1f}" for across, down, _ in places)
    marks = "".join(_mark(*place) for place in places if place[2])
    return f'<g class="line-{number}"><polyline points="{path}"/>{marks}</g>'


def _mark(across: float, down: float, label: str) -> str:
    """Return a dot with its label above it, or where the plot ends at its side or below it."""
    near_left, near_right = across < _across(0.15), across > _across(0.85)
    anchor = "start" if near_left else "end" if near_right else "middle"
    aside = 6 if near_left else -6 if near_right else 0
    below = 15 if down < _TOP + 16 else -7
    return (
        f'<circle cx="{across:.1f}" cy="{down:.1f}" r="3"/><text x="{across + aside:.1f}" y="{down + below:.1f}" '
        f'text-anchor="{anchor}">{escape(label)}</text>'
    )


def _column(x: Axis, tick: float) -> str:
    across = _across(x.share(tick))
    return (
        f'<path class="rule" d="M{across:.1f} {_TOP}V{_HEIGHT - _BOTTOM}"/>'
        f'<text class="tick" x="{across:.1f}" y="{_HEIGHT - _BOTTOM + 14}" text-anchor="middle">{tick:g}</text>'
    )


def _row(y: Axis, tick: float) -> str:
    down = _down(y.share(tick))
    return (
        f'<path class="rule" d="M{_LEFT} {down:.1f}H{_WIDTH - _RIGHT}"/>'
        f'<text class="tick" x="{_LEFT - 5}" y="{down + 4:.1f}" text-anchor="end">{tick:g}</text>'
    )


def _across(share: float) -> float:
    """Return the place of a share of the x axis, from the left."""
    return _LEFT + share * (_WIDTH - _LEFT - _RIGHT)


def _down(share: float) -> float:
    """Return the place of a share of the y axis, from the top."""
    return _HEIGHT - _BOTTOM - share * (_HEIGHT - _TOP - _BOTTOM)
