"""Records -> Telegram HTML that fits into one message. Pure: nothing is sent from here.

Lengths are UTF-16 units after entity parsing, as Telegram counts them.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from bot import texts
from bot.fitting import cut, head, shorten, tail, units
from index import Answer, Article, Candidate
from index.records import Field, day

MESSAGE_UNITS = 4096
TITLE_UNITS = 300
PUBLISHER_UNITS = 100
PASSAGE_UNITS = 700
# So many fit into one message together with their sources.
PASSAGES_A_PAGE = 3
SOURCES_A_PAGE = 8
LINK_BYTES = 1500  # as HTML; eight longer ones would not fit into the 32,768 bytes that Telegram parses


@dataclass(frozen=True, slots=True)
class Quote:
    """The sentences that answer: `article.read(field)[start:end]`."""

    article: Article
    field: Field
    start: int
    end: int

    @property
    def text(self) -> str:
        """The sentences themselves."""
        return self.article.read(self.field)[self.start : self.end]

    @property
    def checksum(self) -> str:
        """8 hexadecimal digits that differ once the article has another text here."""
        return f"{zlib.crc32(self.text.encode()):08x}"


def quote_of(answer: Answer) -> Quote | None:
    """Return where the answer's quote stands, or None unless every word of it stands in the article."""
    if answer.article is None or answer.field is None or answer.start is None or answer.end is None:
        return None
    source = answer.article.read(answer.field)
    quote = answer.quote or ""
    start = source.find(quote, max(0, answer.end - len(quote)))
    if source[answer.start : answer.end] != answer.answer or not answer.answer or not 0 <= start <= answer.start:
        return None
    return Quote(answer.article, answer.field, start, start + len(quote))


def shown_passage(quote: Quote, candidates: Sequence[Candidate]) -> Candidate | None:
    """Return the best of the candidates that holds the whole quote, None where none does."""
    for candidate in candidates:
        passage = candidate.passage
        same = candidate.article.id == quote.article.id and passage.field == quote.field
        if same and passage.start <= quote.start and quote.end <= passage.end:
            return candidate
    return None


def answer_message(quote: Quote, shown: Candidate | None) -> str:
    """Return the passage with the quote in bold, and its source."""
    window = (shown.passage.start, shown.passage.end) if shown else (quote.start, quote.end)
    return _excerpt(quote, window, also=_also(shown) if shown else "")


def context_message(quote: Quote) -> str:
    """Return the paragraph that holds the quote, in bold, with those before and after it, and the source.

    What follows the header is the first paragraph of the text.
    """
    text = quote.article.read(quote.field)
    separator = "\n\n" if "\n\n" in quote.article.text else "\n"
    if quote.field == "header":
        return _excerpt(quote, (0, len(text)), following=f"\n\n{quote.article.text.partition(separator)[0]}")
    start = _paragraph_start(text, separator, _paragraph_start(text, separator, quote.start) - len(separator))
    end = _paragraph_end(text, separator, _paragraph_end(text, separator, quote.end) + len(separator))
    return _excerpt(quote, (start, end))


def passages_message(heading: str, candidates: Sequence[Candidate]) -> str:
    """Return up to three passages, each with its source, under a heading."""
    parts = [escape(heading, quote=False)]
    for candidate in candidates:
        text = escape(shorten(candidate.passage.text, PASSAGE_UNITS), quote=False)
        parts.append(f"{text}\n— {source_line(candidate.article)}{_also(candidate)}")
    return "\n\n".join(parts)


def sources_message(heading: str, articles: Sequence[Article]) -> str:
    """Return up to eight articles under a heading."""
    return "\n\n".join([escape(heading, quote=False), *map(source_line, articles)])


def source_line(article: Article) -> str:
    """Return title, day and publisher as HTML, the title as a link where there is a URL; at most 430 units."""
    title = escape(cut(article.title or texts.UNTITLED, TITLE_UNITS), quote=False)
    address = escape(article.url or "")
    if address and len(address.encode()) <= LINK_BYTES:
        title = f'<a href="{address}">{title}</a>'
    date = day(article.published) if article.published else None
    publisher = escape(cut(article.publisher, PUBLISHER_UNITS), quote=False) if article.publisher else None
    return ", ".join(part for part in (title, date, publisher) if part)


def _also(candidate: Candidate) -> str:
    """Return the end of a source line that says how many other articles have the passage, empty where none has."""
    return f"; {texts.also_in(len(candidate.also))}" if candidate.also else ""


def _excerpt(quote: Quote, window: tuple[int, int], following: str = "", also: str = "") -> str:
    """Return the window's text with the quote in bold, and the source; what does not fit is cut, the quote last."""
    text = quote.article.read(quote.field)
    room = MESSAGE_UNITS - _SOURCE_UNITS - 2
    bold = cut(quote.text, room)
    room -= units(bold)
    before, after = text[window[0] : quote.start], text[quote.end : window[1]] + following
    if bold != quote.text:
        before = after = ""
    before = tail(before, max(room // 2, room - units(after)))
    after = head(after, room - units(before))
    body = f"{escape(before, quote=False)}<b>{escape(bold, quote=False)}</b>{escape(after, quote=False)}"
    return f"{body}\n\n{source_line(quote.article)}{also}"


_SOURCE_UNITS = TITLE_UNITS + PUBLISHER_UNITS + 60  # 60: the day, the commas, and in how many other articles


def _paragraph_start(text: str, separator: str, position: int) -> int:
    """Return where the paragraph at `position` begins; the text's beginning for positions before it."""
    found = text.rfind(separator, 0, max(position, 0))
    return 0 if found < 0 else found + len(separator)


def _paragraph_end(text: str, separator: str, position: int) -> int:
    """Return where the paragraph at `position` ends; the text's end for positions after it."""
    found = text.find(separator, position)
    return len(text) if found < 0 else found
