"""The FAISS file: derived from SQLite, and derived again whenever it does not fit."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from index.errors import StoreError
from index.store import Store
from tests.samples import BRIDGE, EAST, HARVEST, NORTH, PORT, UP, rows

from .toys import nearest, put


def _is_current(home: Path) -> bool:
    """Whether a program that starts now can use the file as it is."""
    store = Store(home)
    found = store.check()
    store.close()
    return found == []


def _cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-8])


def _flip(file: Path) -> None:
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 1
    file.write_bytes(data)


def _restamp(**changes: object) -> Callable[[Path], object]:
    def change(file: Path) -> None:
        stamp = file.with_suffix(".json")
        stamp.write_text(json.dumps(json.loads(stamp.read_text()) | changes))

    return change


def _restamp_as(text: str) -> Callable[[Path], object]:
    return lambda file: file.with_suffix(".json").write_text(text)


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda file: file.unlink(), id="missing"),
        pytest.param(_cut, id="truncated"),
        pytest.param(lambda file: file.write_bytes(b""), id="empty"),
        pytest.param(_flip, id="one bit flipped"),
        pytest.param(lambda file: file.with_suffix(".json").unlink(), id="without a stamp"),
        pytest.param(_restamp_as('{"generation": 2, "mod'), id="stamp torn"),
        pytest.param(_restamp_as("[]"), id="stamp of another shape"),
        pytest.param(_restamp(model="another"), id="of another model"),
        pytest.param(_restamp(generation=9), id="ahead of the database"),
        pytest.param(_restamp_as('{"generation": 2, "model": "toy", "sha256": "0"}'), id="stamp of an older program"),
    ],
)
def test_a_file_that_does_not_fit_is_derived_again(
    two: Store, home: Path, file: Path, damage: Callable[[Path], object]
) -> None:
    """A search finds the same as before at once, and the file is good again once it is saved."""
    damage(file)
    assert not _is_current(home)
    again = Store(home)
    assert nearest(again) == [(2, 0.8), (1, 0.6)]
    again.save_vectors()
    again.close()
    assert _is_current(home)


def test_a_file_that_is_behind_is_caught_up_with(two: Store, home: Path, file: Path) -> None:
    """What came and went since the file was written is taken over, and then kept in the file."""
    put(two, HARVEST, UP, (0.8, 0.6, 0.0))
    two.remove([PORT.id])
    assert not _is_current(home)
    again = Store(home)
    assert nearest(again) == [(4, 0.96), (2, 0.8), (3, 0.0)]
    again.save_vectors()
    again.close()
    assert _is_current(home)


def test_a_backup_put_in_place_is_told_from_what_came_after_it(home: Path, tmp_path: Path) -> None:
    """Numbers given anew after a backup was restored never find vectors from before it."""
    store = Store(home)
    put(store, PORT, EAST)
    store.close()
    shutil.copy(home / "articles.sqlite", tmp_path / "backup.sqlite")
    store = Store(home)
    put(store, BRIDGE, NORTH)
    store.save_vectors()
    store.close()
    shutil.copy(tmp_path / "backup.sqlite", home / "articles.sqlite")
    restored = Store(home)
    put(restored, HARVEST, UP)
    put(restored, BRIDGE, EAST)
    restored.save_vectors()
    assert dict(nearest(restored, rows(NORTH)[0])) == {1: 0.0, 2: 0.0, 3: 0.0}
    restored.close()


def test_no_file_is_left_beside(two: Store, home: Path) -> None:
    """Writing leaves the file, its stamp and the database, and nothing else."""
    two.close()
    assert sorted(path.name for path in home.iterdir()) == ["articles.sqlite", "vectors.faiss", "vectors.json"]


def test_a_folder_in_place_of_the_file_is_an_error(two: Store, file: Path) -> None:
    """Where the file can't be written, the error says how to choose another folder, and no stamp is left to lie."""
    file.unlink()
    file.mkdir()
    with pytest.raises(StoreError, match="choose another folder with ARTICLES_HOME"):
        two.rebuild_vectors()
    assert not file.with_suffix(".json").exists()
