"""Answers become HTML that Telegram parses, that fits, and that shows the quote in bold."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.languages import speaking
from bot.messages import LINK_BYTES, answer_message, passages_message, source_line
from index import Article

from .samples import ARTICLE, SOURCE, TEXT, candidate, quoted, source

QUOTE = quoted(ARTICLE, "Two < three & four.", "three & four")
ITS_SOURCE = source("Two%20%3C%20three%20%26%20four")
OTHER = Article("Now it is six. It was five.", title="Six", published="2025-05-02")


def test_an_answer_is_its_words_its_sentence_and_its_source() -> None:
    """The words stand in bold, the sentence below them, then the link to it, all escaped."""
    assert answer_message("how many?", QUOTE, None) == (
        f"<b>three &amp; four</b>\n\nTwo &lt; three &amp; four.\n\n{ITS_SOURCE}"
    )


@pytest.mark.parametrize("words", ["Two < three & four.", "Two < three & four", "Two <three & four", "<", ""])
def test_a_sentence_that_is_the_answer_stands_alone(words: str) -> None:
    """Words that are the whole sentence but for signs, or nothing but a sign, leave the sentence alone, in bold."""
    quote = replace(QUOTE, answer=words)
    assert answer_message("what?", quote, None) == f"<b>Two &lt; three &amp; four.</b>\n\n{ITS_SOURCE}"


@pytest.mark.parametrize("question", ["Why?", "how did it happen", "Почему?"])
def test_why_and_how_are_answered_by_the_sentence(question: str) -> None:
    """What asks for an explanation gets the whole sentence in bold."""
    assert answer_message(question, QUOTE, None) == f"<b>Two &lt; three &amp; four.</b>\n\n{ITS_SOURCE}"


_SITE = Article("Two < three & four.", title="Site", url="https://www.news.example.org/b?x=1&y=2")
_PAPER = Article("He said: two < three & four.", title="Paper", publisher="Daily <Post>")


def test_an_answer_names_other_sources_that_have_it() -> None:
    """The source line ends with up to three others, by publisher or else site, linked to the sentence there."""
    shown = replace(candidate(ARTICLE, 0, TEXT.index("\n")), also=(_SITE, _PAPER))
    assert answer_message("?", QUOTE, shown).endswith(
        f'\n\n{ITS_SOURCE}; also in: <a href="https://www.news.example.org/b?x=1&amp;y=2#:~:text='
        'Two%20%3C%20three%20%26%20four">news.example.org</a> and Daily &lt;Post&gt;'
    )


def test_more_than_three_sources_are_counted() -> None:
    """Three are named, those of one publisher once; one of the same publisher as the answer's goes by its title."""
    copies = [Article("Two.", title=f"{name} says", publisher=name) for name in ("A", "A", "B", "C", "D", "E")]
    same = Article("Two.", title="A second report", publisher=ARTICLE.publisher)
    shown = replace(candidate(ARTICLE, 0, TEXT.index("\n")), also=(same, *copies))
    assert answer_message("?", QUOTE, shown).endswith("; also in: A second report, A, B, and 3 others")
    with speaking("fa"):
        assert answer_message("?", QUOTE, shown).endswith(
            "; همچنین در: \u2068A second report\u2069،\u200f \u2068A\u2069،\u200f \u2068B\u2069، و 3 منبع دیگر"
        )


def test_an_answer_from_the_header_shows_its_sentence() -> None:
    """Facts about an article are shown with their part of the header, whose words are not sought on the page."""
    article = Article("Text.", title="A title", authors=["Ann Lee"], published="2025-04-28", url="https://example.org/")
    quote = quoted(article, "Written by Ann Lee.", "Ann Lee", "header")
    assert answer_message("who wrote it?", quote, None) == (
        '<b>Ann Lee</b>\n\nWritten by Ann Lee.\n\n<a href="https://example.org/">A title</a>, 28 April 2025'
    )


def test_another_article_s_answer_stands_below() -> None:
    """A different answer comes after the first one's source, with its own sentence, source and date."""
    rival = quoted(OTHER, "Now it is six.", "six")
    assert answer_message("how many?", QUOTE, None, rival) == (
        f"<b>three &amp; four</b>\n\nTwo &lt; three &amp; four.\n\n{ITS_SOURCE}\n\n"
        "Another article says:\n\n<b>six</b>\n\nNow it is six.\n\nSix, 2 May 2025"
    )
    assert answer_message("why?", QUOTE, None, rival).endswith(
        "\n\nAnother article says:\n\n<b>Now it is six.</b>\n\nSix, 2 May 2025"
    )


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "T, 28 April 2025, updated on 2 May 2025, Trend"),
        ("az", "T, 28 aprel 2025, 2 may 2025 tarixində yenilənib, Trend"),
        ("ru", "T, 28 апреля 2025, обновлено 2 мая 2025, Trend"),
        ("tr", "T, 28 Nisan 2025, 2 Mayıs 2025 tarihinde güncellendi, Trend"),
    ],
)
def test_a_source_line_says_when_it_was_corrected(language: str, line: str) -> None:
    """Behind the day of publication, in the language spoken; on it, where that is not known."""
    article = Article("Text.", "T", (), "2025-04-28", "Trend", updated="2025-05-02T10:00:00+00:00")
    with speaking(language):
        assert source_line(article) == line
    assert source_line(replace(article, published=None)) == "T, updated on 2 May 2025, Trend"


def test_an_article_without_metadata_has_a_source_line() -> None:
    """Where nothing is known, the line says that there is no title."""
    assert source_line(Article("Text.")) == "Untitled article"


def test_an_absurdly_long_address_makes_no_link() -> None:
    """An address that Telegram would refuse is left out, the title stays."""
    assert source_line(Article("Text.", title="T", url="https://example.org/" + "a" * LINK_BYTES)) == "T"


def test_a_fragment_that_is_too_long_is_left_out() -> None:
    """Where the address is short enough only without its text fragment, it leads to the page."""
    url = "https://example.org/" + "a" * (LINK_BYTES - 32)
    article = Article("Yes. Certainly.", title="T", url=url)
    assert source_line(article, quoted(article, "Yes.")) == f'<a href="{url}#:~:text=Yes">T</a>'
    assert source_line(article, quoted(article, "Certainly.")) == f'<a href="{url}">T</a>'


def test_passages_are_listed_with_their_sources() -> None:
    """Each passage stands above its own source line."""
    shown = [candidate(ARTICLE, 0, 16), candidate(ARTICLE, QUOTE.start, QUOTE.end)]
    assert passages_message("Other passages", shown) == (
        f"Other passages\n\nOne stands here.\n— {SOURCE}\n\nTwo &lt; three &amp; four.\n— {SOURCE}"
    )


def test_a_listed_passage_says_where_else_it_stands() -> None:
    """What several articles have is listed once, with the others' names, linked to the pages."""
    shown = replace(candidate(ARTICLE, 0, 16), also=(_SITE, _PAPER))
    assert passages_message("Other passages", [shown]) == (
        f"Other passages\n\nOne stands here.\n— {SOURCE}; also in: "
        '<a href="https://www.news.example.org/b?x=1&amp;y=2">news.example.org</a> and Daily &lt;Post&gt;'
    )
