"""Articles as they stand, with all that is kept of them: read before a change, put back when it is undone."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass

from index.collection_names import DEFAULT
from index.records import Article
from index.store import belonging, meta, places, rows
from index.store.database import Database
from index.store.meta import Model
from index.store.snapshot import Embedded


@dataclass(frozen=True, slots=True)
class Standing:
    """An article as it stands in an index, with what is kept of it besides: all that it takes to put it back.

    `edited` are the fields that were put right by hand, `collections` what it belongs to.
    """

    article: Article
    edited: tuple[str, ...] = ()
    collections: tuple[str, ...] = ()


class Standings:
    """The articles of a database as they stand; usable from any thread."""

    def __init__(self, database: Database) -> None:
        """Read and change that database."""
        self._database = database

    def of(self, id: str) -> Standing | None:
        """Return the article with this very id as it stands, None where there is none."""
        with self._database.reading() as connection:
            return _standing(connection, rows.find(connection, "id", id))

    def before(self, article: Article) -> Standing | None:
        """Return what stands in the place that `article` would take, else what has its text; None for neither."""
        with self._database.reading() as connection:
            found = places.older(connection, article) or rows.find(connection, "digest", article.digest)
            return _standing(connection, found)

    def put_back(self, standing: Standing, make: Callable[[Article], Embedded], model: Model) -> None:
        """Let an article stand as it stood, in place of what has its id now; `make` is called in the transaction.

        Raises EditError where another article has its address now, and ModelMismatch.
        """
        article = standing.article
        with self._database.writing() as connection:
            meta.demand(connection, model)
            places.demand_free(connection, article)
            passages, vectors = make(article)
            if now := rows.find(connection, "id", article.id):
                rows.delete(connection, now)
            rows.insert(connection, article, passages, vectors, standing.edited, standing.collections or (DEFAULT,))
            meta.advance(connection)


def _standing(connection: sqlite3.Connection, article: Article | None) -> Standing | None:
    if article is None:
        return None
    belongs = belonging.of(connection, [article.id])[article.id]
    return Standing(article, tuple(rows.edited(connection, article)), belongs)
