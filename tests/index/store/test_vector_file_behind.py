"""The FAISS file while articles come and go: written again only where it is behind by much."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from math import cos, sin
from pathlib import Path

import pytest

from index import Article
from index.store import Store
from tests.samples import BRIDGE, EAST, NORTH, PORT, ROOT, UP, rows

from .toys import nearest, put

_PASSAGES = 100
_FAN = [Article(f"Number {at} of the fan.") for at in range(_PASSAGES)]

# Another program that adds an article.
_ADD = """
import sys
from pathlib import Path
from index.store import Store
from tests.index.store.toys import put
from tests.samples import PORT
store = Store(Path(sys.argv[1]))
put(store, PORT)
store.save_vectors()
store.close()
print("faiss" in sys.modules)
"""


@pytest.fixture
def fan(home: Path) -> Iterator[Store]:
    """Return an index of a hundred articles, each a little further from the east than the one before, saved."""
    opened = Store(home)
    for at, article in enumerate(_FAN):
        put(opened, article, (cos(at / _PASSAGES), sin(at / _PASSAGES), 0.0))
    opened.save_vectors()
    yield opened
    opened.close()


def _written(home: Path) -> int:
    return home.joinpath("vectors.faiss").stat().st_mtime_ns


def test_a_small_change_is_not_written(fan: Store, home: Path) -> None:
    """The file stays as it is, which is sound; a program that starts finds what came, and nothing that went."""
    before = _written(home)
    put(fan, PORT, UP)
    fan.remove([_FAN[0].id])
    fan.save_vectors()
    assert (_written(home), fan.check()) == (before, [])
    with closing(Store(home)) as again:
        assert nearest(again, rows(UP)[0])[0] == (101, 1.0)
        assert [number for number, _ in nearest(again, rows(EAST)[0])] == list(range(2, 12))
        assert again.check() == []


def test_a_large_change_is_written(fan: Store, home: Path) -> None:
    """More than a twentieth of the passages, come or gone, is too much to read again at each start."""
    before = _written(home)
    fan.remove([article.id for article in _FAN[:5]])
    fan.save_vectors()
    assert _written(home) == before
    put(fan, PORT)
    fan.save_vectors()
    assert _written(home) > before
    with closing(Store(home)) as again:
        assert again.check() == []
        assert len(nearest(again)) == 10
        assert again.stats().passages == 96


def test_a_file_that_is_behind_by_much_is_said(fan: Store) -> None:
    """As when a writer ended before it could write the file: the next start derives it, and nothing is wrong."""
    fan.remove([article.id for article in _FAN[:6]])
    [finding] = fan.check()
    assert (finding.problem, finding.severe) == ("vectors.faiss is missing, stale or damaged", False)


@pytest.mark.parametrize("gone", [8, 50, 95])
def test_removed_ones_take_nobody_s_place(fan: Store, home: Path, gone: int) -> None:
    """Of an open index and of one opened anew as many come as are asked for, however many of the nearest are gone."""
    assert [number for number, _ in nearest(fan, rows(EAST)[0])] == list(range(1, 11))
    fan.remove([article.id for article in _FAN[:gone]])
    left = list(range(gone + 1, _PASSAGES + 1))[:10]
    assert [number for number, _ in nearest(fan, rows(EAST)[0])] == left
    with closing(Store(home)) as again:
        assert [number for number, _ in nearest(again, rows(EAST)[0])] == left


def test_an_open_reader_takes_a_newer_file(fan: Store, home: Path) -> None:
    """When another program has written the file again, it is read in place of what had come piece by piece."""
    with closing(Store(home)) as reader:
        assert len(nearest(reader)) == 10
        for article in (PORT, BRIDGE):
            put(fan, article, *[UP] * 5)
        fan.save_vectors()
        with closing(sqlite3.connect(home / "articles.sqlite")) as connection, connection:
            connection.execute("UPDATE passages SET vector = ? WHERE id > 100", (rows(NORTH).tobytes(),))
        assert nearest(reader, rows(UP)[0])[0][1] == 1.0


def test_a_damaged_newer_file_is_not_taken(fan: Store, home: Path) -> None:
    """An open reader goes on with what it holds, and takes what is new from the database."""
    with closing(Store(home)) as reader:
        assert len(nearest(reader)) == 10
        put(fan, PORT, *[UP] * 6)
        fan.save_vectors()
        file = home / "vectors.faiss"
        data = bytearray(file.read_bytes())
        data[len(data) // 2] ^= 1
        file.write_bytes(data)
        assert [score for _, score in nearest(reader, rows(UP)[0])][:7] == [1.0] * 6 + [0.0]


def test_adding_a_little_needs_no_faiss(fan: Store, home: Path) -> None:
    """A program that adds an article to an index neither reads the file nor loads the library."""
    command = [sys.executable, "-c", _ADD, str(home)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("False\n", "")
    assert len(nearest(fan, rows(EAST)[0])) == 10
