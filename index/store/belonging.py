"""Which articles belong to which collections, as rows: read and changed within the caller's transaction."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable


def join(connection: sqlite3.Connection, article_id: str, names: Iterable[str]) -> bool:
    """Let an article belong to these collections too; return whether it did not belong to all of them before."""
    before = connection.total_changes
    rows = [(name, article_id) for name in names]
    connection.executemany("INSERT OR IGNORE INTO collections (name, article_id) VALUES (?, ?)", rows)
    return connection.total_changes > before


def leave(connection: sqlite3.Connection, article_id: str, names: Iterable[str] | None = None) -> None:
    """Let an article belong to these collections no longer, or to none."""
    several = of(connection, [article_id]).get(article_id, ()) if names is None else names
    rows = [(name, article_id) for name in several]
    connection.executemany("DELETE FROM collections WHERE name = ? AND article_id = ?", rows)


def of(connection: sqlite3.Connection, article_ids: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return by id the collections that each of these articles belongs to, sorted."""
    rows = connection.execute(
        "SELECT article_id, name FROM collections WHERE article_id IN (SELECT value FROM json_each(?)) ORDER BY name",
        (json.dumps(list(article_ids)),),
    )
    found: dict[str, tuple[str, ...]] = {}
    for id, name in rows:
        found[id] = (*found.get(id, ()), name)
    return found


def counts(connection: sqlite3.Connection) -> dict[str, int]:
    """Return the names of the collections, sorted, each with the number of its articles."""
    rows = connection.execute("SELECT name, count(*) FROM collections GROUP BY name ORDER BY name")
    return dict(rows.fetchall())


def count(connection: sqlite3.Connection, name: str) -> int:
    """Return how many articles a collection has."""
    return int(connection.execute("SELECT count(*) FROM collections WHERE name = ?", (name,)).fetchone()[0])


def any_passage(connection: sqlite3.Connection, name: str) -> bool:
    """Return whether a collection has a passage."""
    query = "SELECT EXISTS (SELECT 1 FROM collections JOIN passages USING (article_id) WHERE name = ?)"
    return bool(connection.execute(query, (name,)).fetchone()[0])


def passages(connection: sqlite3.Connection, name: str) -> list[int]:
    """Return the numbers of the passages of a collection."""
    rows = connection.execute(
        "SELECT passages.id FROM collections JOIN passages USING (article_id) WHERE name = ?", (name,)
    )
    return [number for (number,) in rows]


def within(collection: str | None) -> tuple[str, tuple[str, ...]]:
    """Return the condition that an article belongs to a collection, and the values in it; None is all articles."""
    if collection is None:
        return "TRUE", ()
    # Asked of each article in turn: so the first of a large collection are known without listing all of it.
    return "EXISTS (SELECT 1 FROM collections WHERE name = ? AND article_id = articles.id)", (collection,)
