"""Stores of made-up articles and vectors."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from index.store import Store
from tests.samples import BRIDGE, EAST, NORTH, PORT

from .toys import TOY, put


@pytest.fixture
def store(home: Path) -> Iterator[Store]:
    """Return a new index of the model "toy"."""
    opened = Store(home)
    opened.adopt(TOY)
    yield opened
    opened.close()


@pytest.fixture
def two(store: Store) -> Store:
    """Return an index of two articles, 1 to the east and 2 to the north, with its FAISS file."""
    put(store, PORT, EAST)
    put(store, BRIDGE, NORTH)
    store.save_vectors()
    return store


@pytest.fixture
def file(home: Path, two: Store) -> Path:
    """Return the FAISS file of the index of two articles."""
    return home / "vectors.faiss"
