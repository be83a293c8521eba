"""What the database says of itself: its generation, and the model that made its vectors."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from index.errors import ModelMismatch


@dataclass(frozen=True, slots=True)
class Model:
    """The embedding model that all vectors of an index come from."""

    name: str
    dimension: int


def generation(connection: sqlite3.Connection) -> int:
    """Return a number that grows with every change; 0 for a new database."""
    return int(_get(connection, "generation") or 0)


def advance(connection: sqlite3.Connection) -> None:
    """Count one more generation."""
    _set(connection, "generation", generation(connection) + 1)


def model(connection: sqlite3.Connection) -> Model:
    """Return the model of the vectors; its name is empty until `set_model`."""
    return Model(str(_get(connection, "embedding_model") or ""), int(_get(connection, "dimension") or 0))


def set_model(connection: sqlite3.Connection, new: Model) -> None:
    """Say that all vectors come from the model `new`."""
    _set(connection, "embedding_model", new.name)
    _set(connection, "dimension", new.dimension)


def demand(connection: sqlite3.Connection, wanted: Model) -> None:
    """Raise ModelMismatch where the vectors come from another model than `wanted`."""
    stored = model(connection)
    if stored != wanted:
        raise ModelMismatch(stored.name, wanted.name)


def _get(connection: sqlite3.Connection, key: str) -> str | int | None:
    row = connection.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
    return row[0] if row else None


def _set(connection: sqlite3.Connection, key: str, value: str | int) -> None:
    connection.execute("INSERT INTO meta VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value", (key, value))
