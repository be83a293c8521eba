"""One index on disk: what is read of it, and its changes, each a transaction."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from importlib.resources import files
from pathlib import Path

from index.errors import ModelMismatch, UnknownArticle
from index.records import Added, Article, Passage, Stats
from index.store import checks, meta, rows
from index.store.database import Database, is_made
from index.store.meta import Model
from index.store.snapshot import Embedded, Rows, Snapshot
from index.store.vectors import VectorIndex

_FORMAT = 1


class Store:
    """The folder of an index; usable from any thread and by several processes at once."""

    def __init__(self, home: Path) -> None:
        """Open the index in `home`, made if absent. Raises StoreError."""
        self._database = Database(
            database_path(home), files("index.store").joinpath("schema.sql").read_text("utf-8"), _FORMAT
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

    def known(self, article: Article) -> Added | None:
        """Return where this very article stands already, or the same text under another identity; else None."""
        with self._database.reading() as connection:
            return _known(connection, article)

    def put(self, article: Article, passages: Sequence[Passage], vectors: Rows, model: Model) -> Added:
        """Add an article, in place of an older text under its identity; `vectors` has shape (n, dimension).

        Raises ModelMismatch where the index has come to another model since the vectors were made.
        """
        with self._database.writing() as connection:
            _demand(connection, model)
            if known := _known(connection, article):
                return known
            older = rows.find(connection, "identity", article.identity)
            if older:
                rows.delete(connection, older)
            rows.insert(connection, article, passages, vectors)
            meta.advance(connection)
        return Added(article.id, article.title, "updated" if older else "added", len(passages))

    def remove(self, ids: Iterable[str]) -> list[Article]:
        """Take the articles whose ids begin so out, all or none, and return them. Raises UnknownArticle."""
        with self._database.writing() as connection:
            articles = list({_only(connection, id): None for id in ids})
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
            return _only(connection, id)

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


def _known(connection: sqlite3.Connection, article: Article) -> Added | None:
    found = rows.find(connection, "identity", article.identity) or rows.find(connection, "digest", article.digest)
    # Where a page was saved is no part of what it says: its URL is its identity then.
    if found is None or (found.identity == article.identity and found != replace(article, path=found.path)):
        return None
    return Added(found.id, found.title, "unchanged", rows.passage_count(connection, found.id))


def _only(connection: sqlite3.Connection, prefix: str) -> Article:
    ids = rows.ids_that_begin_with(connection, prefix) if prefix and prefix.isascii() else []
    article = rows.find(connection, "id", ids[0]) if len(ids) == 1 else None
    if article is None:
        raise UnknownArticle(
            f"{len(ids)} articles have ids that begin with {prefix}: give more of it"
            if ids
            else f"no article has the id {prefix!r}; `python -m index list` shows them all"
        )
    return article
