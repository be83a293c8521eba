"""A folder that is watched: the index follows its files."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from index import Article, ArticleIndex, folders
from index.errors import CollectionError, Interrupted, SourceError
from index.folder_watching import FolderWatcher, LookedFolder
from index.folders import EVERY
from index.interrupting import unless
from index.store import Folders
from tests.index.test_folders import put

_RAIN, _SNOW, _WIND = "It rained in Baku all day.", "It snowed in Ganja all night.", "A wind blew in Sheki."


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder of two files, which count as whole at once."""
    monkeypatch.setattr(folders, "SETTLED", 0)
    put(tmp_path / "news" / "rain.txt", _RAIN)
    put(tmp_path / "news" / "snow.txt", _SNOW)
    return tmp_path / "news"


@pytest.fixture
def watcher(index: ArticleIndex) -> Iterator[FolderWatcher]:
    """Return what looks at folders, none so far."""
    with closing(Folders(index.settings.articles_home)) as opened:
        yield FolderWatcher(index, opened)


def look(watcher: FolderWatcher) -> LookedFolder:
    """Look at the one folder, as it is known."""
    [folder] = watcher.folders.all()
    return watcher.look(folder)


def texts(watcher: FolderWatcher) -> list[str]:
    """Return what the articles say."""
    return sorted(one.text for one in watcher.index.articles())


def test_a_folder_is_followed(watcher: FolderWatcher, place: Path) -> None:
    """New files are added, changed ones replaced, and what is gone is removed; else nothing is done."""
    added = watcher.add(str(place))
    assert [one.status for one in added.added] == ["added", "added"]
    assert (added.folder.path, added.folder.failures) == (str(place), 0)
    assert added.folder.checked
    assert added.folder.due == added.folder.checked + EVERY
    generation = watcher.index.generation
    looked = look(watcher)
    assert (looked.added, looked.removed, looked.failed, watcher.index.generation) == ([], [], [], generation)
    put(place / "rain.txt", f"{_RAIN} It stopped.")
    put(place / "wind.txt", _WIND)
    (place / "snow.txt").unlink()
    looked = look(watcher)
    assert sorted(one.status for one in looked.added) == ["added", "updated"]
    assert [one.text for one in looked.removed] == [_SNOW]
    assert texts(watcher) == [_WIND, f"{_RAIN} It stopped."]


def test_a_renamed_file_keeps_its_article(watcher: FolderWatcher, place: Path) -> None:
    """It is removed under the old name, and added under the new one."""
    watcher.add(str(place))
    (place / "snow.txt").rename(place / "later.txt")
    look(watcher)
    assert texts(watcher) == [_RAIN, _SNOW]
    assert {Path(one.path or "").name for one in watcher.index.articles()} == {"rain.txt", "later.txt"}


def test_a_copy_takes_the_place_of_what_is_deleted(watcher: FolderWatcher, place: Path) -> None:
    """The same text is one article, whichever file it is in, for as long as there is one."""
    put(place / "twin.txt", _RAIN)
    watcher.add(str(place))
    assert texts(watcher) == [_RAIN, _SNOW]
    (place / "rain.txt").unlink()
    look(watcher)
    assert texts(watcher) == [_RAIN, _SNOW]
    (place / "twin.txt").unlink()
    look(watcher)
    assert texts(watcher) == [_SNOW]


def test_lines_of_json_are_followed(watcher: FolderWatcher, place: Path) -> None:
    """Of a file of many articles those that it has no more are removed; a line that is no article costs none."""
    lines = place / "more.jsonl"
    put(lines, '{"text": "One."}\n{"text": "Two."}\n')
    watcher.add(str(place))
    put(lines, '{"text": "Two."}\n{"text": "Three."}\n')
    assert [one.text for one in look(watcher).removed] == ["One."]
    put(lines, '{"text": "Three."}\nno article\n')
    looked = look(watcher)
    assert [one.source for one in looked.failed] == [f"{lines} line 2"]
    assert looked.removed == []
    assert texts(watcher) == [_RAIN, _SNOW, "Three.", "Two."]


def test_a_disk_that_is_gone_takes_nothing_along(watcher: FolderWatcher, place: Path, tmp_path: Path) -> None:
    """It is said once, since when it fails is kept, and all is well when it is back."""
    watcher.add(str(place))
    place.rename(tmp_path / "elsewhere")
    looked = look(watcher)
    assert [one.reason for one in looked.failed] == [
        "there is no such folder; if it was moved, watch it where it is now"
    ]
    again = look(watcher)
    assert (again.failed, again.folder.failures, again.folder.failing_since) == ([], 2, looked.folder.failing_since)
    place.mkdir()
    assert [one.reason for one in look(watcher).failed] == [
        "all its files are gone, as where a disk is missing; their articles stay until `remove` takes them"
    ]
    assert texts(watcher) == [_RAIN, _SNOW]
    place.rmdir()
    (tmp_path / "elsewhere").rename(place)
    looked = look(watcher)
    assert (looked.added, looked.folder.failures, looked.folder.error) == ([], 0, None)


def test_a_file_that_can_not_be_read_is_said_once(watcher: FolderWatcher, place: Path) -> None:
    """And once more when it was changed; what it had before stays, and the others come."""
    watcher.add(str(place))
    put(place / "rain.txt", " ")
    for reasons in (["empty; there is nothing to add"], []):
        assert [one.reason for one in look(watcher).failed] == reasons
    put(place / "rain.txt", "  ")
    assert [one.reason for one in look(watcher).failed] == ["empty; there is nothing to add"]
    assert texts(watcher) == [_RAIN, _SNOW]
    put(place / "rain.txt", _WIND)
    assert (look(watcher).failed, texts(watcher)) == ([], [_WIND, _SNOW])


def test_what_was_taken_out_by_hand_stays_out(watcher: FolderWatcher, place: Path) -> None:
    """Also when its file is changed; adding it by hand brings it back."""
    watcher.add(str(place))
    [rain] = [one for one in watcher.index.articles() if one.text == _RAIN]
    watcher.index.remove([rain.id])
    for text in (f"{_RAIN} It stopped.", f"{_RAIN} It went on."):
        put(place / "rain.txt", text)
        look(watcher)
        assert texts(watcher) == [_SNOW]
    watcher.index.add([Article(_WIND, path=str(place / "rain.txt"))])
    put(place / "rain.txt", _RAIN)
    look(watcher)
    assert texts(watcher) == [_RAIN, _SNOW]


def test_new_files_go_into_the_collection(watcher: FolderWatcher, place: Path) -> None:
    """What is known already stays where it was put; a name that none can have is refused before anything is done."""
    with pytest.raises(CollectionError):
        watcher.add(str(place), "two words")
    assert (watcher.folders.all(), texts(watcher)) == ([], [])
    watcher.add(str(place), "Weather")
    assert watcher.index.collections() == {"weather": 2}
    [rain] = [one for one in watcher.index.articles() if one.text == _RAIN]
    watcher.index.edit(rain.id, collections=["sport"])
    put(place / "rain.txt", _WIND)
    put(place / "new.txt", _RAIN)
    look(watcher)
    assert watcher.index.collections() == {"sport": 1, "weather": 2}


def test_what_is_no_folder_is_not_watched(watcher: FolderWatcher, place: Path) -> None:
    """A file, or nothing at all."""
    for path in (place / "rain.txt", place / "none"):
        with pytest.raises(SourceError, match="there is no such folder"):
            watcher.add(str(path))
    assert watcher.folders.all() == []


def test_a_large_folder_is_read_a_part_at_a_time(watcher: FolderWatcher, place: Path) -> None:
    """What is left is due at once; what was done is kept, also where it is interrupted then."""
    [_, _] = watcher.add(str(place)).added
    for number in range(3):
        put(place / f"{number}.txt", f"It rained on day {number}.")
    [folder] = watcher.folders.all()
    looked = watcher.look(folder, 2)
    assert len(looked.added) == 2
    assert looked.folder.due == looked.folder.checked
    with unless(lambda: True), pytest.raises(Interrupted):
        look(watcher)
    looked = look(watcher)
    assert len(looked.added) == 1
    assert looked.folder.due > datetime.now(UTC) + timedelta(seconds=50)
