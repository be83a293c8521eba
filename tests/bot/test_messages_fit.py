"""Telegram takes every message, whatever stands in the articles."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.context import context_message
from bot.fitting import cut
from bot.messages import answer_message, passages_message, sources_message
from bot.quotes import Quote
from index import Article
from tests.botapi.entities import part
from tests.botapi.entities import units as telegram_units
from tests.botapi.formatted import FormattedText, cleaned, formatted

from .samples import candidate


def bold(message: FormattedText) -> list[str]:
    """Return the bold parts of a message."""
    return [part(message.text, entity) for entity in message.entities if entity.type == "bold"]


# More sources than are named, with names and addresses too long for a line, or for Telegram.
_COPIES = tuple(
    Article(
        "It is.",
        title=f"{number}",
        publisher=f"{number} <&> " + "خبر" * 99,
        url=f"https://{number}.example.org/?{'&' * 200}",
    )
    for number in range(5)
)
# Letters, markup, blanks, emoji, combining marks and what else Unicode has; long enough to need cutting.
words = st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from("<>&\"' .\n!?😀"), min_size=1, max_size=200)
texts = st.builds(lambda word, times, end: word * times + end, words, st.integers(1, 60), words)


@st.composite
def quotes(draw: st.DrawFn) -> tuple[Quote, int, int]:
    """Draw an article with hostile metadata, a quote in it, and a passage around that."""
    text = draw(texts.filter(lambda text: Article("x" + text).text != "x"))
    url = draw(st.none() | st.just("https://example.org/") | st.just("https://example.org/?" + "&" * 3000))
    article = Article("x" + text, title=draw(texts | st.none()), publisher=draw(texts | st.none()), url=url)
    cuts = sorted(draw(st.lists(st.integers(0, len(article.text)), min_size=4, max_size=4)))
    cuts[2] = max(cuts[2], cuts[1] + 1)
    return (
        Quote(article, "text", min(cuts[1], len(article.text) - 1), min(cuts[2], len(article.text))),
        cuts[0],
        cuts[3],
    )


@st.composite
def answers(draw: st.DrawFn) -> Quote:
    """Draw a quote, and words in it that answer."""
    quote, _, _ = draw(quotes())
    start, end = sorted([draw(st.integers(0, len(quote.text) - 1)), draw(st.integers(1, len(quote.text)))])
    return replace(quote, answer=quote.text[start : max(end, start + 1)])


@settings(deadline=None)
@given(quotes())
def test_every_answer_parses_fits_and_shows_the_quote(drawn: tuple[Quote, int, int]) -> None:
    """Whatever stands in an article, Telegram takes the message, and the quote, or its beginning, is bold."""
    quote, start, end = drawn
    shown = replace(candidate(quote.article, min(start, quote.start), max(end, quote.end)), also=_COPIES)
    for html in (answer_message("?", quote, shown), context_message(quote)):
        message = formatted(html, "HTML")
        assert telegram_units(message.text) <= 4096
        whole = cleaned(quote.text)[0].strip(" \n")
        start_only = cleaned(cut(quote.text, 3494))[0].strip(" \n")
        assert "".join(bold(message)).strip(" \n") in (whole, start_only)


@settings(deadline=None)
@given(answers(), answers(), st.sampled_from(["what", "why"]))
def test_two_answers_parse_and_fit(quote: Quote, rival: Quote, question: str) -> None:
    """The first answer stands as it would alone, whole or cut; the other is whole, in bold, or it is not there."""
    html = answer_message(question, quote, None, rival)
    assert telegram_units(formatted(html, "HTML").text) <= 4096
    assert html.startswith(answer_message(question, quote, None))
    first, *others = [unescape(part) for part in re.findall("<b>(.*?)</b>", html, re.DOTALL)]
    assert first in (quote.text, cut(quote.answer, 3494))
    assert others in ([], [rival.text], [rival.answer])


RIVAL = "\n\nAnother article says:\n\n<b>not so</b>"


@pytest.mark.parametrize(
    ("length", "below"),
    [
        (10, f"{RIVAL}\n\nIt is not so.{' word' * 300}\n\nUntitled article"),
        (2500, f"{RIVAL}\n\nIt is not so. …\n\nUntitled article"),
        (2751, f"{RIVAL}\n\nUntitled article"),
        (2752, ""),
    ],
)
def test_the_other_answer_gives_way_to_the_first(length: int, below: str) -> None:
    """A long first answer leaves the other one its words and whole sentences, a longer one its words, or nothing."""
    article, other = Article("Yes. " + "a" * length), Article("It is not so. " + "word " * 300)
    rival = Quote(other, "text", 0, len(other.text), "not so")
    html = answer_message("what?", Quote(article, "text", 0, len(article.text), "Yes"), None, rival)
    assert html == f"<b>Yes</b>\n\n{article.text}\n\nUntitled article{below}"


def test_a_sentence_that_does_not_fit_has_its_words_above() -> None:
    """Even where the sentence alone would be shown, its words are not lost with its end."""
    article = Article("word " * 1000 + "because of it.")
    html = answer_message("Why?", Quote(article, "text", 0, len(article.text), "because of it"), None)
    assert re.fullmatch(r"<b>because of it</b>\n\nword(?: word)+…\n\nUntitled article", html)
    assert 3460 < len(html) < 4096


@settings(deadline=None)
@given(quotes())
def test_every_list_parses_and_fits(drawn: tuple[Quote, int, int]) -> None:
    """Three passages, or eight articles, fit into a message whatever stands in them."""
    article = drawn[0].article
    formatted(sources_message("8 articles", [article] * 8), "HTML")
    shown = replace(candidate(article, 0, len(article.text)), also=_COPIES)
    formatted(passages_message("Other passages", [shown] * 3), "HTML")
