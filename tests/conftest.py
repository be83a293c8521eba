"""What all tests share: an environment without settings from outside, and each model once."""

from __future__ import annotations

import functools
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.settings import BotSettings
from index import Article, ArticleIndex, Settings, cores, loaded
from index.embeddings import Encoder
from index.settings import ENGLISH_MINILM, SENTENCES
from tests.samples import BRIDGE, HARVEST, PORT, visit

_SCREEN = ("FORCE_COLOR", "NO_COLOR", "TTY_COMPATIBLE", "COLUMNS")
# Loading takes a second or more, and an encoder keeps nothing of what it reads.
shared_encoder = functools.cache(Encoder)


@pytest.fixture(autouse=True, scope="session")
def _clean_environment(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Hide the settings of whoever runs the tests, and what is in their cache, from all tests and their fixtures."""
    with pytest.MonkeyPatch.context() as patch:
        for name in [name for name in os.environ if name.lower() in BotSettings.model_fields or name in _SCREEN]:
            patch.delenv(name)
        # It is loaded in a second, the default one in four; what is about that one asks for it.
        patch.setenv("EMBEDDING_MODEL", ENGLISH_MINILM)
        # The trained reader belongs to the default model, and takes its time too.
        patch.setenv("READER_MODEL", SENTENCES)
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        patch.chdir(tmp_path_factory.mktemp("cwd"))
        yield


@pytest.fixture(autouse=True)
def _clean_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Let each test run in a folder of its own, in which there is no .env file."""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(tmp_path_factory.mktemp("cwd"))
        yield


@pytest.fixture(autouse=True, scope="session")
def _one_encoder() -> Iterator[None]:
    """Let every index of this process use the same encoder, with one thread, in the same numbers on all processors."""
    with pytest.MonkeyPatch.context() as patch:
        # On cores that others use too, the threads of one small batch wait for one another.
        patch.setattr(cores, "usable_cores", lambda: 1)
        patch.setattr(loaded, "Encoder", shared_encoder)
        patch.setattr("torch.cpu.get_capabilities", dict)  # none, so float32
        yield


@pytest.fixture(scope="session")
def encoder() -> Encoder:
    """Return the English embedding model."""
    return shared_encoder(ENGLISH_MINILM)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Return the folder of an index that is not there yet."""
    return tmp_path / "home"


@pytest.fixture
def settings(home: Path) -> Settings:
    """Return the default settings, with the index in `home`."""
    return Settings.load(articles_home=home)


@pytest.fixture
def index(settings: Settings) -> Iterator[ArticleIndex]:
    """Return a new, empty index."""
    opened = ArticleIndex.open(settings)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def _library_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make an index of the three made-up articles, once."""
    return make_index(tmp_path_factory.mktemp("library"), [PORT, BRIDGE, HARVEST])


@pytest.fixture(scope="session")
def _sample_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make an index of the sample, once."""
    return make_index(tmp_path_factory.mktemp("sample"), visit())


@pytest.fixture
def library(_library_home: Path, home: Path, settings: Settings) -> Iterator[ArticleIndex]:
    """Return an index of its own of three made-up articles: PORT, BRIDGE and HARVEST."""
    shutil.copytree(_library_home, home)
    opened = ArticleIndex.open(settings)
    yield opened
    opened.close()


@pytest.fixture
def sample(_sample_home: Path, home: Path, settings: Settings) -> Iterator[ArticleIndex]:
    """Return an index of its own of the sample article."""
    shutil.copytree(_sample_home, home)
    opened = ArticleIndex.open(settings)
    yield opened
    opened.close()


def make_index(home: Path, articles: list[Article]) -> Path:
    """Return `home` with an index of the articles in it."""
    made = ArticleIndex.open(Settings.load(articles_home=home))
    made.add(articles)
    made.close()
    return home
