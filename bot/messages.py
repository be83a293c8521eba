"""Records -> Telegram HTML that fits into one message. Pure: nothing is sent from here.

Lengths are UTF-16 units after entity parsing, as Telegram counts them.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from bot import texts
from bot.fitting import cut, shorten, units
from bot.fragments import address_of
from bot.languages import day, isolated, listed
from bot.quotes import Quote
from bot.source_texts import updated_on
from index import Article, Candidate
from index.captions import NAMED, headline, outlets

MESSAGE_UNITS = 4096
TITLE_UNITS = 300
PUBLISHER_UNITS = 100
PASSAGE_UNITS = 700
# So many fit into one message together with their sources.
PASSAGES_A_PAGE = 3
SOURCES_A_PAGE = 8
OUTLET_UNITS = 30
ALSO_UNITS = NAMED * (OUTLET_UNITS + 4) + 68  # 68: "also in", "and", and how many others
SOURCE_UNITS = TITLE_UNITS + PUBLISHER_UNITS + 80 + ALSO_UNITS  # 80: the days and the commas
UNDERSTOOD_UNITS = 400
LINK_BYTES = 1500  # as HTML; eight longer ones would not fit into the 32,768 bytes that Telegram parses


def answer_message(
    question: str, quote: Quote, shown: Candidate | None, rival: Quote | None = None, preface: str | None = None
) -> str:
    """Return the answer in bold, its sentences and its source; then a rival that another article gives.

    `shown` is the passage that holds the quote, `preface` a line that comes first, as HTML. What does not fit is cut,
    the rival first.
    """
    room = MESSAGE_UNITS - SOURCE_UNITS - 2 - (UNDERSTOOD_UNITS + 2 if preface else 0)
    said = _said(question, quote, room)
    parts = [
        *([preface] if preface else []),
        *_html(said),
        source_line(quote.article, quote) + (_also(shown, quote) if shown else ""),
    ]
    if rival:
        room -= units("\n\n".join(said)) + SOURCE_UNITS + units(texts.ANOTHER_ARTICLE()) + 6
        if units(rival.answer) <= room:
            other = _html(_said(question, rival, room))
            parts += [texts.ANOTHER_ARTICLE(), *other, source_line(rival.article, rival)]
    return "\n\n".join(parts)


def understood_line(question: str) -> str:
    """Return as HTML how a follow-up was understood; at most UNDERSTOOD_UNITS."""
    return escape(cut(texts.understood_as(question), UNDERSTOOD_UNITS), quote=False)


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


def source_line(article: Article, quote: Quote | None = None) -> str:
    """Return title, day and publisher as HTML, and when the article was corrected; at most 480 units.

    Where there is a URL, the title is a link, to the sentences of the quote where there is one.
    """
    title = _within(article.title, TITLE_UNITS) or escape(texts.UNTITLED(), quote=False)
    address = _address(article.url or "", quote.text if quote and quote.field == "text" else "")
    if address:
        title = f'<a href="{address}">{title}</a>'
    date = day(article.published) if article.published else None
    updated = escape(updated_on(article.updated), quote=False) if article.updated else None
    publisher = _within(article.publisher, PUBLISHER_UNITS)
    return ", ".join(part for part in (title, date, updated, publisher) if part)


def _within(text: str | None, limit: int) -> str:
    """Return what stands in a line besides others as HTML, empty where there is none."""
    return escape(isolated(cut(text, limit)), quote=False) if text else ""


def _address(url: str, sentences: str) -> str:
    """Return the address as HTML, leading to the sentences where they fit; empty where even the URL does not."""
    addresses = [escape(address) for address in (address_of(sentences, url), url) if url]
    return next((address for address in addresses if len(address.encode()) <= LINK_BYTES), "")


def _said(question: str, quote: Quote, room: int) -> list[str]:
    """Return what is bold, and the sentences around it where these are more, in at most `room` units together."""
    if headline(question, quote.answer, quote.text) is None and units(quote.text) <= room:
        return [quote.text]
    words = quote.answer or quote.text
    bold = cut(words, room)
    left = room - units(bold) - 2
    return [bold, shorten(quote.text, left)] if bold == words and left >= 2 else [bold]


def _html(said: list[str]) -> list[str]:
    """Return the parts of an answer as HTML, the first in bold."""
    bold, *others = (escape(part, quote=False) for part in said)
    return [f"<b>{bold}</b>", *others]


def _also(candidate: Candidate, quote: Quote | None = None) -> str:
    """Return the end of a source line that names others that have the passage, or the quote; empty where none has."""
    found = outlets(candidate.also, candidate.article)
    named = [_outlet(name, article, quote) for name, article in list(found.items())[:NAMED]]
    if len(found) > NAMED:
        named.append(escape(texts.others(len(found) - NAMED), quote=False))
    return f"; {escape(texts.ALSO_IN(), quote=False)} {listed(named)}" if named else ""


def _outlet(name: str, article: Article, quote: Quote | None) -> str:
    """Return the name of where an article stands, a link where there is a URL."""
    address = _address(article.url or "", quote.text if quote else "")
    shown = _within(name, OUTLET_UNITS)
    return f'<a href="{address}">{shown}</a>' if address else shown
