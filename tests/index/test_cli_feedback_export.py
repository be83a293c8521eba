"""`feedback export`: what people think of answers becomes a set for `evaluate`."""

from __future__ import annotations

import json
from pathlib import Path

from index import ArticleIndex
from tests.index.conftest import Run
from tests.samples import PORT

from .voting import COST, DAY, KILLED, LENGTH, ask

_LEFT_OUT = (
    "left out, since nobody has said yet what is right. See `feedback list`, then `feedback settle NUMBER ANSWER`, "
    "`feedback settle NUMBER --not-in-articles` or `feedback dismiss NUMBER`."
)


def _lines(file: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in file.read_text("utf-8").splitlines()]


def test_what_is_exported_can_be_evaluated(run: Run, library: ArticleIndex, tmp_path: Path) -> None:
    """Votes and settlements become a file that `evaluate` reads; what nobody knows is left out, and said."""
    ask(library, COST, "right")
    killed = ask(library, KILLED, "wrong_answer")
    length = ask(library, LENGTH, "wrong_answer")
    ask(library, "Who closed the bridge?", "should_have_known", least=1)
    ask(library, "What did Ines Falk open?", "right", "wrong_answer")
    assert run("feedback", "settle", str(killed), "a late frost", "frost").code == 0
    assert run("feedback", "settle", str(length), "--not-in-articles").code == 0
    file = tmp_path / "set.jsonl"
    done = run("feedback", "export", str(file))
    assert (done.code, done.err) == (0, "")
    assert done.out == f"3 questions written. 2 answers are {_LEFT_OUT}\n"
    cost = library.answer(COST, asked=DAY, min_confidence=0)
    assert sorted(_lines(file), key=lambda one: str(one["question"])) == [
        {"question": LENGTH, "answers": [], "article_urls": [], "date": "2024-03-06"},
        {"question": COST, "answers": [cost.answer], "article_urls": [PORT.url], "date": "2024-03-06"},
        {"question": KILLED, "answers": ["a late frost", "frost"], "article_urls": [], "date": "2024-03-06"},
    ]
    figures = run("evaluate", str(file), "--json")
    assert (figures.code, figures.err) == (0, "")
    assert [figures.json[name] for name in ("answerable", "unanswerable", "recall@1")] == [2, 1, 100]


def test_the_export_goes_to_standard_output(run: Run, library: ArticleIndex) -> None:
    """With - the questions alone stand there, and the counts on standard error, or nowhere with --json."""
    ask(library, COST, "right")
    ask(library, KILLED, "wrong_answer")
    done = run("feedback", "export", "-")
    assert [one["question"] for one in done.lines] == [COST]
    assert (done.code, done.err) == (0, f"1 question written. 1 answer is {_LEFT_OUT}\n")
    as_json = run("feedback", "export", "-", "--json")
    assert (as_json.code, as_json.out, as_json.err) == (0, done.out, "")


def test_the_export_is_counted_as_json(run: Run, library: ArticleIndex, tmp_path: Path) -> None:
    """With --json the counts are all that is printed, and a file that was there is replaced."""
    ask(library, COST, "right")
    ask(library, KILLED, "wrong_answer")
    file = tmp_path / "set.jsonl"
    file.write_text("older", "utf-8")
    done = run("feedback", "export", str(file), "--json")
    assert (done.code, done.err, done.json) == (0, "", {"written": 1, "open": 1})
    assert [one["question"] for one in _lines(file)] == [COST]


def test_nothing_left_out_is_not_mentioned(run: Run, library: ArticleIndex, tmp_path: Path) -> None:
    """Where all is known, how many were written is all that is said."""
    assert run("feedback", "export", str(tmp_path / "none.jsonl")).out == "0 questions written.\n"
    ask(library, COST, "right")
    assert run("feedback", "export", str(tmp_path / "one.jsonl")).out == "1 question written.\n"


def test_a_place_that_can_t_be_written_is_said(run: Run, tmp_path: Path) -> None:
    """A folder that is not there, or a folder in the place of the file, is one line."""
    for name in (str(tmp_path / "none" / "set.jsonl"), str(tmp_path)):
        done = run("feedback", "export", name, "--json")
        assert (done.code, done.err) == (1, "")
        assert done.json["error"].startswith(f"{name}: ")
