"""Articles and passages as rows: written, read and removed within the caller's transaction."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from index.collection_names import DEFAULT
from index.records import Article, Field, Passage
from index.store import belonging, keywords, stories


@dataclass(frozen=True, slots=True)
class Origin:
    """What a passage was cut from, and when its article was published (ISO 8601)."""

    field: Field
    published: str | None


_COLUMNS = "identity, text, title, authors, published, publisher, url, path, updated, language"
_LAST = "\U0010ffff"  # stands behind all that begins alike: so an index finds it, which a function of the column hides


def insert(
    connection: sqlite3.Connection,
    article: Article,
    passages: Sequence[Passage],
    vectors: npt.NDArray[np.float32],
    edited: Sequence[str] = (),
    collections: Iterable[str] = (DEFAULT,),
) -> None:
    """Add an article with its passages; `vectors` holds a unit row for each, of shape (n, dimension).

    `edited` are the fields that were put right by hand, `collections` what it belongs to.
    """
    connection.execute(
        f"INSERT INTO articles (id, digest, edited, {_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (article.id, article.digest, json.dumps(edited), article.identity, article.text, article.title,
         json.dumps(article.authors), article.published, article.publisher, article.url, article.path, article.updated,
         article.language),
    )  # fmt: skip
    insert_passages(connection, article, passages, vectors)
    stories.insert(connection, article)
    belonging.join(connection, article.id, collections)


def insert_passages(
    connection: sqlite3.Connection, article: Article, passages: Sequence[Passage], vectors: npt.NDArray[np.float32]
) -> None:
    """Add the passages of an article that is there already."""
    for passage, vector in zip(passages, vectors, strict=True):
        number = connection.execute(
            'INSERT INTO passages (article_id, field, "start", "end", context, vector) VALUES (?, ?, ?, ?, ?, ?)',
            (article.id, passage.field, passage.start, passage.end, passage.context, vector.astype("<f4").tobytes()),
        ).lastrowid
        keywords.insert(connection, number, article, passage)


def delete(connection: sqlite3.Connection, article: Article) -> None:
    """Take an article and all that was derived from it out."""
    query = 'SELECT id, field, "start", "end", context FROM passages WHERE article_id = ?'
    for number, *columns in connection.execute(query, (article.id,)).fetchall():
        keywords.delete(connection, number, article, _passage(article, *columns))
    connection.execute("DELETE FROM passages WHERE article_id = ?", (article.id,))
    stories.delete(connection, article)
    connection.execute("DELETE FROM articles WHERE id = ?", (article.id,))


def delete_all_passages(connection: sqlite3.Connection) -> None:
    """Take the passages of all articles out, and leave the articles."""
    keywords.clear(connection)
    connection.execute("DELETE FROM passages")


def edited(connection: sqlite3.Connection, article: Article) -> list[str]:
    """Return the fields of an article that were put right by hand."""
    [names] = connection.execute("SELECT edited FROM articles WHERE id = ?", (article.id,)).fetchone()
    return list(json.loads(names))


def find(connection: sqlite3.Connection, column: str, value: str) -> Article | None:
    """Return the article whose `column` ("id", "identity", "digest" or "url") is `value`."""
    row = connection.execute(f"SELECT {_COLUMNS} FROM articles WHERE {column} = ? LIMIT 1", (value,)).fetchone()
    return _article(*row) if row else None


def titled(connection: sqlite3.Connection, beginning: str, collection: str | None = None) -> Article | None:
    """Return the newest article whose title begins so; Latin letters may have another case."""
    condition, values = belonging.within(collection)
    row = connection.execute(
        f"SELECT {_COLUMNS} FROM articles WHERE lower(title) >= lower(?) AND lower(title) < lower(?) || ? "
        f"AND {condition} ORDER BY published DESC LIMIT 1",
        (beginning, beginning, _LAST, *values),
    ).fetchone()
    return _article(*row) if row else None


def ids_that_begin_with(connection: sqlite3.Connection, prefix: str) -> list[str]:
    """Return at most ten ids that begin with `prefix`."""
    rows = connection.execute("SELECT id FROM articles WHERE id >= ? AND id < ? LIMIT 10", (prefix, prefix + _LAST))
    return [id for (id,) in rows]


def newest(
    connection: sqlite3.Connection, limit: int | None, offset: int, collection: str | None = None
) -> list[Article]:
    """Return articles by date of publication, newest first, those without one last."""
    condition, values = belonging.within(collection)
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM articles WHERE {condition} ORDER BY published DESC, id LIMIT ? OFFSET ?",
        (*values, -1 if limit is None else limit, offset),
    )
    return [_article(*row) for row in rows]


def article_count(connection: sqlite3.Connection, collection: str | None = None) -> int:
    """Return how many articles there are."""
    if collection is None:
        return int(connection.execute("SELECT count(*) FROM articles").fetchone()[0])
    return belonging.count(connection, collection)


def passage_count(connection: sqlite3.Connection, article_id: str) -> int:
    """Return how many passages an article has."""
    row = connection.execute("SELECT count(*) FROM passages WHERE article_id = ?", (article_id,)).fetchone()
    return int(row[0])


def any_passage(connection: sqlite3.Connection, collection: str | None = None) -> bool:
    """Return whether there is a passage."""
    if collection is None:
        return bool(connection.execute("SELECT EXISTS (SELECT 1 FROM passages)").fetchone()[0])
    return belonging.any_passage(connection, collection)


def load(connection: sqlite3.Connection, numbers: Iterable[int]) -> dict[int, tuple[Passage, Article]]:
    """Return the passages with these numbers, each with its article; those that are no more are left out."""
    rows = connection.execute(
        'SELECT id, article_id, field, "start", "end", context FROM passages '
        "WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(numbers)),),
    ).fetchall()
    articles = {id: find(connection, "id", id) for id in {row[1] for row in rows}}
    found = {number: (article, columns) for number, id, *columns in rows if (article := articles[id])}
    return {number: (_passage(article, *columns), article) for number, (article, columns) in found.items()}


def embedded(connection: sqlite3.Connection, article: Article) -> tuple[list[Passage], npt.NDArray[np.float32]]:
    """Return the passages of an article, in order, and their unit rows, shape (n, dimension)."""
    query = 'SELECT vector, field, "start", "end", context FROM passages WHERE article_id = ? ORDER BY id'
    rows = connection.execute(query, (article.id,)).fetchall()
    vectors = np.frombuffer(b"".join(vector for vector, *_ in rows), "<f4").reshape(len(rows), -1)
    return [_passage(article, *columns) for _, *columns in rows], vectors


def origins(connection: sqlite3.Connection, numbers: Iterable[int]) -> dict[int, Origin]:
    """Return what each passage with one of these numbers was cut from."""
    rows = connection.execute(
        "SELECT passages.id, field, published FROM passages JOIN articles ON articles.id = article_id "
        "WHERE passages.id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(numbers)),),
    )
    return {number: Origin("header" if field == "header" else "text", published) for number, field, published in rows}


def _article(identity: str, text: str, title: str | None, authors: str, *rest: str | None) -> Article:
    published, publisher, url, path, updated, language = rest
    known = tuple(json.loads(authors)), published, publisher, url, path
    return Article(text, title, *known, known_as=identity, updated=updated, language=language)


def _passage(article: Article, field: str, start: int, end: int, context: str) -> Passage:
    source: Field = "header" if field == "header" else "text"
    return Passage(article.read(source)[start:end], source, start, end, context)
