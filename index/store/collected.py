"""Collections: which articles belong to which, each call a transaction."""

from __future__ import annotations

from collections.abc import Iterable

from index.records import Article
from index.store import belonging, meta, places, rows
from index.store.database import Database


class Collections:
    """The collections of a database's articles; usable from any thread."""

    def __init__(self, database: Database) -> None:
        """Read and change that database."""
        self._database = database

    def counts(self) -> dict[str, int]:
        """Return the names of the collections, sorted, each with the number of its articles."""
        with self._database.reading() as connection:
            return belonging.counts(connection)

    def of(self, ids: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """Return by id the collections that each of these articles belongs to, sorted."""
        with self._database.reading() as connection:
            return belonging.of(connection, ids)

    def assign(self, id: str, names: Iterable[str]) -> Article:
        """Let an article belong to these collections alone, and return it. Raises UnknownArticle."""
        with self._database.writing() as connection:
            article = places.only(connection, id)
            belonging.leave(connection, article.id)
            belonging.join(connection, article.id, names)
            meta.advance(connection)
        return article

    def join(self, id: str, name: str) -> None:
        """Let the article with this very id belong to a collection too, if it is still there."""
        with self._database.writing() as connection:
            if rows.find(connection, "id", id) and belonging.join(connection, id, [name]):
                meta.advance(connection)
