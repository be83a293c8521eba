"""Answers -> quotes, each checked against its article: what does not stand there word for word is not shown."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass

from index import Answer, Article, Candidate, captions
from index.records import Field, Span


@dataclass(frozen=True, slots=True)
class Quote:
    """The sentences that answer: `article.read(field)[start:end]`.

    `answer` are the words in them that do, empty where these are not known.
    """

    article: Article
    field: Field
    start: int
    end: int
    answer: str = ""

    @property
    def text(self) -> str:
        """The sentences themselves."""
        return self.article.read(self.field)[self.start : self.end]

    @property
    def checksum(self) -> str:
        """8 hexadecimal digits that differ once the article has another text here."""
        return f"{zlib.crc32(self.text.encode()):08x}"


def quote_of(answer: Answer) -> Quote | None:
    """Return where the answer's quote stands, or None unless every word of it stands in the article."""
    if answer.article is None or answer.field is None or answer.start is None or answer.end is None:
        return None
    claimed = Quote(answer.article, answer.field, answer.start, answer.end, answer.answer or "")
    return _checked(claimed, answer.quote or "")


def rival_of(answer: Answer) -> Quote | None:
    """Return where the rival's quote stands, or None where there is no rival, or it does not stand in its article."""
    return _quote(answer.rival) if answer.rival else None


def others_of(answer: Answer) -> list[Quote]:
    """Return where the quotes of the other answers stand, without those that do not stand in their articles."""
    return [quote for quote in map(_quote, answer.others) if quote]


def _quote(span: Span) -> Quote | None:
    candidate = span.candidate
    claimed = Quote(candidate.article, candidate.passage.field, span.start, span.end, span.text)
    return _checked(claimed, captions.quote(span))


def shown_passage(quote: Quote, candidates: Sequence[Candidate]) -> Candidate | None:
    """Return the best of the candidates that holds the whole quote, None where none does."""
    for candidate in candidates:
        passage = candidate.passage
        same = candidate.article.id == quote.article.id and passage.field == quote.field
        if same and passage.start <= quote.start and quote.end <= passage.end:
            return candidate
    return None


def _checked(claimed: Quote, sentences: str) -> Quote | None:
    """Return the claimed words with the sentences around them; None where either does not stand there."""
    source = claimed.article.read(claimed.field)
    start = source.find(sentences, max(0, claimed.end - len(sentences)))
    if claimed.text != claimed.answer or not 0 <= start <= claimed.start < claimed.end:
        return None
    return Quote(claimed.article, claimed.field, start, start + len(sentences), claimed.answer)
