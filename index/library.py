"""ArticleIndex: articles in, answers out. The one door through which everything else uses `index`."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import Self

from index import indexing, store
from index.answers import decide, not_found
from index.embeddings import Encoder, Vectors
from index.errors import ModelMismatch
from index.normal import normalise
from index.reader import SentenceReader
from index.records import Added, Answer, Article, Candidate, Stats
from index.retrieval import retrieve
from index.settings import Settings
from index.store import Finding, Model, Questions, Snapshot, Store

_SHOWN = 10  # passages that come with an answer


@dataclass(frozen=True, slots=True)
class _Asked:
    """What one question is answered from: the index as it stands, a reader, the question's unit row (dimension,)."""

    question: str
    day: date
    snapshot: Snapshot
    reader: SentenceReader
    vector: Vectors


class ArticleIndex:
    """Articles, searched and asked; usable from any thread, and by several processes on the same folder."""

    def __init__(self, settings: Settings, store: Store, questions: Questions) -> None:
        """Put the parts together; `open` makes them."""
        self.settings = settings
        self._store = store
        self._questions = questions
        self._reader: SentenceReader | None = None
        self._loading = threading.Lock()

    @staticmethod
    def exists(settings: Settings) -> bool:
        """Whether there is an index in `settings.articles_home`."""
        return store.exists(settings.articles_home)

    @classmethod
    def open(cls, settings: Settings, *, accept_mismatch: bool = False) -> Self:
        """Open the index in `settings.articles_home`, made if absent; models are loaded when first needed.

        Raises StoreError, and ModelMismatch where another model made the index, unless `accept_mismatch`.
        """
        opened = Store(settings.articles_home)
        stored = opened.model().name
        if stored not in ("", settings.embedding_model) and not accept_mismatch:
            opened.close()
            raise ModelMismatch(stored, settings.embedding_model)
        return cls(settings, opened, Questions(settings.articles_home))

    def add(self, articles: Iterable[Article], *, progress: Callable[[Added], None] | None = None) -> list[Added]:
        """Add articles, each in a transaction of its own, and return what became of each, in order.

        Unchanged ones are skipped, changed ones replaced. `progress` is called after each.
        """
        added: list[Added] = []
        try:
            for batch in indexing.batches(articles):
                for one in self._add(batch):
                    added.append(one)
                    if progress:
                        progress(one)
        finally:
            if any(one.status != "unchanged" for one in added):
                self._store.save_vectors()
        return added

    def remove(self, ids: Iterable[str]) -> list[Article]:
        """Take the articles with these ids (or beginnings of ids) out, all or none, and return them.

        Raises UnknownArticle where an id fits no article, or several.
        """
        removed = self._store.remove(ids)
        if removed:
            self._store.save_vectors()
        return removed

    def articles(self, *, limit: int | None = None, offset: int = 0) -> list[Article]:
        """Return the articles by date of publication, newest first, those without one last."""
        return self._store.articles(limit, offset)

    def article(self, id: str) -> Article:
        """Return the article whose id begins with `id`. Raises UnknownArticle where that is none or several."""
        return self._store.article(id)

    def search(self, question: str, k: int = 10, *, asked: date | None = None) -> list[Candidate]:
        """Return the `k` passages that fit best, best first; `asked` is the day of asking, today where None."""
        with self._asking(question, asked) as known:
            return self._retrieve(known, k) if known else []

    def answer(self, question: str, *, asked: date | None = None, min_confidence: float | None = None) -> Answer:
        """Answer from the articles as they stand now.

        `asked` is the day on which it is asked, today where None: articles of that time, or of the time that
        the question names, are preferred. `min_confidence` takes the place of the setting.
        """
        if not normalise(question):
            return not_found(question, "empty_question")
        with self._asking(question, asked) as known:
            if known is None:
                return not_found(question, "empty_index")
            candidates = self._retrieve(known, _SHOWN)
            spans = known.reader.read(known.vector, candidates[: self.settings.read_passages])
        least = self.settings.min_confidence if min_confidence is None else min_confidence
        return decide(question, candidates, spans, least, self.settings.fusion_weight)

    def answer_many(
        self, questions: Iterable[str], *, asked: date | None = None, min_confidence: float | None = None
    ) -> Iterator[Answer]:
        """Yield the answer to each question, in order, each as soon as it is known."""
        return (self.answer(question, asked=asked, min_confidence=min_confidence) for question in questions)

    def rebuild(self, *, embed: bool = False, progress: Callable[[int, int], None] | None = None) -> None:
        """Derive the FAISS file again; with `embed`, cut and embed everything again with the setting's model.

        Readers go on with the old passages until the new ones are complete. `progress` is called with
        the number of articles done and of all.
        """
        if embed:
            self._embed_again(progress)
        self._store.rebuild_vectors()

    def stats(self) -> Stats:
        """Return counts, sizes and the model."""
        return self._store.stats()

    def check(self) -> list[Finding]:
        """Return what is not as it should be, and what to do about it; empty where all is well."""
        return self._store.check()

    @property
    def generation(self) -> int:
        """A number that grows with every change of the articles."""
        return self._store.generation()

    def warm_up(self) -> None:
        """Load the models now, so that the first question does not wait for them."""
        self._load(self._store.model().name or self.settings.embedding_model)

    def remember(self, question: str) -> int:
        """Keep `question` on disk and return a small number by which `recall` finds it again."""
        return self._questions.remember(question)

    def recall(self, number: int) -> str | None:
        """Return the question that `remember` kept under `number`, or None where it is no longer kept."""
        return self._questions.recall(number)

    def close(self) -> None:
        """Close the databases; nothing can be asked afterwards."""
        self._store.close()
        self._questions.close()

    def _add(self, articles: list[Article]) -> Iterator[Added]:
        """Add a few articles; those that are known already are not embedded."""
        identities = Counter(article.identity for article in articles)
        # Of two texts under one identity the first must be in the store before the second is known or not.
        known = [self._store.known(article) if identities[article.identity] == 1 else None for article in articles]
        new = [article for article, found in zip(articles, known, strict=True) if found is None]
        if not new:
            yield from (found for found in known if found)
            return
        encoder = self._load(self._store.model().name or self.settings.embedding_model).encoder
        model = Model(encoder.name, encoder.dimension)
        self._store.adopt(model)
        embedded = iter(indexing.embed(new, encoder, self.settings))
        for found in known:
            yield found or self._store.put(*next(embedded), model)

    def _embed_again(self, progress: Callable[[int, int], None] | None) -> None:
        encoder = self._load(self.settings.embedding_model).encoder
        articles = self._store.articles()
        ready = {}
        for batch in indexing.batches(articles):
            embedded = indexing.embed(batch, encoder, self.settings)
            ready.update({article: (passages, vectors) for article, passages, vectors in embedded})
            if progress:
                progress(len(ready), len(articles))

        def make(article: Article) -> store.Embedded:
            """Return what is ready, or embed an article that came or changed meanwhile."""
            return ready.get(article) or indexing.embed([article], encoder, self.settings)[0][1:]

        self._store.replace_passages(Model(encoder.name, encoder.dimension), make)

    @contextmanager
    def _asking(self, question: str, day: date | None) -> Iterator[_Asked | None]:
        """Give what a question is answered from, None where there is no question or no article."""
        text = normalise(question)
        with self._store.snapshot() as snapshot:
            if not text or snapshot.is_empty():
                yield None
                return
            reader = self._load(snapshot.model.name)
            yield _Asked(text, day or date.today(), snapshot, reader, reader.encoder.embed_questions([text])[0])

    def _retrieve(self, asked: _Asked, k: int) -> list[Candidate]:
        return retrieve(asked.question, asked.vector, asked.snapshot, self.settings, k, asked.day)

    def _load(self, name: str) -> SentenceReader:
        """Return a reader with the encoder `name`; the one held so far makes room for it."""
        with self._loading:
            if self._reader is None or self._reader.encoder.name != name:
                self._reader = SentenceReader(Encoder(name))
            return self._reader
