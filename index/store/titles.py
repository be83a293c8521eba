"""Titles: articles found by words of their titles, without reading the texts of those that are not asked for."""

from __future__ import annotations

import sqlite3

from index.normal import folded
from index.records import Article
from index.store import belonging, rows
from index.store.database import Database


class Titles:
    """The titles of a database's articles; usable from any thread."""

    def __init__(self, database: Database) -> None:
        """Read that database."""
        self._database = database

    def count(self, words: str, collection: str | None = None) -> int:
        """Return how many titles have all words in them, in any case and order; of a collection, or of all."""
        where, values = _where(words, collection)
        with self._database.reading() as connection:
            _fold(connection)
            return int(connection.execute(f"SELECT count(*) FROM articles WHERE {where}", values).fetchone()[0])

    def find(self, words: str, collection: str | None, limit: int, offset: int = 0) -> list[Article]:
        """Return some of the articles whose titles `count` counts, newest first, those without a date last."""
        where, values = _where(words, collection)
        with self._database.reading() as connection:
            _fold(connection)
            ids = connection.execute(
                f"SELECT id FROM articles WHERE {where} ORDER BY published DESC, id LIMIT ? OFFSET ?",
                (*values, limit, offset),
            ).fetchall()
            return [found for (id,) in ids if (found := rows.find(connection, "id", id))]


def _where(words: str, collection: str | None) -> tuple[str, list[str]]:
    """Return the condition, and the values in it."""
    wanted = folded(words).split()
    belongs, values = belonging.within(collection)
    conditions = ["title IS NOT NULL", *("instr(folded(title), ?) > 0" for _ in wanted), belongs]
    return " AND ".join(conditions), [*wanted, *values]


def _fold(connection: sqlite3.Connection) -> None:
    # SQLite's own lower() knows only Latin letters without marks.
    connection.create_function("folded", 1, folded, deterministic=True)
