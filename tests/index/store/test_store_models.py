"""One index on disk: its model, and all its passages exchanged at once."""

from __future__ import annotations

import pytest

from index.errors import ModelMismatch
from index.store import Model, Store
from tests.samples import PORT, passage, rows

from .toys import TOY, found, put


def test_vectors_of_another_model_are_refused(store: Store) -> None:
    """An index holds vectors of one model: those of another are an error that names both."""
    other = Model("other", 2)
    with pytest.raises(ModelMismatch, match="the embedding model toy, but EMBEDDING_MODEL is other"):
        store.put(PORT, [passage(PORT)], rows((1.0, 0.0)), other)
    with pytest.raises(ModelMismatch):
        store.adopt(other)
    assert (store.articles(), store.model()) == ([], TOY)


def test_a_failure_while_replacing_passages_changes_nothing(store: Store) -> None:
    """Old passages and the old model stay if the new ones can't be made."""
    put(store, PORT)
    with pytest.raises(ZeroDivisionError):
        store.replace_passages(Model("other", 2), lambda article: 1 / 0)  # type: ignore[arg-type,return-value]  # fails
    assert store.model() == TOY
    assert found(store, "terminal") == ([passage(PORT)], [passage(PORT)])


def test_replaced_passages_are_found_alone(store: Store) -> None:
    """New passages take the place of the old ones, with their model, in one generation."""
    put(store, PORT)
    half = passage(PORT, 0, 72)
    store.replace_passages(Model("flat", 2), lambda _: ([half], rows((0.0, 1.0))))
    assert (store.model(), store.generation()) == (Model("flat", 2), 2)
    assert found(store, "containers Falk", (0.0, 1.0)) == ([half], [half])
    assert found(store, "Falk", (0.0, 1.0))[0] == []
