"""What stands beside a text that is shown: the answer in it, its source, its scores; or in its place, a refusal."""

from __future__ import annotations

import re

from index.explanations import asks_for_explanation
from index.records import Answer, Article, Candidate, Span, day
from index.sentences import quoted

NO_ARTICLES = "There are no articles yet. Add some: python -m index add FILE"
_NO_QUESTION = "That is no question yet: write one behind `ask`."
_WORD = re.compile(r"\w+")


def headline(question: str, answer: str, quote: str) -> str | None:
    """Return `answer` where it is worth a line of its own above its quote, None where the quote alone answers.

    That is where the answer has all words of the quote, or none, and where the question asks for an explanation.
    """
    words = _WORD.findall(answer)
    return None if not words or words == _WORD.findall(quote) or asks_for_explanation(question) else answer


def quote(span: Span) -> str:
    """Return the whole sentence or sentences around a span, verbatim."""
    source = span.candidate.article.read(span.candidate.passage.field)
    start, end = quoted(source, span.start, span.end)
    return source[start:end]


def refusal(answer: Answer) -> str:
    """Return why there is no answer, and what to do where something can be done."""
    if answer.reason == "empty_question":
        return _NO_QUESTION
    if answer.reason == "empty_index":
        return NO_ARTICLES
    if answer.searched == 1:
        return "The one article does not say."
    return f"The {answer.searched:,} articles do not say." if answer.searched else "The articles do not say."


def name(article: Article) -> str:
    """Return the title, else what comes nearest to one."""
    return article.title or article.url or article.path or article.text[:60]


def source(article: Article) -> str:
    """Return the title, date, publisher and address of an article on one line."""
    published = day(article.published) if article.published else None
    return ", ".join(part for part in (name(article), published, article.publisher, article.url) if part)


def scores(candidate: Candidate) -> str:
    """Return both scores, a dash where a side did not find the passage."""
    return f"dense {_score(candidate.dense)}  bm25 {_score(candidate.bm25)}"


def _score(score: float | None) -> str:
    return "-" if score is None else f"{score:.2f}"
