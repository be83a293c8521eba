"""Folders among the user's caches."""

from __future__ import annotations

import hashlib
import re
import sys
from pathlib import Path

import pytest

from index.errors import ModelError
from index.models.cache import cached

_TEXTS = {"weights": "a" * 1000, "inside/config": "b"}
_FILES = {name: hashlib.sha256(text.encode()).hexdigest() for name, text in _TEXTS.items()}


class Maker:
    """Makes the folder, and counts how often."""

    def __init__(self) -> None:
        """Begin with 0."""
        self.times = 0

    def __call__(self, folder: Path) -> None:
        """Write the files."""
        self.times += 1
        (folder / "inside").mkdir()
        for name, text in _TEXTS.items():
            (folder / name).write_text(text)


@pytest.fixture
def make() -> Maker:
    """Return what makes the folder."""
    return Maker()


@pytest.fixture
def caches(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the user's folder of caches."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "caches"))
    return tmp_path / "caches"


def _texts(folder: Path) -> dict[str, str]:
    return {name: (folder / name).read_text() for name in _TEXTS}


def test_a_folder_is_made_once(caches: Path, make: Maker) -> None:
    """What was made is found again, and what it was made in is gone."""
    folder = cached("model", _FILES, make)
    assert folder == caches / "article-qa-bot" / "model"
    assert cached("model", _FILES, make) == folder
    assert (make.times, _texts(folder)) == (1, _TEXTS)
    assert list(folder.parent.iterdir()) == [folder]


@pytest.mark.parametrize("damage", ["a" * 999, "a" * 999 + "b", "", None])
def test_a_damaged_file_is_made_again(caches: Path, make: Maker, damage: str | None) -> None:
    """A file cut short, changed, emptied or removed is replaced; who reads the old one goes on doing so."""
    weights = cached("model", _FILES, make) / "weights"
    weights.unlink() if damage is None else weights.write_text(damage)
    assert _texts(cached("model", _FILES, make)) == _TEXTS
    assert make.times == 2


def test_what_comes_out_wrong_is_an_error(caches: Path) -> None:
    """Files that are not the expected ones are not kept."""

    def make(folder: Path) -> None:
        Maker()(folder)
        (folder / "weights").write_text("c" * 1000)

    with pytest.raises(ModelError, match=r"^model came out damaged: try again; "):
        cached("model", _FILES, make)
    assert [path.name for path in (caches / "article-qa-bot").rglob("*")] == ["model"]


def test_a_folder_that_can_t_be_written_is_an_error(caches: Path, make: Maker) -> None:
    """The error names the folder, what is wrong with it, and what to do."""
    caches.write_text("a file where a folder should be")
    with pytest.raises(ModelError) as error:
        cached("model", _FILES, make)
    assert str(error.value) == (
        f"model can't be kept in {caches / 'article-qa-bot'}: Not a directory; "
        "set XDG_CACHE_HOME to a folder that can be written and has 1 GB free"
    )


@pytest.mark.parametrize("given", ["", "relative/caches"])
def test_without_a_setting_it_is_the_system_s_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, make: Maker, given: str
) -> None:
    """Without XDG_CACHE_HOME, or with a relative one, the folder is in the user's home."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CACHE_HOME", given)
    usual = "Library/Caches" if sys.platform == "darwin" else ".cache"
    assert cached("model", _FILES, make) == tmp_path / usual / "article-qa-bot" / "model"


def test_without_a_home_a_folder_must_be_given(monkeypatch: pytest.MonkeyPatch, make: Maker) -> None:
    """A user without a home folder is asked for one."""

    def home() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.setattr(Path, "home", home)
    with pytest.raises(ModelError, match=re.escape("no home folder to keep models in; set XDG_CACHE_HOME")):
        cached("model", _FILES, make)
