"""Telegram takes every message, whatever stands in the articles."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.fitting import cut
from bot.messages import Quote, answer_message, context_message, passages_message, sources_message
from index import Article
from tests.botapi.entities import part
from tests.botapi.entities import units as telegram_units
from tests.botapi.formatted import FormattedText, cleaned, formatted

from .samples import candidate


def bold(message: FormattedText) -> list[str]:
    """Return the bold parts of a message."""
    return [part(message.text, entity) for entity in message.entities if entity.type == "bold"]


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


@settings(deadline=None)
@given(quotes())
def test_every_answer_parses_fits_and_shows_the_quote(drawn: tuple[Quote, int, int]) -> None:
    """Whatever stands in an article, Telegram takes the message, and the quote, or its beginning, is bold."""
    quote, start, end = drawn
    shown = candidate(quote.article, min(start, quote.start), max(end, quote.end))
    for html in (answer_message(quote, shown), context_message(quote)):
        message = formatted(html, "HTML")
        assert telegram_units(message.text) <= 4096
        whole = cleaned(quote.text)[0].strip(" \n")
        start_only = cleaned(cut(quote.text, 3664))[0].strip(" \n")
        assert "".join(bold(message)).strip(" \n") in (whole, start_only)


@settings(deadline=None)
@given(quotes())
def test_every_list_parses_and_fits(drawn: tuple[Quote, int, int]) -> None:
    """Three passages, or eight articles, fit into a message whatever stands in them."""
    article = drawn[0].article
    formatted(sources_message("8 articles", [article] * 8), "HTML")
    formatted(passages_message("Other passages", [candidate(article, 0, len(article.text))] * 3), "HTML")
