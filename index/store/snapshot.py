"""The index as it stood at one moment: what questions are answered from."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from index.records import Article, Passage
from index.store import keywords, meta, rows
from index.store.meta import Model
from index.store.rows import Origin
from index.store.vectors import VectorIndex

Rows = npt.NDArray[np.float32]
Embedded = tuple[Sequence[Passage], Rows]


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The index as it stood when the snapshot was taken, whoever changes it meanwhile."""

    _connection: sqlite3.Connection
    _vectors: VectorIndex

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
        return not rows.any_passage(self._connection)

    def count(self) -> int:
        """Return how many articles there are."""
        return rows.article_count(self._connection)

    def article(self, id: str | None) -> Article | None:
        """Return the article with this id, None where there is none."""
        return rows.find(self._connection, "id", id) if id else None

    def titled(self, beginning: str) -> Article | None:
        """Return the article whose title begins so, whatever the case of its letters; of several the newest."""
        return rows.titled(self._connection, beginning)

    def newest(self) -> Article | None:
        """Return the article that was published last, None where there is none."""
        return next(iter(rows.newest(self._connection, 1, 0)), None)

    def nearest(self, vector: Rows, k: int) -> list[tuple[int, float]]:
        """Return (passage number, cosine) of the `k` nearest to a unit `vector` of shape (dimension,)."""
        return self._vectors.search(self._connection, vector, k)

    def matching(self, question: str, k: int) -> list[tuple[int, float]]:
        """Return (passage number, BM25 score) of the `k` best passages that share words with the question."""
        return keywords.search(self._connection, question, k)

    def ceiling(self, question: str) -> float:
        """Return the BM25 score that no passage exceeds by the question's single words."""
        return keywords.ceiling(self._connection, question)

    def origins(self, numbers: Iterable[int]) -> dict[int, Origin]:
        """Return what each passage was cut from; numbers of removed ones are left out."""
        return rows.origins(self._connection, numbers)

    def embedded(self, article: Article) -> Embedded:
        """Return the passages of an article, in order, and their unit rows, shape (n, dimension)."""
        return rows.embedded(self._connection, article)

    def load(self, numbers: Iterable[int]) -> dict[int, tuple[Passage, Article]]:
        """Return the passages with these numbers, each with its article; numbers of removed ones are left out."""
        return rows.load(self._connection, numbers)
