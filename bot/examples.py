"""The example questions of /start: only such as the articles answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, islice

from bot import texts
from bot.fitting import cut
from bot.languages import spoken
from index import Article, ArticleIndex

_SHOWN = 2
_CONFIDENCE = 0.5  # a first impression should more likely than not be right
_NEWEST = 5  # articles whose headers make questions
_TITLE_UNITS = 40  # more does not fit on a button


class Examples:
    """Example questions, chosen again when the articles have changed."""

    def __init__(self, questions: Sequence[str]) -> None:
        """Prefer these questions, in this order."""
        self._questions = questions
        self._generation: int | None = None
        self._chosen: dict[str, list[tuple[int, str]]] = {}

    def choose(self, index: ArticleIndex) -> list[tuple[int, str]]:
        """Return up to two questions that the index answers, each after the number that recalls it.

        Those about articles are in the language spoken.
        """
        generation, language = index.generation, spoken()
        if generation != self._generation:
            self._chosen.clear()
            self._generation = generation
        if language not in self._chosen:
            candidates = chain(_answered(index, self._questions), _about_headers(index.articles(limit=_NEWEST)))
            questions = [(index.remember(question), question) for question in islice(candidates, _SHOWN)]
            self._chosen[language] = questions
        return self._chosen[language]


def _answered(index: ArticleIndex, questions: Sequence[str]) -> Iterator[str]:
    """Yield those of the questions that the index answers well."""
    for question in questions:
        answer = index.answer(question)
        if answer.status == "answered" and answer.confidence >= _CONFIDENCE:
            yield question


def _about_headers(articles: Sequence[Article]) -> Iterator[str]:
    """Yield questions about what is known of each article."""
    for article in articles:
        if article.title and article.authors:
            yield texts.who_wrote(cut(article.title, _TITLE_UNITS))
        if article.title and article.published:
            yield texts.when_published(cut(article.title, _TITLE_UNITS))
