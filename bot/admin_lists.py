"""The articles as admins see them, page by page: with their ids, and a button each to take them out."""

from __future__ import annotations

from html import escape
from itertools import count

from bot import admin_texts, keyboards, texts
from bot.receipt_messages import entry
from bot.sending import Page
from index import Article, ArticleIndex

A_PAGE = 8
_AT_ONCE = 500  # articles read together, so that not all texts are in memory


def articles_page(index: ArticleIndex, words: str, number: int, page: int) -> Page:
    """Return a page of the articles that have all `words` in their titles, newest first.

    `number` recalls the words, and is 0 where there are none. Pages count from 1; beyond the last stands the last.
    """
    if words:
        found = _titled(index, words)
        total = len(found)
    else:
        total = index.stats().articles
    if not total:
        return Page(escape(admin_texts.none_found(words) if words else texts.NO_SOURCES(), quote=False))
    last = -(-total // A_PAGE)
    page = min(page, last)
    start = (page - 1) * A_PAGE
    shown = found[start : start + A_PAGE] if words else index.articles(limit=A_PAGE, offset=start)
    heading = admin_texts.found(words, total, page, last) if words else texts.sources(total, page, last)
    entries = [f"{place}. {entry(article)}" for place, article in enumerate(shown, 1)]
    turning = keyboards.pages(f"{keyboards.ARTICLES}:{number}", page, last)
    html = "\n\n".join([escape(heading, quote=False), *entries])
    return Page(html, keyboards.removals([article.id for article in shown], turning))


def _titled(index: ArticleIndex, words: str) -> list[Article]:
    """Return the articles whose titles have all words in them, in any case and order, newest first."""
    wanted = words.casefold().split()
    found: list[Article] = []
    for start in count(0, _AT_ONCE):
        some = index.articles(limit=_AT_ONCE, offset=start)
        found += [one for one in some if all(word in (one.title or "").casefold() for word in wanted)]
        if len(some) < _AT_ONCE:
            return found
    return found
