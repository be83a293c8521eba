"""One index on disk: what is read of it, and its changes, each a transaction."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path

from index.edits import Edit, with_edits
from index.errors import ModelMismatch
from index.records import Added, Article, Passage, Stats
from index.store import checks, meta, places, rows
from index.store.database import Database, is_made
from index.store.meta import Model
from index.store.snapshot import Embedded, Rows, Snapshot
from index.store.vectors import VectorIndex

_FORMAT = 2
_UPGRADES = {
    1: (
        "ALTER TABLE articles ADD COLUMN edited TEXT NOT NULL DEFAULT '[]'",
        "CREATE INDEX articles_by_url ON articles (url)",
    )
}


class Store:
    """The folder of an index; usable from any thread and by several processes at once."""

    def __init__(self, home: Path) -> None:
        """Open the index in `home`, made if absent. Raises StoreError."""
        self._database = Database(
            database_path(home), files("index.store").joinpath("schema.sql").read_text("utf-8"), _FORMAT, _UPGRADES
        )
        self._vectors = VectorIndex(home / "vectors.faiss")
        with self._database.reading() as connection:
            self._vectors.distrust_future(connection)

    @contextmanager
    def snapshot(self) -> Iterator[Snapshot]:
        """Give the index as it stands now; one question is answered from one snapshot."""
        with self._database.reading() as connection:
            yield Snapshot(connection, self._vectors)

    def model(self) -> Model:
        """Return the model that all vectors come from; its name is empty for a new index."""
        with self._database.reading() as connection:
            return meta.model(connection)

    def adopt(self, model: Model) -> None:
        """Say that the vectors of a new index will come from `model`. Raises ModelMismatch if it has another."""
        with self._database.writing() as connection:
            if not meta.model(connection).name:
                meta.set_model(connection, model)
            _demand(connection, model)

    def generation(self) -> int:
        """Return a number that grows with every change."""
        with self._database.reading() as connection:
            return meta.generation(connection)

    def due(self, article: Article) -> Article | Added:
        """Return where this very article stands already, or the same text under another identity.

        Else return it as it is to be put: with what was put right by hand.
        """
        with self._database.reading() as connection:
            kept = places.kept(connection, article)
            return places.known(connection, kept) or kept

    def put(self, article: Article, passages: Sequence[Passage], vectors: Rows, model: Model) -> Added | None:
        """Add what was `due`, in place of an older text under its identity; `vectors` has shape (n, dimension).

        None where something was put right by hand meanwhile: then it is due otherwise, and nothing is added.
        Raises ModelMismatch where the index has come to another model since the vectors were made.
        """
        with self._database.writing() as connection:
            _demand(connection, model)
            kept = places.kept(connection, article)
            if known := places.known(connection, kept):
                return known
            if kept != article:
                return None
            older = rows.find(connection, "identity", article.identity)
            edited = rows.edited(connection, older) if older else []
            if older:
                rows.delete(connection, older)
            rows.insert(connection, article, passages, vectors, edited)
            meta.advance(connection)
        return Added(article.id, article.title, "updated" if older else "added", len(passages))

    def edit(self, id: str, edit: Edit, make: Callable[[Article], Embedded], model: Model) -> Article:
        """Put an article right and return it as it is now; `make` is called inside the transaction.

        Raises UnknownArticle, EditError where another article has the address, and ModelMismatch as `put` does.
        """
        with self._database.writing() as connection:
            _demand(connection, model)
            older = places.only(connection, id)
            article = with_edits(older, edit)
            places.demand_free(connection, article)
            edited = sorted({*rows.edited(connection, older), *edit})
            passages, vectors = make(article)
            rows.delete(connection, older)
            rows.insert(connection, article, passages, vectors, edited)
            meta.advance(connection)
        return article

    def remove(self, ids: Iterable[str]) -> list[Article]:
        """Take the articles whose ids begin so out, all or none, and return them. Raises UnknownArticle."""
        with self._database.writing() as connection:
            articles = list({places.only(connection, id): None for id in ids})
            for article in articles:
                rows.delete(connection, article)
            if articles:
                meta.advance(connection)
        return articles

    def replace_passages(self, model: Model, make: Callable[[Article], Embedded]) -> None:
        """Exchange all passages and the model in one transaction; readers go on with the old ones until then.

        `make` is called inside the transaction, so it should have its answers ready for most articles.
        """
        with self._database.writing() as connection:
            meta.set_model(connection, model)
            rows.delete_all_passages(connection)
            for article in rows.newest(connection, None, 0):
                rows.insert_passages(connection, article, *make(article))
            meta.advance(connection)

    def articles(self, limit: int | None = None, offset: int = 0) -> list[Article]:
        """Return articles by date of publication, newest first, those without one last."""
        with self._database.reading() as connection:
            return rows.newest(connection, limit, offset)

    def article(self, id: str) -> Article:
        """Return the only article whose id begins with `id`. Raises UnknownArticle."""
        with self._database.reading() as connection:
            return places.only(connection, id)

    def save_vectors(self) -> None:
        """Bring the FAISS file up to date."""
        with self._database.reading() as connection:
            self._vectors.save(connection)

    def rebuild_vectors(self) -> None:
        """Derive the FAISS file again from the stored vectors."""
        with self._database.reading() as connection:
            self._vectors.rebuild(connection)

    def stats(self) -> Stats:
        """Return counts and sizes."""
        with self._database.reading() as connection:
            return checks.stats(connection, self._database.path, self._vectors.path)

    def check(self) -> list[checks.Finding]:
        """Return what is wrong, and what to do about it; empty where all is well."""
        with self._database.reading() as connection:
            return checks.check(connection, self._vectors)

    def close(self) -> None:
        """Close the database."""
        self._database.close()


def database_path(home: Path) -> Path:
    """Return where in `home` the database is."""
    return home / "articles.sqlite"


def exists(home: Path) -> bool:
    """Whether there is an index in `home`."""
    return is_made(database_path(home))


def _demand(connection: sqlite3.Connection, model: Model) -> None:
    stored = meta.model(connection)
    if stored != model:
        raise ModelMismatch(stored.name, model.name)
