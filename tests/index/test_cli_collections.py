"""Collections on the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from index import ArticleIndex
from tests.samples import BRIDGE, HARVEST, PORT

from .conftest import Run

_COST = ("ask", "what did the terminal cost?", "--min-confidence", "0", "--json")


def test_articles_are_added_to_a_collection(run: Run, library: ArticleIndex, tmp_path: Path) -> None:
    """New ones belong to it alone; one that is here already belongs to it too, and is unchanged."""
    (tmp_path / "new.txt").write_text("The mill was sold on Monday. It ground corn.", "utf-8")
    (tmp_path / "old.txt").write_text(HARVEST.text, "utf-8")
    done = run("add", str(tmp_path / "new.txt"), str(tmp_path / "old.txt"), "--collection", "Farms", "--json")
    assert (done.code, done.json["added"], done.json["unchanged"]) == (0, 1, 1)
    listed = run("list", "--collection", "farms", "--json").json["articles"]
    assert sorted(one["collections"] for one in listed) == [["default", "farms"], ["farms"]]
    assert run("collections", "--json").json == {"collections": {"default": 3, "farms": 2}}
    assert run("collections").out == "default  3 articles\nfarms  2 articles\n"


def test_a_collection_is_asked(run: Run, library: ArticleIndex) -> None:
    """Only its articles answer and are searched, one question or many."""
    assert run("edit", BRIDGE.id, "--collections", "roads", "default", "--json").json["collections"] == [
        "default",
        "roads",
    ]
    assert run(*_COST).json["article"]["id"] == PORT.id
    told = run(*_COST, "--collection", "roads").json
    assert {one["article"]["id"] for one in told["passages"]} == {BRIDGE.id}
    assert told["searched"] == 1
    found = run("search", "terminal", "--collection", "roads", "--json").json["passages"]
    assert {one["article"]["id"] for one in found} == {BRIDGE.id}


def test_an_article_is_taken_out_of_one(run: Run, library: ArticleIndex) -> None:
    """It stays in the others, which are named, and is gone with the last of them."""
    run("edit", PORT.id, "--collections", "coast", "harbours", "news")
    done = run("remove", PORT.id, "--collection", "coast")
    assert (done.code, done.out) == (0, f"removed  {PORT.id}  {PORT.title}  (still in harbours, news)\n")
    removed = run("remove", PORT.id, "--collection", "harbours", "--json").json
    assert (removed["removed"], removed["articles"][0]["collections"]) == (1, ["news"])
    assert run("show", PORT.id, "--json").json["collections"] == ["news"]
    shown = run("show", PORT.id).out
    assert "\nin        news\n" in shown
    removed = run("remove", PORT.id, "--collection", "news", "--json").json
    assert (removed["removed"], removed["articles"][0]["collections"]) == (1, [])
    assert run("show", PORT.id).code == 1


def test_a_file_of_questions_is_asked_within_a_collection(run: Run, library: ArticleIndex, tmp_path: Path) -> None:
    """By `ask --batch` and by `evaluate`: what stands in another collection is not found."""
    run("edit", PORT.id, "--collections", "coast")
    question, dataset = "What did the new terminal cost?", tmp_path / "set.jsonl"
    dataset.write_text(f'{{"question": "{question}", "answers": ["310 million euros"]}}', "utf-8")
    for name, ids, recall in (("coast", {PORT.id}, 100.0), ("default", {BRIDGE.id, HARVEST.id}, 0.0)):
        [told] = run("ask", "--batch", "-", "--collection", name, stdin=question.encode()).lines
        assert {one["article"]["id"] for one in told["passages"]} == ids
        assert run("evaluate", str(dataset), "--collection", name, "--json").json["recall@10"] == recall


@pytest.mark.parametrize("command", [("list",), ("ask", "x"), ("search", "x"), ("remove", PORT.id)])
def test_an_unknown_one_is_told_with_those_there_are(run: Run, library: ArticleIndex, command: tuple[str, ...]) -> None:
    """A misspelt name is an error, not an empty answer."""
    done = run(*command, "--collection", "cost", "--json")
    assert (done.code, done.json) == (1, {"error": "there is no collection 'cost'; there are: default"})


@pytest.mark.parametrize("name", ["", "two words", "a" * 33, "../x"])
def test_a_name_that_none_can_have_is_wrong_usage(run: Run, library: ArticleIndex, name: str) -> None:
    """The error says what a name may be."""
    done = run("add", "-", "--collection", name)
    assert done.code == 2
    assert "it is 1 to 32 letters, digits, - and _, without blanks" in done.err
