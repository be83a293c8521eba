"""A store whose vectors have three dimensions, so that a test can say which passage is near."""

from __future__ import annotations

from index import Article, Passage
from index.embeddings import Vectors
from index.records import Added
from index.store import Model, Store
from tests.samples import EAST, passage, rows

TOY = Model("toy", 3)
BETWEEN = rows((0.6, 0.8, 0.0))[0]  # nearer to the north than to the east


def put(store: Store, article: Article, *vectors: tuple[float, ...], model: Model = TOY) -> Added:
    """Add an article with as many passages as there are vectors, one to the east where none is given."""
    store.adopt(model)
    given = vectors or (EAST,)
    added = store.put(article, [passage(article, at) for at in range(len(given))], rows(*given), model)
    assert added, "it was put right by hand"
    return added


def nearest(store: Store, vector: Vectors = BETWEEN) -> list[tuple[int, float]]:
    """Return the numbers and scores of the passages nearest to `vector`."""
    with store.snapshot() as snapshot:
        return [(number, round(score, 4)) for number, score in snapshot.nearest(vector, 10)]


def found(store: Store, question: str, vector: tuple[float, ...] = EAST) -> tuple[list[Passage], list[Passage]]:
    """Return the passages that keywords and vectors lead to."""
    with store.snapshot() as snapshot:
        matching = snapshot.load(number for number, _ in snapshot.matching(question, 10))
        nearby = snapshot.load(number for number, _ in snapshot.nearest(rows(vector)[0], 10))
    return [one for one, _ in matching.values()], [one for one, _ in nearby.values()]
