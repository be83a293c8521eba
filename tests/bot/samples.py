"""Articles and answers made by hand."""

from __future__ import annotations

from bot.asking import answer_page
from bot.keyboards import Kept
from bot.quotes import Quote
from bot.sending import Page
from index import Answer, Article, Candidate, Passage
from index.records import Field, Span

TEXT = "One stands here. Two < three & four. Five.\n\nSecond paragraph.\n\nThird one.\n\nFourth one."
ARTICLE = Article(
    TEXT,
    title='Trade & "aid" <now>',
    published="2025-04-28T10:48:00+04:00",
    publisher="Trend <b>",
    url="https://example.org/a?x=1&y=2",
)
TITLE, ADDRESS = 'Trade &amp; "aid" &lt;now&gt;', "https://example.org/a?x=1&amp;y=2"
KNOWN = "28 April 2025, Trend &lt;b&gt;"  # of ARTICLE, as HTML
SOURCE = f'<a href="{ADDRESS}">{TITLE}</a>, {KNOWN}'


def source(fragment: str) -> str:
    """Return the source line of ARTICLE whose link leads to a sentence."""
    return f'<a href="{ADDRESS}#:~:text={fragment}">{TITLE}</a>, {KNOWN}'


def candidate(article: Article, start: int, end: int, field: Field = "text", score: float = 0.5) -> Candidate:
    """Return the passage `start` to `end` of an article as a candidate."""
    passage = Passage(article.read(field)[start:end], field, start, end)
    return Candidate(passage, article, score, score, None)


def answered(
    article: Article, start: int, end: int, *candidates: Candidate, field: Field = "text", confidence: float = 0.9
) -> Answer:
    """Return the answer whose span and quote both are `start` to `end`."""
    text = article.read(field)[start:end]
    return Answer(
        question="?",
        status="answered",
        confidence=confidence,
        passages=candidates,
        answer=text,
        field=field,
        start=start,
        end=end,
        quote=text,
        article=article,
    )


def quoted(article: Article, sentences: str, words: str = "", field: Field = "text") -> Quote:
    """Return the sentences of an article as a quote in which the words answer."""
    start = article.read(field).index(sentences)
    return Quote(article, field, start, start + len(sentences), words)


def span(article: Article, words: str) -> Span:
    """Return the words of an article's text as what one passage answers."""
    start = article.text.index(words)
    return Span(candidate(article, 0, len(article.text)), start, start + len(words), 1.0)


def said(question: str, article: Article, sentences: str, words: str) -> Answer:
    """Return the answer whose span are the words, and whose quote are the sentences, of an article's text."""
    start = article.text.index(words, article.text.index(sentences))
    return Answer(question, "answered", 0.9, (), words, "text", start, start + len(words), sentences, article)


def page_of(answer: Answer, whole: str | None = None) -> Page:
    """Return the message for an answer in a private chat; the question has the number 7, what was shown 9."""
    return answer_page(answer, Kept(question=7, shown=9, generation=3), nearest=True, whole=whole)
