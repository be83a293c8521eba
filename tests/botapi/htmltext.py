"""Telegram's HTML, read into plain text and its formatted parts as Telegram's own parser reads it."""

from __future__ import annotations

import re
from dataclasses import replace

from .entities import Span
from .links import checked_link
from .tags import END, TAGS, ParseError, Tag, byte_offset, read_start_tag, skip_blanks, tag_name, unescaped

_SURROGATE = re.compile("[\ud800-\udfff]")


def parse_html(source: str) -> tuple[str, list[Span]]:
    """Return the plain text and the spans of it, innermost first; raises ParseError with Telegram's words."""
    reader = _Reader(source)
    while (tag := source.find("<", reader.at)) >= 0:
        reader.text_until(tag)
        if source.startswith("</", tag):
            reader.end_tag()
        else:
            reader.start_tag()
    reader.text_until(len(source))
    if reader.open:
        raise ParseError(f'Can\'t find end tag corresponding to start tag "{reader.open[-1][0].name}"')
    if _SURROGATE.search(reader.text):
        raise ParseError(
            "Text contains invalid Unicode characters after decoding HTML entities, check for unmatched "
            "surrogate code units"
        )
    return reader.text, [replace(span, extra=()) if span.type == "code" else span for span in reader.spans]


class _Reader:
    def __init__(self, source: str) -> None:
        self.source = source + END
        self.at = 0
        self.text = ""
        self.open: list[tuple[Tag, int]] = []
        self.spans: list[Span] = []

    def text_until(self, end: int) -> None:
        self.text += unescaped(self.source[self.at : end])
        self.at = end

    def start_tag(self) -> None:
        tag, end = read_start_tag(self.source, self.at, self._where())
        self.open.append((tag, len(self.text)))
        self.at = end + 1

    def end_tag(self) -> None:
        where = self._where()
        if not self.open:
            raise ParseError(f"Unexpected end tag {where}")
        found, end = tag_name(self.source, self.at + 2)
        end = skip_blanks(self.source, end)
        if self.source[end] != ">":
            raise ParseError(f"Unclosed end tag {where}")
        tag, start = self.open.pop()
        if found and found != tag.name:
            raise ParseError(f'Unmatched end tag {where}, expected "</{tag.name}>", found "</{found}>"')
        if start < len(self.text):
            self._close(tag, start)
        self.at = end + 1

    def _close(self, tag: Tag, start: int) -> None:
        end = len(self.text)
        if tag.name == "a":
            url = checked_link(tag.argument or self.text[start:])
            self.spans += [Span("text_link", start, end, (("url", url),))] if url else []
        elif tag.name == "tg-emoji":
            if not re.fullmatch(r"-?0*[1-9][0-9]{0,18}", tag.argument):
                raise ParseError("Invalid custom emoji identifier specified")
            self.spans.append(Span("custom_emoji", start, end, (("custom_emoji_id", tag.argument),)))
        elif tag.name in ("pre", "code"):
            self._close_code(tag, start, end)
        else:
            kind = "expandable_blockquote" if tag.name == "blockquote" and tag.argument else TAGS[tag.name]
            self.spans.append(Span(kind, start, end))

    def _close_code(self, tag: Tag, start: int, end: int) -> None:
        language = (("language", tag.argument),) if tag.argument else ()
        inner = self.spans[-1] if self.spans else None
        pair = inner and (inner.start, inner.end) == (start, end) and {inner.type, tag.name} == {"pre", "code"}
        if inner and pair and (language or inner.extra):
            self.spans[-1] = Span("pre", start, end, language or inner.extra)
        else:
            self.spans.append(Span(tag.name, start, end, language))

    def _where(self) -> str:
        return f"at byte offset {byte_offset(self.source, self.at)}"
