"""A database of an older format, brought up to date when it is opened."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from index.edits import Edit
from index.errors import StoreError
from index.records import Article
from index.store import Embedded, Store
from index.store.database import Database
from tests.samples import EAST, HARVEST, PORT, ROOT, passage, rows

from .toys import TOY, found, put


@pytest.fixture(params=[1, 2])
def old(home: Path, request: pytest.FixtureRequest) -> Path:
    """Return the database of an index of PORT, as each of the older formats had it."""
    tables = Path(__file__).with_name(f"format_{request.param}.sql").read_text("utf-8")
    home.mkdir()
    path = home / "articles.sqlite"
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.executescript(f"{tables} PRAGMA user_version = {request.param};")
        connection.executemany(
            "INSERT INTO meta VALUES (?, ?)", [("generation", 1), ("embedding_model", TOY.name), ("dimension", 3)]
        )
        known = (PORT.title, json.dumps(PORT.authors), PORT.published, PORT.publisher, PORT.url, PORT.path, PORT.text)
        connection.execute(
            "INSERT INTO articles (id, identity, digest, title, authors, published, publisher, url, path, text) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (PORT.id, PORT.identity, PORT.digest, *known),
        )
        vector = np.array(EAST, "<f4").tobytes()
        connection.execute("INSERT INTO passages VALUES (1, ?, 'text', 0, ?, '', ?)", (PORT.id, len(PORT.text), vector))
        connection.execute("INSERT INTO keywords (rowid, title, body) VALUES (1, ?, ?)", (PORT.title, PORT.text))
    return path


def _columns(path: Path) -> list[tuple[str, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE sql IS NOT NULL")]
        return sorted((name, *row[1:6]) for name in tables for row in connection.execute(f"PRAGMA table_info({name})"))


def test_an_older_index_is_opened_and_goes_on(old: Path, home: Path) -> None:
    """What was in it is found, unchanged and without damage, and can be put right."""
    with closing(Store(home)) as store:
        assert store.articles() == [PORT]
        assert found(store, "terminal") == ([passage(PORT)], [passage(PORT)])
        assert put(store, PORT).status == "unchanged"

        def make(article: Article) -> Embedded:
            return [passage(article)], rows(EAST)

        assert store.edit(PORT.id, Edit(title="A port"), make, TOY).title == "A port"
        store.save_vectors()
        assert store.check() == []


def test_an_older_index_becomes_like_a_new_one(old: Path, home: Path, tmp_path: Path) -> None:
    """Tables and columns are those of an index that was just made, and so is the number of the format."""
    Store(home).close()
    Store(tmp_path / "new").close()
    assert _columns(old) == _columns(tmp_path / "new" / "articles.sqlite")
    with closing(sqlite3.connect(old)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (3,)


def test_articles_of_an_older_index_belong_to_the_default_collection(old: Path, home: Path) -> None:
    """As if they had been added to none; there they are found. When they changed, and their language, is not known."""
    with closing(Store(home)) as store:
        assert store.collections.of([PORT.id]) == {PORT.id: ("default",)}
        assert (store.article(PORT.id).updated, store.article(PORT.id).language) == (None, None)
        with store.snapshot("default") as default, store.snapshot("other") as other:
            assert [number for number, _ in default.nearest(rows(EAST)[0], 5)] == [1]
            assert [number for number, _ in default.matching("terminal", 5)] == [1]
            assert (default.count(), other.count(), other.matching("terminal", 5)) == (1, 0, [])


def test_articles_of_an_older_index_are_still_to_be_compared(old: Path, home: Path) -> None:
    """Bringing it up to date takes no time for that; the next article that is added has it done first."""
    with closing(Store(home)) as store:
        assert _stories(old) == [(PORT.id, None)]
        assert put(store, HARVEST).same_story == ()
        assert _stories(old) == [(PORT.id, 1), (HARVEST.id, 2)]


def _stories(path: Path) -> list[tuple[str, int | None]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute("SELECT article_id, story FROM stories ORDER BY number").fetchall()


def test_several_may_bring_it_up_to_date_at_once(old: Path, home: Path) -> None:
    """Processes that open an older index at the same moment all get it, in the new format."""
    script = "import sys; from pathlib import Path; from index.store import Store; Store(Path(sys.argv[1])).close()"
    command = [sys.executable, "-c", script, str(home)]
    processes = [subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE) for _ in range(4)]
    assert [(process.communicate()[1], process.returncode) for process in processes] == [(b"", 0)] * 4
    with closing(Store(home)) as store:
        assert store.articles() == [PORT]


def test_a_step_that_fails_changes_nothing(tmp_path: Path) -> None:
    """The file stays as it was, and the program that made it can still read it."""
    path = tmp_path / "words.sqlite"
    Database(path, "CREATE TABLE IF NOT EXISTS words (word TEXT)", 1).close()
    steps = {1: ["ALTER TABLE words ADD COLUMN length INTEGER", "ALTER TABLE lost ADD COLUMN x"]}
    before = _columns(path)
    with pytest.raises(StoreError, match="no such table: lost"):
        Database(path, "", 2, steps)
    assert _columns(path) == before
    Database(path, "", 1).close()


def test_steps_are_taken_in_order(tmp_path: Path) -> None:
    """A file that is two formats behind gets both steps, one that is one behind only the last."""
    steps = {1: ["ALTER TABLE words ADD COLUMN a TEXT"], 2: ["ALTER TABLE words RENAME COLUMN a TO b"]}
    path = tmp_path / "words.sqlite"
    Database(path, "CREATE TABLE IF NOT EXISTS words (word TEXT)", 1).close()
    Database(path, "", 3, steps).close()
    Database(path, "", 3, steps).close()
    assert [row[1] for row in _columns(path)] == ["b", "word"]


def test_a_newer_format_is_left_alone(tmp_path: Path) -> None:
    """A file that a later program made is an error that says what to do."""
    path = tmp_path / "words.sqlite"
    Database(path, "CREATE TABLE IF NOT EXISTS words (word TEXT)", 9).close()
    with pytest.raises(StoreError, match="has the format 9, this program reads 2: use the program that made it"):
        Database(path, "", 2, {1: ["DROP TABLE words"]})
    Database(path, "", 9).close()
