"""The command line: folders are watched."""

from __future__ import annotations

from pathlib import Path

import pytest

from index import folder_watching, folders
from tests.index.conftest import Run
from tests.index.test_folders import put


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder of one file, which counts as whole at once."""
    monkeypatch.setattr(folders, "SETTLED", 0)
    return put(tmp_path / "news" / "rain.txt", "It rained in Baku.").parent


def test_a_folder_is_added_watched_and_followed(run: Run, place: Path) -> None:
    """What it holds is there, it is listed, and a look does what happened in it since."""
    done = run("folders", "add", str(place), "--collection", "Weather", "--json")
    assert (done.code, done.err) == (0, "")
    [looked] = done.json["folders"]
    assert (looked["added"], looked["folder"]["collection"]) == (1, "weather")
    [folder] = run("folders", "list", "--json").json["folders"]
    assert (folder["path"], folder["failures"], folder["error"]) == (str(place), 0, None)
    assert folder["checked"] < folder["due"]
    listed = run("folders", "list").out
    assert str(place) in listed
    assert "last look 20" in listed
    assert "into the collection weather" in listed
    assert run("folders", "check", "--json").json == {"folders": []}
    assert "No folder is due" in run("folders", "check").out
    put(place / "snow.txt", "It snowed in Ganja.")
    (place / "rain.txt").unlink()
    done = run("folders", "check", "--all")
    assert done.code == 0
    assert "1 added, 0 updated, 0 unchanged" in done.out
    assert "removed  " in done.out


def test_a_folder_that_fails_is_said_and_listed(run: Run, place: Path, tmp_path: Path) -> None:
    """The exit code is 1 for as long as it fails, and its articles stay."""
    run("folders", "add", str(place))
    place.rename(tmp_path / "away")
    done = run("folders", "check", "--all")
    assert (done.code, done.err) == (
        1,
        f"failed     {place}: there is no such folder; if it was moved, watch it where it is now\n",
    )
    again = run("folders", "check", "--all")
    assert (again.code, again.err) == (1, "")
    assert "failing since 20" in run("folders", "list").out
    assert len(run("list", "--json").json["articles"]) == 1


def test_a_folder_is_removed_and_its_articles_stay(run: Run, place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By any way of writing its path; what is not watched can't be removed."""
    run("folders", "add", str(place))
    monkeypatch.chdir(place.parent)
    done = run("folders", "remove", "news/", "--json")
    assert (done.code, done.json["removed"]["path"]) == (0, str(place))
    assert "No folder is watched" in run("folders", "list").out
    assert len(run("list", "--json").json["articles"]) == 1
    done = run("folders", "remove", "news")
    assert (done.code, done.err) == (
        1,
        f"error: the folder {place} is not watched; `python -m index folders list` shows those that are\n",
    )


@pytest.mark.parametrize("name", ["none", "news/rain.txt"])
def test_what_is_no_folder_is_an_error(run: Run, place: Path, name: str) -> None:
    """It is one line, and nothing is watched."""
    done = run("folders", "add", str(place.parent / name))
    assert (done.code, done.out, done.err.count("\n")) == (1, "", 1)
    assert "there is no such folder" in done.err
    assert run("folders", "list", "--json").json == {"folders": []}


def test_a_file_that_was_put_there_just_now_is_read(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who adds a folder, or looks at it, waits until its newest file is taken to be whole."""
    monkeypatch.setattr(folders, "SETTLED", 0.3)
    monkeypatch.setattr(folder_watching, "SETTLED", 0.3)
    news = tmp_path / "news"
    news.mkdir()
    (news / "mill.txt").write_text("The mill was sold on Monday. It ground corn.", "utf-8")
    assert run("folders", "add", str(news), "--json").json["folders"][0]["added"] == 1
    (news / "mill.txt").write_text("The mill was sold on Tuesday. It ground corn.", "utf-8")
    assert run("folders", "check", "--all", "--json").json["folders"][0]["updated"] == 1
