"""ArticleIndex: articles in, answers out. The one door through which everything else uses `index`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, closing
from datetime import date
from typing import Self, Unpack

from index import indexing, store
from index.answers import not_found
from index.asking import Asking, How, asking
from index.calibration import Calibration, current_calibration
from index.collection_names import chosen
from index.edits import Edit, checked
from index.embeddings import Encoder
from index.errors import ModelMismatch
from index.history import History
from index.loaded import Loader
from index.normal import normalise
from index.records import Added, Answer, Article, Candidate
from index.settings import Settings
from index.store import Feedback, Finding, Questions, Stats, Store


class ArticleIndex:
    """Articles, searched and asked; usable from any thread, and by several processes on the same folder.

    An article belongs to one collection or more, by name; where a call names one, others are not there for it. A name
    that none can have raises CollectionError. `feedback` keeps what was shown to people, what they think of it, what is
    right; `history` puts articles back; `stories` tells which have nearly the same text; `titles` finds by them.
    """

    def __init__(
        self, settings: Settings, store: Store, questions: Questions, feedback: Feedback, loader: Loader
    ) -> None:
        """Put the parts together; `open` makes them."""
        self.settings, self._store, self._loader = settings, store, loader
        self._questions, self.feedback = questions, feedback
        self.history = History(store, loader, settings)
        self.stories, self.titles = store.stories, store.titles

    @staticmethod
    def exists(settings: Settings) -> bool:
        """Whether there is an index in `settings.articles_home`."""
        return store.exists(settings.articles_home)

    @classmethod
    def open(cls, settings: Settings, *, accept_mismatch: bool = False, loader: Loader | None = None) -> Self:
        """Open the index in `settings.articles_home`, made if absent; models are loaded when first needed.

        Indexes that are given the same `loader` share them.
        Raises StoreError, and ModelMismatch where another model made the index, unless `accept_mismatch`.
        """
        opened = Store(settings.articles_home)
        stored = opened.model().name
        if stored not in ("", settings.embedding_model) and not accept_mismatch:
            opened.close()
            raise ModelMismatch(stored, settings.embedding_model)
        home = settings.articles_home
        return cls(settings, opened, Questions(home), Feedback(home), loader or Loader(settings.reader_model))

    def add(
        self,
        articles: Iterable[Article],
        *,
        collection: str | None = None,
        progress: Callable[[Added], None] | None = None,
    ) -> list[Added]:
        """Add articles, each in a transaction of its own, and return what became of each, in order.

        Unchanged ones are skipped, changed ones replaced. All belong to `collection` then, besides those that they
        belonged to; without one, those that are new belong to "default". `progress` is called after each.
        """
        added: list[Added] = []
        adding = indexing.add(self._store, articles, self._encoder, self.settings, chosen(collection))
        try:
            with closing(adding):
                for one in adding:
                    added.append(one)
                    if progress:
                        progress(one)
        finally:
            self._store.save_vectors()
        return added

    def remove(self, ids: Iterable[str], collection: str | None = None) -> list[Article]:
        """Take the articles with these ids (or beginnings of ids) out, all or none, and return them.

        With a collection they are taken out of that one only, and stay where they belong to others.
        Raises UnknownArticle where an id fits no article, or several.
        """
        removed = self._store.remove(ids, chosen(collection))
        if removed:
            self._store.save_vectors()
        return removed

    def edit(self, id: str, **fields: Unpack[Edit]) -> Article:
        """Put right what is known about the article whose id begins with `id`, and return it; its id stays.

        An empty value takes a field away. What is changed so is kept when the article is added again.
        Raises EditError where that can't be, and UnknownArticle.
        """
        edited = indexing.edit(self._store, id, checked(fields), self._encoder, self.settings)
        self._store.save_vectors()
        return edited

    def articles(self, *, limit: int | None = None, offset: int = 0, collection: str | None = None) -> list[Article]:
        """Return the articles by date of publication, newest first, those without one last."""
        return self._store.articles(limit, offset, chosen(collection))

    def collections(self) -> dict[str, int]:
        """Return the names of the collections, sorted, each with the number of its articles."""
        return self._store.collections.counts()

    def collections_of(self, ids: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """Return by id, of the articles with these very ids, the collections that each belongs to, sorted."""
        return self._store.collections.of(ids)

    def article(self, id: str) -> Article:
        """Return the article whose id begins with `id`. Raises UnknownArticle where that is none or several."""
        return self._store.article(id)

    def find(self, id: str) -> Article | None:
        """Return the article with this very id, None where there is none."""
        with self._store.snapshot() as snapshot:
            return snapshot.article(id)

    def search(
        self, question: str, k: int = 10, *, asked: date | None = None, collection: str | None = None
    ) -> list[Candidate]:
        """Return the `k` passages that fit best, best first; `asked` is the day of asking, today where None."""
        with self.asking(question, asked, collection) as asking:
            return asking.retrieve(k) if asking else []

    def answer(
        self,
        question: str,
        *,
        asked: date | None = None,
        min_confidence: float | None = None,
        about: str | None = None,
        collection: str | None = None,
    ) -> Answer:
        """Answer from the articles as they stand now.

        `asked` is the day of asking, today where None: articles of that time, or of the time that the question names,
        are preferred. `min_confidence` takes the place of the setting. `about` is the id of the article that is talked
        about, for a question such as "Who wrote it?"; where there is only one, it is that.
        """
        if not normalise(question):
            return not_found(question, "empty_question")
        with self.asking(question, asked, collection) as asking:
            return asking.answer(min_confidence, about) if asking else not_found(question, "empty_index")

    def answer_many(self, questions: Iterable[str], **how: Unpack[How]) -> Iterator[Answer]:
        """Yield the answer to each question, in order, each as soon as it is known; `how` as for `answer`."""
        return (self.answer(question, **how) for question in questions)

    def asking(
        self, question: str, day: date | None = None, collection: str | None = None
    ) -> AbstractContextManager[Asking | None]:
        """Give, for a `with` block, what a question is answered from; None where there is no question or no article."""
        return asking(question, day, collection, self._store, self._loader, self.settings)

    def rebuild(self, *, embed: bool = False, progress: Callable[[int, int], None] | None = None) -> None:
        """Derive the FAISS file again; with `embed`, cut and embed everything again with the setting's model.

        Readers go on with the old passages until the new ones are complete. `progress` is called with
        the number of articles done and of all.
        """
        if embed:
            encoder = self._loader.encoder(self.settings.embedding_model)
            indexing.embed_again(self._store, encoder, self.settings, progress)
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

    @property
    def calibration(self) -> Calibration:
        """How the confidence of an answer is told from what speaks for it."""
        own = self._loader.readers(self._model()).own
        return current_calibration(self.settings.articles_home, own.calibration)

    def warm_up(self) -> None:
        """Load models and vectors now, so that the first question does not wait for them."""
        self._store.load_vectors()
        self._loader.readers(self._model())

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
        self.feedback.close()

    def _model(self) -> str:
        """Return the name of the model that made the index, that of the setting before one has."""
        return self._store.model().name or self.settings.embedding_model

    def _encoder(self) -> Encoder:
        return self._loader.encoder(self._model())
