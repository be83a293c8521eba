"""An answer -> the same, with all articles of its story in which its quote stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from index.normal import words
from index.records import Answer, Article, Candidate
from index.store import Snapshot


def with_sources(answer: Answer, snapshot: Snapshot) -> Answer:
    """Return the answer, the passage that holds it naming in `also` the other articles that have its quote.

    These are articles that have nearly the same passage, and others of its story that were not found for the question;
    each is looked into, word for word but for case and signs. A header is about one article.
    """
    holding = _holding(answer)
    if holding is None or answer.quote is None or answer.field != "text":
        return answer
    others = {one.id: one for one in (*holding.also, *snapshot.same_story(holding.article))}
    found = replace(holding, also=tuple(one for one in others.values() if _stands_in(words(answer.quote), one)))
    return replace(answer, passages=tuple(found if one is holding else one for one in answer.passages))


def also_in(answer: Answer) -> tuple[Article, ...]:
    """Return the other articles that have the quote of an answer."""
    holding = _holding(answer)
    return holding.also if holding else ()


def _holding(answer: Answer) -> Candidate | None:
    """Return the best passage that holds the answer, None where none does."""
    return next((one for one in answer.passages if _holds(one, answer)), None)


def _holds(candidate: Candidate, answer: Answer) -> bool:
    """Whether the answer is a part of this passage."""
    passage, start, end = candidate.passage, answer.start, answer.end
    same = answer.article is not None and candidate.article.id == answer.article.id and passage.field == answer.field
    return same and start is not None and end is not None and passage.start <= start and end <= passage.end


def _stands_in(quote: Sequence[str], article: Article) -> bool:
    """Whether the words of a quote stand in the article's text, together and in order."""
    return f" {' '.join(quote)} " in f" {' '.join(words(article.text))} "
