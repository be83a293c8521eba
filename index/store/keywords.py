"""The keyword index: BM25 (Robertson and Zaragoza 2009) over SQLite's FTS5."""

from __future__ import annotations

import sqlite3
import unicodedata

from index.records import Article, Passage

# A word of the title counts this much of one in the passage: all passages of an article have the same title.
_TITLE_WEIGHT = 1.0
# A longer question brings nothing more, and every word costs a walk through the index.
_MOST_WORDS = 64
# They stand in every passage, so they cost much time and say nothing about any.
_STOP_WORDS = frozenset(
    """
    a about am an and are as at be been being but by can could did do does doing for from had has have he her him
    his how i if in into is it its itself just me my no nor not of on or our she should so some such than that the
    their them then there these they this those to too very was we were what when where which while who whom why
    will with would you your
    """.split()  # noqa: SIM905  # a list of them takes a screen
)


def insert(connection: sqlite3.Connection, number: int | None, article: Article, passage: Passage) -> None:
    """Add a passage under its number, with its article's title."""
    connection.execute(
        "INSERT INTO keywords (rowid, title, body) VALUES (?, ?, ?)", (number, *_indexed(article, passage))
    )


def delete(connection: sqlite3.Connection, number: int, article: Article, passage: Passage) -> None:
    """Take a passage out; it must be the one that was added."""
    connection.execute(
        "INSERT INTO keywords (keywords, rowid, title, body) VALUES ('delete', ?, ?, ?)",
        (number, *_indexed(article, passage)),
    )


def clear(connection: sqlite3.Connection) -> None:
    """Take all passages out, ones that should not be there too."""
    connection.execute("INSERT INTO keywords (keywords) VALUES ('delete-all')")


def search(connection: sqlite3.Connection, question: str, limit: int) -> list[tuple[int, float]]:
    """Return (passage number, BM25 score) of the passages that share words with the question, highest score first."""
    query = _any_word(question)
    if not query:
        return []
    rows = connection.execute(
        "SELECT rowid, -bm25(keywords, ?, 1.0) AS score FROM keywords WHERE keywords MATCH ? "
        "ORDER BY score DESC, rowid LIMIT ?",
        (_TITLE_WEIGHT, query, limit),
    )
    return [(number, max(0.0, score)) for number, score in rows]


def _indexed(article: Article, passage: Passage) -> tuple[str, str]:
    # A header begins with the title, which would count twice there.
    return ("" if passage.field == "header" else article.title or "", passage.text)


def _any_word(question: str) -> str:
    """Return the FTS5 query that any of the question's words satisfies; each is quoted, so none is an operator."""
    words = {word.casefold(): word for word in _words(question)}
    telling = [word for folded, word in words.items() if folded not in _STOP_WORDS] or list(words.values())
    return " OR ".join(f'"{word}"' for word in telling[:_MOST_WORDS])


def _words(question: str) -> list[str]:
    """Return the runs of letters, digits and their marks, in the case they have: FTS5 folds it as in the texts."""
    return "".join(one if unicodedata.category(one)[0] in "LNM" else " " for one in question).split()
