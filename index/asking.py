"""One question and the index as it stands -> what it is answered from, and the answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from typing import TypedDict

from index.about import aspect_of, title_in
from index.answers import SHOWN, decide, decide_about
from index.calibration import Calibration, current_calibration
from index.collection_names import chosen
from index.foreign import is_foreign
from index.loaded import Loader
from index.normal import normalise
from index.records import Answer, Candidate, Span
from index.retrieval import retrieve
from index.settings import Settings
from index.sources import with_sources
from index.store import Snapshot, Store


class How(TypedDict, total=False):
    """How a question is answered; see ArticleIndex.answer."""

    asked: date | None
    min_confidence: float | None
    collection: str | None


@dataclass(frozen=True, slots=True)
class Asking:
    """A question, asked on a day, the index as it stood then, and what loads the models that read it.

    `text` is the question in its normal form.
    """

    question: str
    text: str
    day: date
    snapshot: Snapshot
    loader: Loader
    settings: Settings

    def retrieve(self, k: int) -> list[Candidate]:
        """Return the `k` passages that fit best, best first."""
        [vector] = self.loader.encoder(self.snapshot.model.name).embed_questions([self.text])
        return retrieve(self.text, vector, self.snapshot, self.settings, k, self.day)

    def read(self, candidates: Sequence[Candidate], *, foreign: bool) -> tuple[list[Span], Calibration]:
        """Return the best span of each of the first candidates, of as many as are read, and what weighs them."""
        readers = self.loader.readers(self.snapshot.model.name)
        reader = readers.foreign if foreign else readers.own
        spans = reader.read(self.text, candidates[: self.settings.read_passages])
        return spans, current_calibration(self.settings.articles_home, reader.calibration)

    def answer(self, min_confidence: float | None, about: str | None) -> Answer:
        """Return the answer; see ArticleIndex.answer."""
        searched = self.snapshot.count()
        candidates = self.retrieve(SHOWN)
        aspect, title = aspect_of(self.question), title_in(self.question)
        article = self.snapshot.titled(title) if title else self.snapshot.article(about)
        if aspect and (article or not title):
            if searched == 1:
                article = self.snapshot.newest()
            answer = decide_about(self.question, candidates, article, aspect)
        else:
            answer = self._decide(candidates, min_confidence)
        return replace(with_sources(answer, self.snapshot), searched=searched, generation=self.snapshot.generation)

    def _decide(self, candidates: Sequence[Candidate], min_confidence: float | None) -> Answer:
        spans, calibration = self.read(candidates, foreign=is_foreign(self.text, candidates))
        least = self.settings.min_confidence if min_confidence is None else min_confidence
        return decide(self.question, candidates, spans, calibration, least)


@contextmanager
def asking(
    question: str, day: date | None, collection: str | None, store: Store, loader: Loader, settings: Settings
) -> Iterator[Asking | None]:
    """Give what a question is answered from, None where there is no question, or no article in the collection.

    `day` is today where it is None; `collection` None means all articles. Raises CollectionError.
    """
    with store.snapshot(chosen(collection)) as snapshot:
        text = normalise(question)
        if text and not snapshot.is_empty():
            yield Asking(question, text, day or date.today(), snapshot, loader, settings)
        else:
            yield None
