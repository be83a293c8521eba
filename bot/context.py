"""A quote -> what stands before and after it, as Telegram HTML."""

from __future__ import annotations

from html import escape

from bot.fitting import cut, head, tail, units
from bot.messages import MESSAGE_UNITS, SOURCE_UNITS, source_line
from bot.quotes import Quote


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


def _excerpt(quote: Quote, window: tuple[int, int], following: str = "") -> str:
    """Return the window's text with the quote in bold, and the source; what does not fit is cut, the quote last."""
    text = quote.article.read(quote.field)
    room = MESSAGE_UNITS - SOURCE_UNITS - 2
    bold = cut(quote.text, room)
    room -= units(bold)
    before, after = text[window[0] : quote.start], text[quote.end : window[1]] + following
    if bold != quote.text:
        before = after = ""
    before = tail(before, max(room // 2, room - units(after)))
    after = head(after, room - units(before))
    body = f"{escape(before, quote=False)}<b>{escape(bold, quote=False)}</b>{escape(after, quote=False)}"
    return f"{body}\n\n{source_line(quote.article, quote)}"


def _paragraph_start(text: str, separator: str, position: int) -> int:
    """Return where the paragraph at `position` begins; the text's beginning for positions before it."""
    found = text.rfind(separator, 0, max(position, 0))
    return 0 if found < 0 else found + len(separator)


def _paragraph_end(text: str, separator: str, position: int) -> int:
    """Return where the paragraph at `position` ends; the text's end for positions after it."""
    found = text.find(separator, position)
    return len(text) if found < 0 else found
