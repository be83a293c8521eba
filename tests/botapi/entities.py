"""The formatted parts of a text, and how Telegram sorts out parts that touch, nest or cross."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

SPLITTABLE = {"bold", "italic", "underline", "strikethrough", "spoiler"}
_QUOTES = {"blockquote", "expandable_blockquote"}
_VERBATIM = {"code", "pre"}
_FIRST = ("blockquote", "expandable_blockquote", "pre", "code", "text_link", "bold", "italic", "underline")


@dataclass(frozen=True, slots=True)
class Span:
    """A part of a text from code point `start` to `end`; `extra` is the link's URL, the code's language and so on."""

    type: str
    start: int
    end: int
    extra: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Entity:
    """A part of a text as the Bot API tells of it: offset and length count UTF-16 code units."""

    type: str
    offset: int
    length: int
    url: str | None = None
    language: str | None = None
    custom_emoji_id: str | None = None

    def __repr__(self) -> str:
        """Show only the fields that are of this type."""
        return f"Entity({', '.join(f'{name}={value!r}' for name, value in self.as_json().items())})"

    def as_json(self) -> dict[str, Any]:
        """Return the entity without the fields that are not of its type."""
        fields = {name: getattr(self, name) for name in self.__slots__}
        return {name: value for name, value in fields.items() if value is not None}


def units(text: str) -> int:
    """Return how many UTF-16 code units the text takes."""
    return len(text) + sum(char > "\uffff" for char in text)


def part(text: str, entity: Entity) -> str:
    """Return the part of the text that the entity covers."""
    coded = text.encode("utf-16-le", "surrogatepass")
    return coded[2 * entity.offset : 2 * (entity.offset + entity.length)].decode("utf-16-le", "surrogatepass")


def runs(entities: Iterable[Entity], kind: str) -> list[Entity]:
    """Return the entities of this kind; those that touch are one."""
    found: list[Entity] = []
    for one in entities:
        if one.type != kind:
            continue
        if found and found[-1].offset + found[-1].length == one.offset:
            one = Entity(kind, found[-1].offset, found.pop().length + one.length)
        found.append(one)
    return found


def entity(text: str, span: Span) -> Entity:
    """Count the span of the text in UTF-16 code units."""
    return Entity(span.type, units(text[: span.start]), units(text[span.start : span.end]), **dict(span.extra))


def arranged(given: Iterable[Span]) -> list[Span]:
    """Return the spans as Telegram keeps them: no crossing links, no markup in code, styles joined and cut."""
    spans = list(given)
    kept = _outermost(span for span in spans if span.type not in SPLITTABLE | _QUOTES)
    quotes = _outermost(span for span in spans if span.type in _QUOTES)
    solid = [span for span in kept if not any(_cut_by(span, quote) for quote in quotes)] + quotes
    runs = _joined(span for span in spans if span.type in SPLITTABLE)
    cuts = {edge for span in solid for edge in (span.start, span.end)} | {run.start for run in runs}
    pieces = [piece for run in runs for piece in _pieces(run, cuts)]
    verbatim = [span for span in solid if span.type in _VERBATIM]
    pieces = [piece for piece in pieces if not any(code.start <= piece.start < code.end for code in verbatim)]
    return sorted(solid + pieces, key=_order)


def _order(span: Span) -> tuple[int, int, int]:
    return span.start, -span.end, _FIRST.index(span.type) if span.type in _FIRST else len(_FIRST)


def _outermost(spans: Iterable[Span]) -> list[Span]:
    kept: list[Span] = []
    for span in sorted(spans, key=_order):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return kept


def _cut_by(span: Span, quote: Span) -> bool:
    apart = span.end <= quote.start or quote.end <= span.start
    return not apart and not (quote.start <= span.start and span.end <= quote.end)


def _joined(spans: Iterable[Span]) -> list[Span]:
    runs: dict[str, list[Span]] = {}
    for span in sorted(spans, key=_order):
        same = runs.setdefault(span.type, [])
        if same and span.start <= same[-1].end:
            same[-1] = replace(same[-1], end=max(same[-1].end, span.end))
        else:
            same.append(span)
    return [run for same in runs.values() for run in same]


def _pieces(run: Span, cuts: set[int]) -> list[Span]:
    edges = [run.start, *sorted(cut for cut in cuts if run.start < cut < run.end), run.end]
    return [replace(run, start=start, end=end) for start, end in pairwise(edges)]
