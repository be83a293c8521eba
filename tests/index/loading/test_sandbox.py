"""The process in which a document is read ends with the work that it is for."""

from __future__ import annotations

import subprocess
import threading
from typing import Any, ClassVar

import pytest

from index.errors import Interrupted
from index.interrupting import unless
from index.loading import sandbox
from index.loading.extract import Refused
from tests.index.loading.making import pdf


class _Hanging(subprocess.Popen[bytes]):
    """A process that reads for ever; `started` are all of them."""

    started: ClassVar[list[_Hanging]] = []
    begun: ClassVar = threading.Event()

    def __init__(self, command: list[str], **given: Any) -> None:
        """Start it in place of the one that was meant."""
        super().__init__([command[0], "-c", "import time; time.sleep(600)"], **given)
        self.started.append(self)
        self.begun.set()


def test_a_document_that_takes_long_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of it goes on when the work was told to end, however much of it was still to be handed over."""
    monkeypatch.setattr(subprocess, "Popen", _Hanging)
    with unless(_Hanging.begun.is_set), pytest.raises(Interrupted):
        sandbox.read_apart("pdf", b"%PDF-" + bytes(5_000_000))
    [process] = _Hanging.started
    assert process.poll() is not None


def test_a_large_document_is_read_although_it_could_be_interrupted() -> None:
    """All of it is handed over, however long its reader takes to begin."""
    data = pdf(*[b""] * 501)
    assert len(data) > 100_000
    with unless(lambda: False), pytest.raises(Refused, match="501 pages"):
        sandbox.read_apart("pdf", data)
