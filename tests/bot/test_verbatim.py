"""Attempts to make the bot say what no article says."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from bot.quotes import quote_of, rival_of
from index import Answer, Article
from index.records import Field, Span

from .samples import candidate, page_of

# Letters, markup, emoji, both writing directions, combining marks, and what else Unicode has.
texts = st.text(
    st.characters(exclude_categories=["Cs"]) | st.sampled_from("<>&;\"'. \n!?аяéבע\u0301\u064b\u200d\u200f😀🇦🇿"),
    min_size=1,
    max_size=60,
)
fields: st.SearchStrategy[Field] = st.sampled_from(["text", "header"])


@st.composite
def claims(draw: st.DrawFn) -> Answer:
    """Draw an answer with a rival or without; most often something about it is not as it is in the article."""
    article = Article("x" + draw(texts), title="x" + draw(texts), url="https://example.org/")
    field = draw(fields)
    source = article.read(field)
    first, start, end, last = sorted(draw(st.lists(st.integers(0, len(source)), min_size=4, max_size=4)))
    words, sentences = source[start:end], source[first:last]
    place = st.integers(-2, len(source) + 2)
    begin, stop = sorted([draw(place), draw(place)])
    rival = draw(st.none() | st.just(Span(candidate(article, 0, len(source), draw(fields)), begin, stop, 1.0)))
    question = draw(st.sampled_from(["what", "why"]))
    true = Answer(question, "answered", 0.9, (), words, field, start, end, sentences, article, rival=rival)
    wrong = [
        replace(true, answer=draw(texts)),
        replace(true, quote=draw(texts)),
        replace(true, start=draw(place)),
        replace(true, end=draw(place)),
        replace(true, field=draw(fields)),
    ]
    return draw(st.sampled_from([true, true, *wrong]))


@given(claims())
def test_what_is_sent_stands_in_the_article(answer: Answer) -> None:
    """Either the chat shows, letter by letter, what stands at the offsets and the sentences, or it shows nothing."""
    page = page_of(answer)
    if page.plain == "The articles that I know do not say.":
        return
    assert answer.article
    assert answer.field
    assert answer.answer
    assert answer.quote
    source = answer.article.read(answer.field)
    assert 0 <= (answer.start or 0) < (answer.end or 0) <= len(source)
    assert source[answer.start : answer.end] == answer.answer
    assert answer.answer in answer.quote
    assert answer.quote in source
    assert answer.answer in page.plain
    assert answer.quote in page.plain
    rival = rival_of(answer)
    assert (rival is None) == ("Another article says:" not in page.plain.split("\n\n"))
    if rival and answer.rival:
        assert rival.answer == rival.article.read(rival.field)[answer.rival.start : answer.rival.end]
        assert rival.answer in rival.text
        assert rival.text in page.plain


@given(st.data())
def test_what_stands_in_the_article_is_sent(data: st.DataObject) -> None:
    """No true answer is held back, whatever its letters are, and wherever in the article it is."""
    article = Article("x" + data.draw(texts))
    first, start, end, last = sorted(data.draw(st.lists(st.integers(0, len(article.text)), min_size=4, max_size=4)))
    if start == end:
        return
    words, sentences = article.text[start:end], article.text[first:last]
    answer = Answer("what", "answered", 0.9, (), words, "text", start, end, sentences, article)
    quote = quote_of(answer)
    assert quote
    assert (quote.text, quote.answer) == (sentences, words)
    assert words in page_of(answer).plain
    assert sentences in page_of(answer).plain
