"""Questions that somebody may come back to, kept under small numbers that outlive a restart.

They have a database of their own: noting one never waits for a writer of articles.
"""

from __future__ import annotations

from pathlib import Path

from index.store.database import Database

_FORMAT = 1
_SCHEMA = """
CREATE TABLE IF NOT EXISTS questions (number INTEGER PRIMARY KEY AUTOINCREMENT, text TEXT NOT NULL UNIQUE) STRICT
"""
_KEPT = 100_000  # the oldest beyond so many are forgotten


class Questions:
    """The questions asked, without a word of who asked; usable from any thread."""

    def __init__(self, home: Path) -> None:
        """Open the database in `home`, made if absent. Raises StoreError."""
        self._database = Database(home / "questions.sqlite", _SCHEMA, _FORMAT)

    def remember(self, question: str) -> int:
        """Keep a question and return its number; the same question keeps its number."""
        with self._database.writing() as connection:
            connection.execute("INSERT INTO questions (text) VALUES (?) ON CONFLICT DO NOTHING", (question,))
            (number,) = connection.execute("SELECT number FROM questions WHERE text = ?", (question,)).fetchone()
            connection.execute("DELETE FROM questions WHERE number <= ?", (number - _KEPT,))
        return int(number)

    def recall(self, number: int) -> str | None:
        """Return the question with this number, or None where it was forgotten or never was."""
        with self._database.reading() as connection:
            row = connection.execute("SELECT text FROM questions WHERE number = ?", (number,)).fetchone()
        return row[0] if row else None

    def close(self) -> None:
        """Close the database."""
        self._database.close()
