"""Whether SQLite, keywords and FAISS agree."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from index.store import Finding, Model, Stats, Store
from tests.samples import BRIDGE, EAST, NORTH, PORT, passage, rows

_DERIVED = "nothing: the next start derives it again (or run `python -m index rebuild`)"


@pytest.fixture
def store(home: Path) -> Iterator[Store]:
    """Return an index of two passages, saved."""
    opened = Store(home)
    opened.adopt(Model("toy", 3))
    opened.put(PORT, [passage(PORT)], rows(EAST), Model("toy", 3))
    opened.put(BRIDGE, [passage(BRIDGE)], rows(NORTH), Model("toy", 3))
    opened.save_vectors()
    yield opened
    opened.close()


def _change(home: Path, statement: str) -> None:
    """Change the database as only a bug, or somebody with another program, would."""
    with closing(sqlite3.connect(home / "articles.sqlite")) as connection, connection:
        connection.execute(statement)


def test_a_sound_index_has_no_findings(store: Store) -> None:
    """Where all agree there is nothing to say."""
    assert store.check() == []


def test_a_new_index_has_no_findings(home: Path) -> None:
    """An index without articles lacks nothing."""
    new = Store(home)
    assert new.check() == []
    new.close()


def test_a_missing_file_is_no_fault(store: Store, home: Path) -> None:
    """A FAISS file that is missing is said, and is not severe."""
    (home / "vectors.faiss").unlink()
    assert store.check() == [Finding("vectors.faiss is missing, stale or damaged", _DERIVED, severe=False)]


def test_a_stale_file_is_no_fault(store: Store) -> None:
    """A FAISS file from before the last change is said, and is not severe."""
    store.remove([PORT.id])
    assert store.check() == [Finding("vectors.faiss is missing, stale or damaged", _DERIVED, severe=False)]


def test_keywords_that_do_not_fit_are_severe(store: Store, home: Path) -> None:
    """Passages that the keyword index lacks, and ones that it should not hold, are counted."""
    _change(home, f"INSERT INTO keywords (keywords, rowid, title, body) VALUES ('delete', 1, '{PORT.title}', '')")
    _change(home, "INSERT INTO keywords (rowid, title, body) VALUES (8, '', 'ghost')")
    _change(home, "INSERT INTO keywords (rowid, title, body) VALUES (9, '', 'ghost')")
    problem = "the keyword index lacks 1 passages and holds 2 removed ones"
    assert store.check() == [Finding(problem, "run `python -m index rebuild --embed`", severe=True)]


def test_embedding_again_mends_keywords(store: Store, home: Path) -> None:
    """The advice helps: after all passages were replaced, nothing is left to say."""
    _change(home, "INSERT INTO keywords (rowid, title, body) VALUES (9, '', 'ghost')")
    store.replace_passages(Model("toy", 3), lambda article: ([passage(article)], rows(EAST)))
    store.rebuild_vectors()
    assert store.check() == []


def test_vectors_of_a_wrong_size_are_severe(store: Store, home: Path) -> None:
    """A stored vector that has not four bytes a dimension is counted."""
    _change(home, "UPDATE passages SET vector = x'00000000' WHERE id = 2")
    assert store.check() == [
        Finding("1 stored vectors have the wrong size", "run `python -m index rebuild --embed`", severe=True)
    ]


def test_a_file_that_lacks_a_passage_is_said(store: Store, home: Path) -> None:
    """A file whose stamp fits and whose vectors do not can be derived again."""
    _change(home, "UPDATE passages SET id = 7 WHERE id = 2")
    findings = [one for one in store.check() if not one.severe]
    problem = "vectors.faiss lacks 1 passages and holds 1 removed ones"
    assert findings == [Finding(problem, "run `python -m index rebuild`", severe=False)]


def test_a_passage_without_an_article_is_severe(store: Store, home: Path) -> None:
    """A reference that leads nowhere is damage."""
    _change(home, f"DELETE FROM articles WHERE id = '{PORT.id}'")
    advice = "put a backup of the database in its place, or move it away and add the articles again"
    rows = "; ".join(f"a row of {table} refers to nothing" for table in ("stories", "collections", "passages"))
    problem = f"the database is damaged: {rows}"
    assert store.check() == [Finding(problem, advice, severe=True)]


def test_stats_count_and_measure(store: Store, home: Path) -> None:
    """Counts, generation, model, and the sizes of the files on disk."""
    database, log = home / "articles.sqlite", home / "articles.sqlite-wal"
    assert store.stats() == Stats(
        articles=2,
        passages=2,
        generation=2,
        embedding_model="toy",
        dimension=3,
        database_bytes=database.stat().st_size + log.stat().st_size,
        vectors_bytes=(home / "vectors.faiss").stat().st_size,
    )


def test_stats_of_a_new_index(home: Path) -> None:
    """A new index holds nothing, and no model yet."""
    new = Store(home)
    stats = new.stats()
    new.close()
    assert (stats.articles, stats.passages, stats.generation, stats.embedding_model) == (0, 0, 0, "")
    assert (stats.dimension, stats.vectors_bytes) == (0, 0)
