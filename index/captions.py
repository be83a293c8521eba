"""What stands beside a text that is shown: the answer in it, its source, its scores; or in its place, a refusal."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from index.explanations import asks_for_explanation
from index.loading.metadata import BY_HAND
from index.normal import host
from index.records import Answer, Article, Candidate, Copy, Span, day
from index.sentences import quoted

NAMED = 3  # outlets that have the same passage; others are counted
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
    """Return the title, date, publisher and address of an article on one line, and when it was corrected."""
    published = day(article.published) if article.published else None
    updated = f"updated on {day(article.updated)}" if article.updated else None
    return ", ".join(part for part in (name(article), published, updated, article.publisher, article.url) if part)


def copy(one: Copy) -> str:
    """Return title, publisher and date of an article of the same story, as in “Port opens” (Reuters, 3 May 2025)."""
    where = one.publisher or (host(one.url) if one.url else None)
    known = ", ".join(part for part in (where, day(one.published) if one.published else None) if part)
    return f"“{one.title or one.url or one.id}”" + (f" ({known})" if known else "")


def outlets(articles: Iterable[Article], beside: Article) -> dict[str, Article]:
    """Return one article for each outlet that they are in, by its name: publisher, else site, else title.

    An article of the outlet that the one `beside` is in goes by its title.
    """
    found: dict[str, Article] = {}
    for one in articles:
        outlet = _outlet(one)
        found.setdefault(name(one) if outlet == _outlet(beside) else outlet, one)
    return found


def also(articles: Iterable[Article], beside: Article) -> str:
    """Return the end of a source line that says where else a passage stands, empty where it stands nowhere else."""
    names = list(outlets(articles, beside))
    more = len(names) - NAMED
    named = [*names[:NAMED], *([f"{more:,} other{'' if more == 1 else 's'}"] if more > 0 else [])]
    listed = " and ".join(part for part in (", ".join(named[:-1]), *named[-1:]) if part)
    return f"; also in {listed}" if listed else ""


def publisher(article: Article, others: int) -> str:
    """Return the publisher, and how many others have the same story."""
    more = f"+{others:,} source{'' if others == 1 else 's'}" if others else None
    return ", ".join(part for part in (article.publisher, more) if part)


def _outlet(article: Article) -> str:
    return article.publisher or (host(article.url) if article.url else name(article))


def scores(candidate: Candidate) -> str:
    """Return both scores, a dash where a side did not find the passage."""
    return f"dense {_score(candidate.dense)}  bm25 {_score(candidate.bm25)}"


def _score(score: float | None) -> str:
    return "-" if score is None else f"{score:.2f}"


def whence(found: Mapping[str, str]) -> str:
    """Return where each field of an article was read, as in "title from og:title, published from JSON-LD"."""
    return ", ".join(f"{name} {'' if place == BY_HAND else 'from '}{place}" for name, place in found.items())
