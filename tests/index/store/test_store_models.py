"""One index on disk: its model, and all its passages exchanged at once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from index import Article, Passage
from index.errors import ModelMismatch
from index.records import Added
from index.store import Model, Store
from tests.samples import EAST, PORT, passage, rows

_MODEL = Model("toy", 3)


@pytest.fixture
def store(home: Path) -> Iterator[Store]:
    """Return a new index of the model "toy"."""
    opened = Store(home)
    opened.adopt(_MODEL)
    yield opened
    opened.close()


def _put(store: Store, article: Article, vector: tuple[float, ...] = EAST) -> Added:
    return store.put(article, [passage(article)], rows(vector), _MODEL)


def _found(store: Store, question: str, vector: tuple[float, ...] = EAST) -> tuple[list[Passage], list[Passage]]:
    """Return the passages that keywords and vectors lead to."""
    with store.snapshot() as snapshot:
        matching = snapshot.load(number for number, _ in snapshot.matching(question, 10))
        nearest = snapshot.load(number for number, _ in snapshot.nearest(rows(vector)[0], 10))
    return [one for one, _ in matching.values()], [one for one, _ in nearest.values()]


def test_vectors_of_another_model_are_refused(store: Store) -> None:
    """An index holds vectors of one model: those of another are an error that names both."""
    other = Model("other", 2)
    with pytest.raises(ModelMismatch, match="the embedding model toy, but EMBEDDING_MODEL is other"):
        store.put(PORT, [passage(PORT)], rows((1.0, 0.0)), other)
    with pytest.raises(ModelMismatch):
        store.adopt(other)
    assert (store.articles(), store.model()) == ([], _MODEL)


def test_a_failure_while_replacing_passages_changes_nothing(store: Store) -> None:
    """Old passages and the old model stay if the new ones can't be made."""
    _put(store, PORT)
    with pytest.raises(ZeroDivisionError):
        store.replace_passages(Model("other", 2), lambda article: 1 / 0)  # type: ignore[arg-type,return-value]  # fails
    assert store.model() == _MODEL
    assert _found(store, "terminal") == ([passage(PORT)], [passage(PORT)])


def test_replaced_passages_are_found_alone(store: Store) -> None:
    """New passages take the place of the old ones, with their model, in one generation."""
    _put(store, PORT)
    half = passage(PORT, 0, 72)
    store.replace_passages(Model("flat", 2), lambda _: ([half], rows((0.0, 1.0))))
    assert (store.model(), store.generation()) == (Model("flat", 2), 2)
    assert _found(store, "containers Falk", (0.0, 1.0)) == ([half], [half])
    assert _found(store, "Falk", (0.0, 1.0))[0] == []
