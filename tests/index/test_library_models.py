"""ArticleIndex: the embedding model, another one, and the change from one to the other."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from index import Article, ArticleIndex, Settings
from index.errors import ModelError, ModelMismatch
from index.models import locate
from index.settings import ENGLISH_MINILM
from tests.samples import BRIDGE, HARVEST, PORT

_QUESTION = "Why was the bridge closed?"
_COMET = "A comet was seen over Lindby in the early morning."


@pytest.fixture
def other_model(tmp_path: Path) -> str:
    """Return the folder of another model: the same files under another name."""
    folder = tmp_path / "other-model"
    shutil.copytree(locate(ENGLISH_MINILM), folder, copy_function=os.symlink)
    return str(folder)


@pytest.fixture
def other_settings(settings: Settings, other_model: str) -> Settings:
    """Return settings that ask for the other model."""
    return Settings.load(articles_home=settings.articles_home, embedding_model=other_model)


@pytest.fixture
def rebuilt(library: ArticleIndex, other_settings: Settings) -> Iterator[ArticleIndex]:
    """Return the library embedded again by the other model, while `library` stays open on it."""
    library.search(_QUESTION)
    opened = ArticleIndex.open(other_settings, accept_mismatch=True)
    opened.rebuild(embed=True)
    yield opened
    opened.close()


def test_another_model_is_an_error_that_names_both(library: ArticleIndex, other_settings: Settings) -> None:
    """Opened with another model, the index says which it was made with and what to do."""
    with pytest.raises(ModelMismatch) as error:
        ArticleIndex.open(other_settings)
    assert (error.value.stored, error.value.wanted) == (ENGLISH_MINILM, other_settings.embedding_model)
    assert ENGLISH_MINILM in str(error.value)
    assert other_settings.embedding_model in str(error.value)
    assert "python -m index rebuild --embed" in str(error.value)


def test_an_index_of_another_model_can_be_opened_on_purpose(library: ArticleIndex, other_settings: Settings) -> None:
    """Accepted, the index answers with the model that it was made with."""
    opened = ArticleIndex.open(other_settings, accept_mismatch=True)
    assert opened.stats().embedding_model == ENGLISH_MINILM
    assert opened.answer(_QUESTION).article == BRIDGE
    opened.close()


def test_embedding_again_brings_the_new_model(rebuilt: ArticleIndex, other_settings: Settings) -> None:
    """The index then belongs to the new model, answers as before, and opens without a word."""
    assert rebuilt.stats().embedding_model == other_settings.embedding_model
    assert rebuilt.stats().passages == 5
    assert rebuilt.check() == []
    assert rebuilt.answer(_QUESTION).article == BRIDGE
    ArticleIndex.open(other_settings).close()


def test_an_open_reader_goes_on_with_the_new_model(rebuilt: ArticleIndex, library: ArticleIndex) -> None:
    """A reader that was open on the old model answers with the new one, and can add to the index."""
    assert library.answer(_QUESTION) == rebuilt.answer(_QUESTION)
    assert library.answer(_QUESTION).article == BRIDGE
    assert [one.status for one in library.add([Article(_COMET)])] == ["added"]
    assert rebuilt.answer("What was seen over Lindby?", min_confidence=0).answer == _COMET


def test_progress_is_told_while_embedding_again(library: ArticleIndex) -> None:
    """The number of articles done and of all are told."""
    told: list[tuple[int, int]] = []
    library.rebuild(embed=True, progress=lambda done, total: told.append((done, total)))
    assert told == [(3, 3)]


def test_what_comes_while_embedding_again_is_embedded_too(library: ArticleIndex) -> None:
    """An article added after the others were embedded is there, with passages of its own."""
    other = ArticleIndex.open(library.settings)

    def meanwhile(_done: int, _total: int) -> None:
        other.add([Article(_COMET)])

    library.rebuild(embed=True, progress=meanwhile)
    assert library.answer("What was seen over Lindby?", min_confidence=0).answer == _COMET
    assert library.check() == []
    other.close()


def test_a_model_that_is_gone_is_an_error(index: ArticleIndex, other_settings: Settings, other_model: str) -> None:
    """A folder that is no more there when it is needed is an error that names it."""
    opened = ArticleIndex.open(other_settings)
    shutil.rmtree(other_model)
    with pytest.raises(ModelError, match="other-model is no model: give a folder that exists"):
        opened.add([PORT])
    assert opened.articles() == []
    opened.close()


def test_models_can_be_loaded_beforehand(library: ArticleIndex, index: ArticleIndex) -> None:
    """Warming up loads the model of the index, or that of the settings where there is none yet."""
    for one in (library, index):
        one.warm_up()
        assert one.articles() in ([], [BRIDGE, PORT, HARVEST])
