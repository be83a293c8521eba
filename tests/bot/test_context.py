"""The paragraphs around an answer."""

from __future__ import annotations

from bot.context import context_message
from bot.quotes import Quote
from index import Article

from .samples import ARTICLE, quoted, source


def test_context_shows_the_paragraphs_around_the_quote() -> None:
    """One paragraph before and one after the quote's own are shown, no more."""
    assert context_message(quoted(ARTICLE, "Third one.")) == (
        f"Second paragraph.\n\n<b>Third one.</b>\n\nFourth one.\n\n{source('Third%20one')}"
    )


def test_context_ends_where_the_article_ends() -> None:
    """The first paragraph has none before it."""
    context = context_message(quoted(ARTICLE, "Two < three & four."))
    assert context.startswith("One stands here. <b>Two")
    assert "Third" not in context


def test_context_of_a_header_is_the_beginning_of_the_article() -> None:
    """What stands around a fact about the article is its first paragraph."""
    article = Article("First.\n\nSecond.", title="T")
    assert context_message(Quote(article, "header", 0, 2)) == "<b>T.</b>\n\nFirst.\n\nT"


def test_paragraphs_are_lines_where_no_line_is_blank() -> None:
    """A text without blank lines has its lines as paragraphs."""
    article = Article("a.\nb.\nc.\nd.\ne.", title="T")
    assert context_message(Quote(article, "text", 6, 8)) == "b.\n<b>c.</b>\nd.\n\nT"
