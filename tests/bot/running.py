"""The real bot, as a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path
from typing import Self

from bot.settings import BotSettings
from index.settings import ENGLISH_MINILM, SENTENCES
from tests.samples import ROOT

QUESTION = "What is the trade goal for five years?"
TARGET = "Over the next five years, they aim to increase trade to $10 billion"
SOURCE = "Iranian President's visit to Azerbaijan marks new phase in bilateral relations, 28 April 2025"


def environment(home: Path, **settings: str) -> dict[str, str]:
    """Return the environment for a process that keeps its state in `home`."""
    clean = {name: value for name, value in os.environ.items() if name.lower() not in BotSettings.model_fields}
    # The English model is loaded in a second, the default one in four, and the reader that goes with it as well.
    models = {"EMBEDDING_MODEL": ENGLISH_MINILM, "READER_MODEL": SENTENCES}
    return clean | models | {"ARTICLES_HOME": str(home), "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"} | settings


def run(arguments: list[str], home: Path, lines: str = "", **settings: str) -> subprocess.CompletedProcess[str]:
    """Run `python -m ARGUMENTS` to its end, with `lines` as standard input."""
    return subprocess.run(
        [sys.executable, "-m", *arguments],
        input=lines,
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=home.parent,
        env=environment(home, **settings),
        timeout=120,
        check=False,
    )


class RunningBot:
    """`python -m bot`; `log` is what it wrote to standard error so far."""

    def __init__(self, home: Path, **settings: str) -> None:
        """Start it and wait until it listens."""
        self.process = subprocess.Popen(
            [sys.executable, "-m", "bot"],
            stdin=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            cwd=home.parent,
            env=environment(home, **settings),
        )
        self.log = ""
        self._changed = threading.Condition()
        self._reader = threading.Thread(target=self._read)
        self._reader.start()

    def __enter__(self) -> Self:
        """Wait until it listens."""
        self.logs("is listening")
        return self

    def __exit__(self, *_: object) -> None:
        """End it if it still runs, kindly at first."""
        self.process.terminate()
        try:
            self.ends()
        finally:
            self.process.kill()

    def logs(self, words: str, timeout: float = 60) -> str:
        """Wait until the log holds `words`, and return it."""
        with self._changed:
            self._changed.wait_for(lambda: words in self.log or not self._reader.is_alive(), timeout)
            assert words in self.log, f"the log does not say {words!r}: {self.log}"
            return self.log

    def ends(self, timeout: float = 30) -> int:
        """Wait until it ends, and return its exit code."""
        code = self.process.wait(timeout)
        self._reader.join()
        return code

    def _read(self) -> None:
        """Collect the log line by line."""
        assert self.process.stderr
        with self.process.stderr as lines:
            for line in lines:
                with self._changed:
                    self.log += line
                    self._changed.notify_all()
        with self._changed:
            self._changed.notify_all()
