"""The command line, run within the tests' process, so that the model is loaded once."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from index.cli import main


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
