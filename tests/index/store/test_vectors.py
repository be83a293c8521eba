"""The vectors in memory: searched, and in step with the database."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from index.embeddings import Vectors
from index.store import Model, Store
from tests.samples import BRIDGE, HARVEST, PORT, UP, passage, rows

from .toys import BETWEEN, TOY, nearest, put


def test_the_nearest_come_first(two: Store) -> None:
    """Scores are inner products, highest first."""
    assert nearest(two) == [(2, 0.8), (1, 0.6)]


def test_no_more_than_asked_for_come(two: Store) -> None:
    """The limit holds, and none is made up where there are fewer."""
    with two.snapshot() as snapshot:
        assert [number for number, _ in snapshot.nearest(BETWEEN, 1)] == [2]
        assert len(snapshot.nearest(BETWEEN, 50)) == 2


def test_an_empty_index_has_nothing_near(home: Path) -> None:
    """An index that knows its model and holds nothing finds nothing."""
    empty = Store(home)
    empty.adopt(TOY)
    assert nearest(empty) == []
    empty.close()


def test_the_file_is_used_as_it_is(two: Store, home: Path, file: Path) -> None:
    """A file whose stamp fits is read, and not derived again."""
    written = file.stat().st_mtime_ns
    again = Store(home)
    assert nearest(again) == [(2, 0.8), (1, 0.6)]
    again.save_vectors()
    again.close()
    assert file.stat().st_mtime_ns == written


def test_nothing_is_read_twice_when_catching_up(two: Store, home: Path) -> None:
    """Vectors that the file holds are not read from SQLite again."""
    with closing(sqlite3.connect(home / "articles.sqlite")) as connection, connection:
        connection.execute("UPDATE passages SET vector = ? WHERE id = 1", (rows(UP).tobytes(),))
    put(two, HARVEST, (0.0, 0.6, 0.8))
    again = Store(home)
    assert nearest(again) == [(2, 0.8), (1, 0.6), (3, 0.48)]
    again.rebuild_vectors()
    assert nearest(again) == [(2, 0.8), (3, 0.48), (1, 0.0)]
    again.close()


def test_an_open_reader_sees_each_change(two: Store, home: Path) -> None:
    """A store that was open before a change by another finds what is new, and nothing that is gone."""
    reader = Store(home)
    assert nearest(reader) == [(2, 0.8), (1, 0.6)]
    put(two, replace(PORT, text="It is closed again."), (0.0, 0.6, 0.8))
    two.remove([BRIDGE.id])
    assert nearest(reader) == [(3, 0.48)]
    reader.close()


def test_a_snapshot_stays_as_it_is(two: Store) -> None:
    """A snapshot taken before a removal still finds what was removed, or leaves it out, and never fails."""
    with two.snapshot() as snapshot:
        assert snapshot.is_empty() is False
        two.remove([BRIDGE.id])
        assert [number for number, _ in snapshot.nearest(BETWEEN, 10)] == [2, 1]
    assert nearest(two) == [(1, 0.6)]


def test_a_new_model_takes_over(two: Store) -> None:
    """When all passages come from another model, the old vectors are gone, also with another dimension."""
    flat = {BRIDGE: rows((0.0, 1.0)), PORT: rows((1.0, 0.0))}
    two.replace_passages(Model("flat", 2), lambda article: ([passage(article)], flat[article]))
    assert nearest(two, rows((0.6, 0.8))[0]) == [(3, 0.8), (4, 0.6)]


@settings(max_examples=25, deadline=None)
@given(arrays(np.float32, st.tuples(st.integers(1, 6), st.just(4)), elements=st.floats(-1, 1, width=32)))
def test_what_is_saved_is_loaded(tmp_path_factory: pytest.TempPathFactory, vectors: Vectors) -> None:
    """Any vectors have the same inner products after they were saved and loaded."""
    home = tmp_path_factory.mktemp("home")
    question = rows((0.5, -0.5, 0.5, 0.5))[0]
    found = []
    for _ in range(2):
        store = Store(home)
        store.adopt(Model("toy", 4))
        store.put(PORT, [passage(PORT, at) for at in range(len(vectors))], vectors, Model("toy", 4))
        store.save_vectors()
        with store.snapshot() as snapshot:
            found.append(dict(snapshot.nearest(question, 10)))
        store.close()
    assert found[0] == found[1]
    assert found[0] == pytest.approx(dict(enumerate((vectors @ question).tolist(), 1)), abs=1e-6)
