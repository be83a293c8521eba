"""Answers become HTML that Telegram parses, that fits, and that shows the quote in bold."""

from __future__ import annotations

from dataclasses import replace

from bot.messages import (
    LINK_BYTES,
    Quote,
    answer_message,
    context_message,
    passages_message,
    quote_of,
    shown_passage,
    source_line,
)
from index import Article

from .samples import answered, candidate

TEXT = "One stands here. Two < three & four. Five.\n\nSecond paragraph.\n\nThird one.\n\nFourth one."
ARTICLE = Article(
    TEXT,
    title='Trade & "aid" <now>',
    published="2025-04-28T10:48:00+04:00",
    publisher="Trend <b>",
    url="https://example.org/a?x=1&y=2",
)
START, END = TEXT.index("Two"), TEXT.index(" Five")
QUOTE = Quote(ARTICLE, "text", START, END)
LINK = '<a href="https://example.org/a?x=1&amp;y=2">Trade &amp; "aid" &lt;now&gt;</a>'
SOURCE = f"{LINK}, 28 April 2025, Trend &lt;b&gt;"


def test_an_answer_is_its_passage_with_the_quote_in_bold() -> None:
    """Passage, bold sentence and source line stand in that order, escaped."""
    shown = candidate(ARTICLE, 0, TEXT.index("\n"))
    assert answer_message(QUOTE, shown) == (f"One stands here. <b>Two &lt; three &amp; four.</b> Five.\n\n{SOURCE}")


def test_a_quote_outside_of_every_passage_stands_alone() -> None:
    """Without a passage around it, the quote is still shown."""
    assert answer_message(QUOTE, None) == f"<b>Two &lt; three &amp; four.</b>\n\n{SOURCE}"


def test_an_answer_says_in_how_many_other_articles_its_passage_stands() -> None:
    """The source line names one article and counts those that have the same passage."""
    shown = replace(candidate(ARTICLE, 0, TEXT.index("\n")), also=(Article("One stands here."),))
    assert answer_message(QUOTE, shown).endswith(f"\n\n{SOURCE}; also in 1 other article")


def test_an_answer_from_the_header_shows_the_header() -> None:
    """Facts about an article are shown in its header line."""
    article = Article("Text.", title="A title", authors=["Ann Lee"], published="2025-04-28")
    start = article.header.index("Written")
    quote = Quote(article, "header", start, start + len("Written by Ann Lee."))
    shown = candidate(article, 0, len(article.header), "header")
    assert answer_message(quote, shown) == (
        "A title. <b>Written by Ann Lee.</b> Published on 28 April 2025.\n\nA title, 28 April 2025"
    )


def test_context_shows_the_paragraphs_around_the_quote() -> None:
    """One paragraph before and one after the quote's own are shown, no more."""
    start = TEXT.index("Third")
    quote = Quote(ARTICLE, "text", start, start + len("Third one."))
    assert context_message(quote) == f"Second paragraph.\n\n<b>Third one.</b>\n\nFourth one.\n\n{SOURCE}"


def test_context_ends_where_the_article_ends() -> None:
    """The first paragraph has none before it."""
    assert context_message(QUOTE).startswith("One stands here. <b>Two")
    assert "Third" not in context_message(QUOTE)


def test_context_of_a_header_is_the_beginning_of_the_article() -> None:
    """What stands around a fact about the article is its first paragraph."""
    article = Article("First.\n\nSecond.", title="T")
    assert context_message(Quote(article, "header", 0, 2)) == "<b>T.</b>\n\nFirst.\n\nT"


def test_paragraphs_are_lines_where_no_line_is_blank() -> None:
    """A text without blank lines has its lines as paragraphs."""
    article = Article("a.\nb.\nc.\nd.\ne.", title="T")
    assert context_message(Quote(article, "text", 6, 8)) == "b.\n<b>c.</b>\nd.\n\nT"


def test_an_article_without_metadata_has_a_source_line() -> None:
    """Where nothing is known, the line says that there is no title."""
    assert source_line(Article("Text.")) == "Untitled article"


def test_an_absurdly_long_address_makes_no_link() -> None:
    """An address that Telegram would refuse is left out, the title stays."""
    assert source_line(Article("Text.", title="T", url="https://example.org/" + "a" * LINK_BYTES)) == "T"


def test_a_quote_is_found_around_its_span() -> None:
    """The quote is the sentence around the span, not an earlier one with the same words."""
    article = Article("No. It is so. No. It is so.")
    answer = replace(answered(article, 21, 23), quote="It is so.")
    assert quote_of(answer) == Quote(article, "text", 18, 27)


def test_an_answer_that_the_article_does_not_hold_is_not_quoted() -> None:
    """Wrong offsets, words or quotes are noticed."""
    good = answered(ARTICLE, START, END)
    assert quote_of(good) == QUOTE
    wrong = [replace(good, answer="Three"), replace(good, start=START + 1), replace(good, quote="Elsewhere.")]
    assert [quote_of(answer) for answer in wrong] == [None, None, None]


def test_the_best_passage_that_holds_the_quote_is_shown() -> None:
    """Passages of other articles, of the header, or that hold only a part of the quote are passed over."""
    other = Article(TEXT + " Other.", title="Other")
    wrong = [candidate(other, 0, 60), candidate(ARTICLE, 0, END - 1), candidate(ARTICLE, 0, 60, "header")]
    right = candidate(ARTICLE, 0, END)
    assert shown_passage(QUOTE, [*wrong, right, candidate(ARTICLE, START, END)]) is right
    assert shown_passage(QUOTE, wrong) is None


def test_passages_are_listed_with_their_sources() -> None:
    """Each passage stands above its own source line."""
    shown = [candidate(ARTICLE, 0, 16), candidate(ARTICLE, START, END)]
    assert passages_message("Other passages", shown) == (
        f"Other passages\n\nOne stands here.\n— {SOURCE}\n\nTwo &lt; three &amp; four.\n— {SOURCE}"
    )


def test_a_listed_passage_says_in_how_many_other_articles_it_stands() -> None:
    """What several articles have is listed once, with their number."""
    shown = replace(candidate(ARTICLE, 0, 16), also=(Article("One"), Article("Two")))
    assert passages_message("Other passages", [shown]) == (
        f"Other passages\n\nOne stands here.\n— {SOURCE}; also in 2 other articles"
    )


def test_the_checksum_changes_with_the_words() -> None:
    """A quote whose words differ has another checksum."""
    assert QUOTE.checksum != Quote(ARTICLE, "text", START + 1, END).checksum
