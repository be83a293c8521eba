"""Articles and passages as rows of SQLite."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from importlib.resources import files

import numpy as np
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from index import Article
from index.normal import normalise
from index.store import rows
from tests.samples import ANY_TEXT, BRIDGE, EAST, HARVEST, NORTH, PORT, passage
from tests.samples import rows as vectors


@pytest.fixture
def connection() -> Iterator[sqlite3.Connection]:
    """Return a database in memory with the index's tables."""
    made = sqlite3.connect(":memory:", isolation_level=None)
    made.execute("PRAGMA foreign_keys = ON")
    made.executescript(files("index.store").joinpath("schema.sql").read_text("utf-8"))
    yield made
    made.close()


def _count(connection: sqlite3.Connection, table: str) -> int:
    return int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])


def test_an_article_comes_back_as_it_went_in(connection: sqlite3.Connection) -> None:
    """All that is known about an article is kept, and each column finds it."""
    rows.insert(connection, PORT, [], vectors())
    for column, value in (("id", PORT.id), ("identity", PORT.identity), ("digest", PORT.digest)):
        found = rows.find(connection, column, value)
        assert (found, found and found.language) == (PORT, "en")
    assert rows.find(connection, "id", "none") is None


def test_passages_come_back_with_their_article(connection: sqlite3.Connection) -> None:
    """A passage is found by its number, its text taken from the article; unknown numbers are left out."""
    header, first = passage(PORT, field="header"), passage(PORT, 0, 72)
    rows.insert(connection, PORT, [header, first], vectors(EAST, NORTH))
    assert rows.load(connection, [2, 1, 3]) == {1: (header, PORT), 2: (first, PORT)}
    assert rows.load(connection, []) == {}


def test_many_passages_are_loaded_at_once(connection: sqlite3.Connection) -> None:
    """No limit of SQLite's holds for how many numbers are asked for."""
    connection.setlimit(sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER, 100)
    rows.insert(connection, HARVEST, [passage(HARVEST)], vectors(EAST))
    assert list(rows.load(connection, range(1000))) == [1]


def test_vectors_are_stored_as_little_endian_floats(connection: sqlite3.Connection) -> None:
    """A vector takes four bytes a dimension."""
    rows.insert(connection, HARVEST, [passage(HARVEST)], vectors((0.6, 0.8)))
    stored = connection.execute("SELECT vector FROM passages").fetchone()[0]
    assert np.frombuffer(stored, "<f4").tolist() == pytest.approx([0.6, 0.8])


def test_each_passage_needs_a_vector(connection: sqlite3.Connection) -> None:
    """Fewer vectors than passages are refused."""
    with pytest.raises(ValueError, match="shorter"):
        rows.insert(connection, PORT, [passage(PORT), passage(PORT, 0, 10)], vectors(EAST))


def test_deleting_leaves_nothing_of_an_article(connection: sqlite3.Connection) -> None:
    """An article goes with its passages and keywords, and others stay."""
    rows.insert(connection, PORT, [passage(PORT, field="header"), passage(PORT)], vectors(EAST, NORTH))
    rows.insert(connection, HARVEST, [passage(HARVEST)], vectors(EAST))
    rows.delete(connection, PORT)
    assert [_count(connection, table) for table in ("articles", "passages", "keywords")] == [1, 1, 1]
    assert rows.find(connection, "id", HARVEST.id) == HARVEST


def test_passages_can_be_deleted_alone(connection: sqlite3.Connection) -> None:
    """All articles stay when their passages go with their keywords."""
    rows.insert(connection, PORT, [passage(PORT), passage(PORT, 0, 72)], vectors(EAST, NORTH))
    rows.insert(connection, HARVEST, [passage(HARVEST)], vectors(EAST))
    assert [rows.passage_count(connection, one.id) for one in (PORT, HARVEST)] == [2, 1]
    rows.delete_all_passages(connection)
    assert [_count(connection, table) for table in ("articles", "passages", "keywords")] == [2, 0, 0]
    rows.insert_passages(connection, PORT, [passage(PORT)], vectors(EAST))
    assert list(rows.load(connection, range(9))) == [4]


def test_there_is_a_passage_or_none(connection: sqlite3.Connection) -> None:
    """Whether there is any passage is known."""
    assert rows.any_passage(connection) is False
    rows.insert(connection, PORT, [passage(PORT)], vectors(EAST))
    assert rows.any_passage(connection) is True


def test_the_newest_come_first(connection: sqlite3.Connection) -> None:
    """Articles come by date, those without one last, a page at a time."""
    for article in (HARVEST, PORT, BRIDGE):
        rows.insert(connection, article, [], vectors())
    assert rows.newest(connection, None, 0) == [BRIDGE, PORT, HARVEST]
    assert rows.newest(connection, 1, 1) == [PORT]
    assert rows.newest(connection, 5, 2) == [HARVEST]


def test_ids_are_found_by_how_they_begin(connection: sqlite3.Connection) -> None:
    """A beginning finds all ids that have it, and is no pattern."""
    for article in (HARVEST, PORT, BRIDGE):
        rows.insert(connection, article, [], vectors())
    assert rows.ids_that_begin_with(connection, PORT.id[:6]) == [PORT.id]
    assert sorted(rows.ids_that_begin_with(connection, "")) == sorted(one.id for one in (HARVEST, PORT, BRIDGE))
    assert rows.ids_that_begin_with(connection, "%") == []
    assert rows.ids_that_begin_with(connection, "_") == []


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ANY_TEXT, ANY_TEXT, st.lists(ANY_TEXT, max_size=3), st.tuples(st.integers(0, 30), st.integers(0, 30)))
def test_offsets_survive_the_database(
    connection: sqlite3.Connection, text: str, title: str, authors: list[str], place: tuple[int, int]
) -> None:
    """Any article is read as it was stored, and a passage of it says the same."""
    assume(normalise(text))
    article = Article(text, title, authors)
    one = passage(article, min(place), max(place))
    connection.execute("BEGIN")
    rows.insert(connection, article, [one], vectors(EAST))
    number = connection.execute("SELECT max(id) FROM passages").fetchone()[0]
    assert rows.load(connection, [number]) == {number: (one, article)}
    connection.execute("ROLLBACK")


def test_the_origins_of_passages_are_their_fields_and_dates(connection: sqlite3.Connection) -> None:
    """Each number has its field and its article's date, None where that has none; unknown numbers are left out."""
    rows.insert(connection, PORT, [passage(PORT), passage(PORT, field="header")], vectors(EAST, NORTH))
    rows.insert(connection, HARVEST, [passage(HARVEST)], vectors(EAST))
    assert rows.origins(connection, [3, 2, 1, 5]) == {
        1: rows.Origin("text", "2024-03-05"),
        2: rows.Origin("header", "2024-03-05"),
        3: rows.Origin("text", None),
    }
    assert rows.origins(connection, []) == {}
    assert len(rows.origins(connection, range(100_000))) == 3


def test_no_look_up_reads_all_articles(connection: sqlite3.Connection) -> None:
    """The beginnings of an id and of a title, in any case, are found by an index, however many articles there are."""
    rows.insert(connection, PORT, [passage(PORT)], vectors(EAST))
    done: list[str] = []
    connection.set_trace_callback(done.append)
    assert rows.ids_that_begin_with(connection, PORT.id[:6]) == [PORT.id]
    titled = rows.titled(connection, "elmsford DOUBLES")
    connection.set_trace_callback(None)
    assert titled == PORT
    looked_up = [statement for statement in done if "FROM articles" in statement]
    plans = [connection.execute(f"EXPLAIN QUERY PLAN {statement}").fetchall() for statement in looked_up]
    assert len(plans) == 2
    assert [step for plan in plans for *_, step in plan if step.startswith("SCAN")] == []
