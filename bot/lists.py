"""Lists that are turned page by page: the articles, and the passages for a question."""

from __future__ import annotations

from html import escape

from bot import collection_texts, keyboards, texts
from bot.messages import PASSAGES_A_PAGE, SOURCES_A_PAGE, passages_message, sources_message
from bot.quotes import quote_of, shown_passage
from bot.sending import Page
from index import Answer, ArticleIndex


def sources_page(index: ArticleIndex, page: int, collection: str | None, *, admin: bool) -> Page:
    """Return a page of the articles, newest first; pages count from 1, and beyond the last stands the last.

    Without a `collection` all are listed.
    """
    total = article_count(index, collection)
    if not total:
        said = collection_texts.empty(collection) if collection else texts.no_sources(admin=admin)
        return Page(escape(said, quote=False))
    last = _pages(total, SOURCES_A_PAGE)
    page = min(page, last)
    articles = index.articles(limit=SOURCES_A_PAGE, offset=(page - 1) * SOURCES_A_PAGE, collection=collection)
    html = sources_message(texts.sources(total, page, last), articles)
    return Page(html, keyboards.pages(keyboards.SOURCES, page, last))


def article_count(index: ArticleIndex, collection: str | None) -> int:
    """Return how many articles there are in a collection, or in all."""
    return index.collections().get(collection, 0) if collection else index.stats().articles


def passages_page(answer: Answer, number: int, page: int, mark: str | None) -> Page:
    """Return a page of the passages besides the one shown with the answer; `number` recalls the question.

    `mark` is that of the collection that was asked, None where all articles were.
    """
    quote = quote_of(answer)
    shown = shown_passage(quote, answer.passages) if quote else None
    others = [candidate for candidate in answer.passages if candidate is not shown]
    if not others:
        return Page(texts.NO_MORE())
    last = _pages(len(others), PASSAGES_A_PAGE)
    page = min(page, last)
    heading = texts.passages(page, last, answered=answer.status == "answered")
    html = passages_message(heading, others[(page - 1) * PASSAGES_A_PAGE : page * PASSAGES_A_PAGE])
    return Page(html, keyboards.pages(f"{keyboards.PASSAGES}:{number}", page, last, f":{mark}" if mark else ""))


def _pages(items: int, size: int) -> int:
    """Return how many pages of `size` the items fill."""
    return -(-items // size)
