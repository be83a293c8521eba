"""The articles as admins see them, page by page: with their ids, and a button each to take them out."""

from __future__ import annotations

from html import escape

from bot import admin_keyboards, admin_texts, collection_texts, keyboards, texts
from bot.lists import article_count
from bot.receipt_messages import entry
from bot.sending import Page
from index import ArticleIndex

A_PAGE = 8


def articles_page(index: ArticleIndex, collection: str | None, words: str, number: int, page: int) -> Page:
    """Return a page of the articles that have all `words` in their titles, newest first; of a collection, or of all.

    `number` recalls the words, and is 0 where there are none. Pages count from 1; beyond the last stands the last.
    """
    total = index.titles.count(words, collection) if words else article_count(index, collection)
    if not total:
        none = collection_texts.empty(collection) if collection else texts.NO_SOURCES()
        return Page(escape(admin_texts.none_found(words) if words else none, quote=False))
    last = -(-total // A_PAGE)
    page = min(page, last)
    start = (page - 1) * A_PAGE
    if words:
        shown = index.titles.find(words, collection, A_PAGE, start)
    else:
        shown = index.articles(limit=A_PAGE, offset=start, collection=collection)
    heading = admin_texts.found(words, total, page, last) if words else texts.sources(total, page, last)
    entries = [f"{place}. {entry(article)}" for place, article in enumerate(shown, 1)]
    turning = keyboards.pages(f"{admin_keyboards.ARTICLES}:{number}", page, last)
    html = "\n\n".join([escape(heading, quote=False), *entries])
    return Page(html, admin_keyboards.removals([article.id for article in shown], turning))
