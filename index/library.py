"""ArticleIndex: articles in, answers out. The one door through which everything else uses `index`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import Self, Unpack

from index import indexing, store
from index.answers import SHOWN, not_found
from index.asking import Asking
from index.calibration import Calibration, current_calibration, save_calibration
from index.edits import Edit, checked, with_edits
from index.errors import ModelMismatch
from index.loaded import Loader
from index.normal import normalise
from index.records import Added, Answer, Article, Candidate, Span, Stats
from index.settings import Settings
from index.store import Feedback, Finding, Model, Questions, Store


class ArticleIndex:
    """Articles, searched and asked; usable from any thread, and by several processes on the same folder.

    `feedback` keeps what was shown to people, what they think of it, and what is right.
    """

    def __init__(
        self, settings: Settings, store: Store, questions: Questions, feedback: Feedback, loader: Loader
    ) -> None:
        """Put the parts together; `open` makes them."""
        self.settings = settings
        self._store = store
        self._questions = questions
        self.feedback = feedback
        self._loader = loader

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

    def add(self, articles: Iterable[Article], *, progress: Callable[[Added], None] | None = None) -> list[Added]:
        """Add articles, each in a transaction of its own, and return what became of each, in order.

        Unchanged ones are skipped, changed ones replaced. `progress` is called after each.
        """
        added: list[Added] = []
        try:
            for batch in indexing.batches(articles):
                for one in indexing.add(self._store, batch, lambda: self._loader.encoder(self._model()), self.settings):
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

    def edit(self, id: str, **fields: Unpack[Edit]) -> Article:
        """Put right what is known about the article whose id begins with `id`, and return it; its id stays.

        An empty value takes a field away. What is changed so is kept when the article is added again.
        Raises EditError where that can't be, and UnknownArticle.
        """
        edit = checked(fields)
        edited = with_edits(self._store.article(id), edit)
        encoder = self._loader.encoder(self._model())
        make = indexing.embedded([edited], encoder, self.settings)
        edited = self._store.edit(id, edit, make, Model(encoder.name, encoder.dimension))
        self._store.save_vectors()
        return edited

    def articles(self, *, limit: int | None = None, offset: int = 0) -> list[Article]:
        """Return the articles by date of publication, newest first, those without one last."""
        return self._store.articles(limit, offset)

    def article(self, id: str) -> Article:
        """Return the article whose id begins with `id`. Raises UnknownArticle where that is none or several."""
        return self._store.article(id)

    def find(self, id: str) -> Article | None:
        """Return the article with this very id, None where there is none."""
        with self._store.snapshot() as snapshot:
            return snapshot.article(id)

    def search(self, question: str, k: int = 10, *, asked: date | None = None) -> list[Candidate]:
        """Return the `k` passages that fit best, best first; `asked` is the day of asking, today where None."""
        with self._asking(question, asked) as asking:
            return asking.retrieve(k) if asking else []

    def answer(
        self,
        question: str,
        *,
        asked: date | None = None,
        min_confidence: float | None = None,
        about: str | None = None,
    ) -> Answer:
        """Answer from the articles as they stand now.

        `asked` is the day on which it is asked, today where None: articles of that time, or of the time that
        the question names, are preferred. `min_confidence` takes the place of the setting. `about` is the id of the
        article that is talked about, for a question such as "Who wrote it?"; where there is only one, it is that.
        """
        if not normalise(question):
            return not_found(question, "empty_question")
        with self._asking(question, asked) as asking:
            return asking.answer(min_confidence, about) if asking else not_found(question, "empty_index")

    def read(
        self, question: str, *, asked: date | None = None, foreign: bool = False
    ) -> tuple[list[Candidate], list[Span]]:
        """Return the best passages, and the best span of each that is read, as for a `foreign` question or not."""
        with self._asking(question, asked) as asking:
            candidates = asking.retrieve(SHOWN) if asking else []
            return candidates, asking.read(candidates, foreign=foreign)[0] if asking else []

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

    def calibrate(self, calibration: Calibration) -> None:
        """Keep a calibration with the index, before the reader's own; it holds from the next question on."""
        save_calibration(calibration, self.settings.articles_home)

    def warm_up(self) -> None:
        """Load the models now, so that the first question does not wait for them."""
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

    @contextmanager
    def _asking(self, question: str, day: date | None) -> Iterator[Asking | None]:
        """Give what a question is answered from, None where there is no question or no article."""
        with self._store.snapshot() as snapshot:
            text = normalise(question)
            if text and not snapshot.is_empty():
                yield Asking(question, text, day or date.today(), snapshot, self._loader, self.settings)
            else:
                yield None
