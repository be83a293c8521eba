"""The index as it stood at one moment: what questions are answered from."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from index.records import Article, Passage
from index.store import belonging, keywords, meta, rows, stories
from index.store.among import Among
from index.store.meta import Model
from index.store.rows import Origin
from index.store.vectors import VectorIndex

Rows = npt.NDArray[np.float32]
Embedded = tuple[Sequence[Passage], Rows]


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The index as it stood when the snapshot was taken, whoever changes it meanwhile.

    With a collection it is as if there were no other articles.
    """

    _connection: sqlite3.Connection
    _vectors: VectorIndex
    _among: Among
    _collection: str | None = None

    @property
    def model(self) -> Model:
        """The model that all vectors come from."""
        return meta.model(self._connection)

    @property
    def generation(self) -> int:
        """A number that grows with every change of the articles."""
        return meta.generation(self._connection)

    def is_empty(self) -> bool:
        """Whether there is no passage."""
        return not rows.any_passage(self._connection, self._collection)

    def count(self) -> int:
        """Return how many articles there are."""
        return rows.article_count(self._connection, self._collection)

    def article(self, id: str | None) -> Article | None:
        """Return the article with this id, None where there is none."""
        return rows.find(self._connection, "id", id) if id and self._has(id) else None

    def titled(self, beginning: str) -> Article | None:
        """Return the article whose title begins so, whatever the case of its letters; of several the newest."""
        return rows.titled(self._connection, beginning, self._collection)

    def newest(self) -> Article | None:
        """Return the article that was published last, None where there is none."""
        return next(iter(rows.newest(self._connection, 1, 0, self._collection)), None)

    def nearest(self, vector: Rows, k: int) -> list[tuple[int, float]]:
        """Return (passage number, cosine) of the `k` nearest to a unit `vector` of shape (dimension,)."""
        return self._vectors.search(self._connection, vector, k, self._marks())

    def matching(self, question: str, k: int) -> list[tuple[int, float]]:
        """Return (passage number, BM25 score) of the `k` best passages that share words with the question."""
        return keywords.search(self._connection, question, k, self._marks())

    def ceiling(self, question: str) -> float:
        """Return the BM25 score that no passage exceeds by the question's single words."""
        return keywords.ceiling(self._connection, question)

    def origins(self, numbers: Iterable[int]) -> dict[int, Origin]:
        """Return what each passage was cut from; numbers of removed ones are left out."""
        return rows.origins(self._connection, numbers)

    def stories(self, article_ids: Iterable[str]) -> dict[str, int]:
        """Return the number of the story of each of these articles, where others are of it too."""
        return stories.numbers(self._connection, article_ids)

    def same_story(self, article: Article) -> list[Article]:
        """Return other articles of the story that an article is of, at most 20, the first that was added first."""
        copies = (self.article(copy.id) for copy in stories.copies(self._connection, article.id))
        return [copy for copy in copies if copy]

    def _marks(self) -> bytes | None:
        """Return which passages may be found, None where all may."""
        return None if self._collection is None else self._among.marks(self._connection, self._collection)

    def _has(self, id: str) -> bool:
        """Whether the article with this id belongs to the collection."""
        return self._collection is None or self._collection in belonging.of(self._connection, [id]).get(id, ())

    def embedded(self, article: Article) -> Embedded:
        """Return the passages of an article, in order, and their unit rows, shape (n, dimension)."""
        return rows.embedded(self._connection, article)

    def load(self, numbers: Iterable[int]) -> dict[int, tuple[Passage, Article]]:
        """Return the passages with these numbers, each with its article; numbers of removed ones are left out."""
        return rows.load(self._connection, numbers)
