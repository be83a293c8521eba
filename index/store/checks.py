"""Whether SQLite, its keyword index and FAISS tell the same story, and how large they are."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from pathlib import Path

from index.store import meta
from index.store.vectors import VectorIndex


@dataclass(frozen=True, slots=True)
class Stats:
    """What an index holds: counts, sizes on disk in bytes, the generation (grows with every change), the model."""

    articles: int
    passages: int
    generation: int
    embedding_model: str
    dimension: int
    database_bytes: int
    vectors_bytes: int


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is not as it should be: `severe` where data are wrong, not where the next start mends it."""

    problem: str
    advice: str
    severe: bool


def check(connection: sqlite3.Connection, vectors: VectorIndex) -> list[Finding]:
    """Return what is wrong; empty where all is well."""
    numbers = {number for (number,) in connection.execute("SELECT id FROM passages")}
    return [
        *_database(connection),
        *_keywords(connection, numbers),
        *_stored_vectors(connection),
        *_vector_file(connection, vectors, numbers),
    ]


def stats(connection: sqlite3.Connection, database: Path, vectors: Path) -> Stats:
    """Return counts and sizes; sizes in bytes, the write-ahead log included."""
    model = meta.model(connection)
    log = database.with_name(database.name + "-wal")
    return Stats(
        articles=_count(connection, "articles"),
        passages=_count(connection, "passages"),
        generation=meta.generation(connection),
        embedding_model=model.name,
        dimension=model.dimension,
        database_bytes=sum(path.stat().st_size for path in (database, log) if path.exists()),
        vectors_bytes=vectors.stat().st_size if vectors.exists() else 0,
    )


def _database(connection: sqlite3.Connection) -> list[Finding]:
    damage = [row[0] for row in connection.execute("PRAGMA integrity_check(5)") if row[0] != "ok"]
    damage += [f"a row of {row[0]} refers to nothing" for row in connection.execute("PRAGMA foreign_key_check")]
    advice = "put a backup of the database in its place, or move it away and add the articles again"
    return [Finding(f"the database is damaged: {'; '.join(damage)}", advice, severe=True)] if damage else []


def _keywords(connection: sqlite3.Connection, numbers: set[int]) -> list[Finding]:
    indexed = {number for (number,) in connection.execute("SELECT rowid FROM keywords")}
    return _difference("the keyword index", indexed, numbers, "python -m index rebuild --embed", severe=True)


def _stored_vectors(connection: sqlite3.Connection) -> list[Finding]:
    size = 4 * meta.model(connection).dimension
    wrong = connection.execute("SELECT count(*) FROM passages WHERE length(vector) <> ?", (size,)).fetchone()[0]
    advice = "run `python -m index rebuild --embed`"
    return [Finding(f"{wrong} stored vectors have the wrong size", advice, severe=True)] if wrong else []


def _vector_file(connection: sqlite3.Connection, vectors: VectorIndex, numbers: set[int]) -> list[Finding]:
    if not meta.generation(connection):
        return []
    name = vectors.file.path.name
    if not vectors.is_good(connection):
        advice = "nothing: the next start derives it again (or run `python -m index rebuild`)"
        return [Finding(f"{name} is missing, stale or damaged", advice, severe=False)]
    vectors.refresh(connection)
    # One that is a little behind holds what was removed since.
    held = vectors.numbers() & numbers if vectors.is_behind(connection) else vectors.numbers()
    return _difference(name, held, numbers, "python -m index rebuild", severe=False)


def _difference(name: str, held: set[int], wanted: set[int], command: str, *, severe: bool) -> list[Finding]:
    missing, ghosts = len(wanted - held), len(held - wanted)
    if not missing and not ghosts:
        return []
    return [Finding(f"{name} lacks {missing} passages and holds {ghosts} removed ones", f"run `{command}`", severe)]


def _count(connection: sqlite3.Connection, table: str) -> int:
    return int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])
