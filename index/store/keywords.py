"""The keyword index: BM25 (Robertson and Zaragoza 2009) over SQLite's FTS5."""

from __future__ import annotations

import math
import sqlite3
import unicodedata
from itertools import pairwise

from index.records import Article, Passage

# A word of the title counts this much of one in the passage: all passages of an article have the same title.
_TITLE_WEIGHT = 1.0
# FTS5's k1, which it does not let one set: a word counts at most k1 + 1 times its inverse document frequency.
_K1 = 1.2
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


# Takes no part of the bytes that are marks but the one of the passage: a lookup in a table takes ten times as long.
_MARKED = "substr(?, rowid + 1, 1) = x'01'"


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


def search(
    connection: sqlite3.Connection, question: str, limit: int, among: bytes | None = None
) -> list[tuple[int, float]]:
    r"""Return (passage number, BM25 score) of the passages that share words with the question, highest score first.

    `among` has a byte for each number, b"\1" where its passage may be found; None lets all be found.
    Two words that stand together in the question count once more where they stand together in a passage.
    """
    query = " OR ".join(f'"{words}"' for words in (*_telling(question), *_pairs(question)))
    if not query:
        return []
    rows = connection.execute(
        "SELECT rowid, -bm25(keywords, ?, 1.0) AS score FROM keywords WHERE keywords MATCH ? "
        f"AND {'TRUE' if among is None else _MARKED} ORDER BY score DESC, rowid LIMIT ?",
        (_TITLE_WEIGHT, query, *(() if among is None else (among,)), limit),
    )
    return [(number, max(0.0, score)) for number, score in rows]


def ceiling(connection: sqlite3.Connection, question: str) -> float:
    """Return the score that no passage exceeds by the question's single words, 0 or more.

    A score's share of it says how much of the question a passage has. Words that no passage has count most:
    so the share is low for a question in another language, however rare the one name is that was found.
    """
    [total] = connection.execute("SELECT count(*) FROM keywords_docsize").fetchone()
    return sum((_K1 + 1) * _inverse_frequency(connection, word, total) for word in _telling(question))


def _inverse_frequency(connection: sqlite3.Connection, word: str, total: int) -> float:
    """Return a word's inverse document frequency as FTS5's bm25() has it, but 0 for words that most passages have."""
    [count] = connection.execute("SELECT count(*) FROM keywords WHERE keywords MATCH ?", (f'"{word}"',)).fetchone()
    return max(0.0, math.log((total - count + 0.5) / (count + 0.5)))


def _indexed(article: Article, passage: Passage) -> tuple[str, str]:
    # A header begins with the title, which would count twice there.
    return ("" if passage.field == "header" else article.title or "", passage.text)


def _telling(question: str) -> list[str]:
    """Return the question's words without stop words, each once; all of them where there are no others."""
    words = {word.casefold(): word for word in _words(question)}
    telling = [word for folded, word in words.items() if folded not in _STOP_WORDS] or list(words.values())
    return telling[:_MOST_WORDS]


def _pairs(question: str) -> list[str]:
    """Return each two words that stand together and are not both stop words, as an FTS5 phrase, each once."""
    pairs = [pair for pair in pairwise(_words(question)) if not _STOP_WORDS.issuperset(map(str.casefold, pair))]
    return list({" ".join(pair).casefold(): " ".join(pair) for pair in pairs}.values())[:_MOST_WORDS]


def _words(question: str) -> list[str]:
    """Return the runs of letters, digits and their marks, in the case they have: FTS5 folds it as in the texts."""
    return "".join(one if unicodedata.category(one)[0] in "LNM" else " " for one in question).split()
