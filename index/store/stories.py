"""Which articles are of one story, as rows: found when an article is added, within the caller's transaction.

The bands of all signatures stand in a table of their own, so those that share one with a new text are found without
reading the others. A band is taken out by signing the text again, as keywords are: an index of bands by article would
be as large as they are.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence

from index.records import Article, Copy
from index.shingles import Shingled
from index.store.database import Database
from index.stories import are_alike, contradict, signature

# Texts that are looked at word for word, those with the most bands in common first.
_VERIFIED = 16
_TOGETHER = 32  # articles signed in one transaction, a few tenths of a second: others wait no longer for it
_SHOWN = 20


class Stories:
    """Which articles of an index are of one story; usable from any thread."""

    def __init__(self, database: Database) -> None:
        """Read and change the rows of `database`."""
        self._database = database

    def copies(self, id: str) -> tuple[Copy, ...]:
        """Return all other articles of the story of the article with this id, the first that was added first."""
        with self._database.reading() as connection:
            return copies(connection, id, limit=-1)

    def counts(self) -> dict[str, int]:
        """Return by article id how many other articles are of its story, where there are any."""
        query = (
            "SELECT article_id, count - 1 FROM stories JOIN "
            "(SELECT story, count(*) AS count FROM stories GROUP BY story HAVING count(*) > 1) USING (story)"
        )
        with self._database.reading() as connection:
            return dict(connection.execute(query).fetchall())

    def compare_older(self) -> None:
        """Sign the articles that an older version of this program added, few at a time: others write in between."""
        with self._database.reading() as connection:
            [left] = connection.execute("SELECT EXISTS (SELECT 1 FROM stories WHERE story IS NULL)").fetchone()
        while left:
            with self._database.writing() as connection:
                left = _sign_older(connection)


def insert(connection: sqlite3.Connection, article: Article) -> None:
    """Sign an article that was just added, and put it into the story that it is of, or one of its own."""
    row = connection.execute("INSERT INTO stories (article_id) VALUES (?)", (article.id,))
    _sign(connection, int(row.lastrowid or 0), article.text)


def delete(connection: sqlite3.Connection, article: Article) -> None:
    """Take an article out of its story, which stays one for the others."""
    taken = connection.execute("DELETE FROM stories WHERE article_id = ? RETURNING number", (article.id,)).fetchall()
    bands = [(band, *number) for number in taken for band in signature(Shingled.of(article.text))]
    connection.executemany("DELETE FROM bands WHERE band = ? AND number = ?", bands)


def copies(connection: sqlite3.Connection, article_id: str, limit: int = _SHOWN) -> tuple[Copy, ...]:
    """Return the other articles of the story that an article is of, the first that was added first."""
    rows = connection.execute(
        "SELECT articles.id, title, published, publisher, url FROM stories AS its "
        "JOIN stories AS other ON other.story = its.story AND other.number <> its.number "
        "JOIN articles ON articles.id = other.article_id WHERE its.article_id = ? ORDER BY other.number LIMIT ?",
        (article_id, limit),
    )
    return tuple(Copy(*row) for row in rows)


def numbers(connection: sqlite3.Connection, article_ids: Iterable[str]) -> dict[str, int]:
    """Return the number of the story of each of these articles, where others are of it too."""
    rows = connection.execute(
        "SELECT article_id, story FROM stories AS its WHERE article_id IN (SELECT value FROM json_each(?)) AND EXISTS "
        "(SELECT 1 FROM stories AS other WHERE other.story = its.story AND other.number <> its.number)",
        (json.dumps(list(article_ids)),),
    )
    return dict(rows.fetchall())


def _sign_older(connection: sqlite3.Connection) -> bool:
    """Sign some of the articles that were never compared with others; return whether more may be left."""
    rows = connection.execute(
        "SELECT number, text FROM stories JOIN articles ON articles.id = article_id WHERE story IS NULL "
        "ORDER BY number LIMIT ?",
        (_TOGETHER,),
    ).fetchall()
    for number, text in rows:
        _sign(connection, number, text)
    return len(rows) == _TOGETHER


def _sign(connection: sqlite3.Connection, number: int, text: str) -> None:
    """Keep the signature of the article with this number, and which story it is of."""
    shingled = Shingled.of(text)
    bands = signature(shingled)
    # A text can hold parts of which none holds another, stories apart until now: then all are one, the oldest.
    found = sorted(_stories(connection, shingled, bands))
    story = found[0] if found else number
    connection.execute("UPDATE stories SET story = ? WHERE number = ?", (story, number))
    connection.executemany("UPDATE stories SET story = ? WHERE story = ?", [(story, other) for other in found[1:]])
    connection.executemany("INSERT INTO bands VALUES (?, ?)", [(band, number) for band in bands])


def _stories(connection: sqlite3.Connection, text: Shingled, bands: Sequence[int]) -> set[int]:
    """Return the numbers of the stories that a text is of; no two that contradict each other.

    A short copy can fit a report and its update, neither of which is of the other's story.
    """
    near = ((story, Shingled.of(other)) for story, other in _nearest(connection, bands))
    alike = [(story, other) for story, other in near if are_alike(text, other)]
    updated = {story for story, other in alike if contradict(text, other)}
    found: dict[int, Shingled] = {}
    for story, other in alike:
        if story not in updated and not any(contradict(other, one) for one in found.values()):
            found.setdefault(story, other)
    return set(found)


def _nearest(connection: sqlite3.Connection, bands: Sequence[int]) -> Iterator[tuple[int, str]]:
    """Return story and text of the articles that share bands, those that share the most first."""
    return connection.execute(
        "SELECT story, text FROM (SELECT number, count(*) AS shared FROM bands "
        "WHERE band IN (SELECT value FROM json_each(?)) GROUP BY number ORDER BY shared DESC, number LIMIT ?) "
        "JOIN stories USING (number) JOIN articles ON articles.id = article_id ORDER BY shared DESC, number",
        (json.dumps(bands), _VERIFIED),
    )
