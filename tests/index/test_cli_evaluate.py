"""`evaluate`: a file of questions in, figures out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from index import ArticleIndex
from tests.index.conftest import Run

from .evaluation.outcomes import COST, KILLED, LENGTH

_NAMES = [
    *("answerable", "unanswerable", "recall@1", "recall@5", "recall@10", "recall@50", "mrr@10", "em", "f1"),
    *("right_of_answered", "auroc", "coverage@80", "coverage@90", "answered", "refused_unanswerable", "ece"),
    "passages_over_220_words",
]


@pytest.fixture
def dataset(tmp_path: Path) -> Path:
    """Return a file of three questions, asked on a day of 2024."""
    file = tmp_path / "questions.jsonl"
    questions = (COST, KILLED, LENGTH)
    lines = [{"question": one.text, "answers": list(one.answers), "date": "2024-03-06"} for one in questions]
    file.write_text("\n".join(map(json.dumps, lines)), "utf-8")
    return file


def test_figures_are_json_by_their_names(run: Run, library: ArticleIndex, dataset: Path) -> None:
    """All figures of the contract are there, in order, and nothing else is printed."""
    done = run("evaluate", str(dataset), "--json")
    assert (done.code, done.err) == (0, "")
    assert list(done.json) == _NAMES
    assert [done.json[name] for name in ("answerable", "unanswerable", "recall@1", "recall@50")] == [2, 1, 100, 100]


def test_people_get_a_table(run: Run, library: ArticleIndex, dataset: Path) -> None:
    """Each line has a name, a value and a meaning, one below the other."""
    done = run("evaluate", str(dataset))
    lines = done.out.splitlines()
    assert (done.code, done.err, len(lines)) == (0, "", len(_NAMES))
    assert lines[0] == "answerable                   2  questions that the articles answer"
    assert lines[2] == "recall@1                 100.0  % of the answerable: the first passage holds an accepted answer"


def test_the_setting_decides_what_is_refused(
    run: Run, library: ArticleIndex, dataset: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """MIN_CONFIDENCE changes what is answered, and no other figure."""
    monkeypatch.setenv("MIN_CONFIDENCE", "0")
    loose = run("evaluate", str(dataset), "--json").json
    monkeypatch.setenv("MIN_CONFIDENCE", "1")
    strict = run("evaluate", str(dataset), "--json").json
    assert (loose["answered"], loose["refused_unanswerable"]) == (100.0, 0.0)
    assert (strict["answered"], strict["refused_unanswerable"]) == (0.0, 100.0)
    assert {name for name in _NAMES if loose[name] != strict[name]} == {"answered", "refused_unanswerable"}


def test_the_answers_are_those_of_ask(run: Run, library: ArticleIndex, dataset: Path, tmp_path: Path) -> None:
    """The file holds what `ask --batch` prints for the questions on their day, to the last byte."""
    kept = tmp_path / "answers.jsonl"
    assert run("evaluate", str(dataset), "--answers", str(kept), "--json").code == 0
    asked = f"{COST.text}\n{KILLED.text}\n{LENGTH.text}\n".encode()
    words = ("ask", "--batch", "-", "--min-confidence", "0", "--asked", "2024-03-06")
    assert kept.read_text("utf-8") == run(*words, stdin=asked).out


def test_the_report_is_a_page(run: Run, library: ArticleIndex, dataset: Path, tmp_path: Path) -> None:
    """The page is written beside the figures, with the questions that failed and their passages."""
    kept = tmp_path / "report.html"
    done = run("evaluate", str(dataset), "--report", str(kept), "--json")
    page = kept.read_text("utf-8")
    assert list(done.json) == _NAMES
    assert page.startswith("<!DOCTYPE html>")
    assert "Answers to questions.jsonl" in page
    assert LENGTH.text in page
    assert page.count("<svg") == 3
    assert '<p class="passage">' in page


def test_nothing_is_written_unless_asked_for(run: Run, library: ArticleIndex, dataset: Path, tmp_path: Path) -> None:
    """Without a name there is no file."""
    before = sorted(tmp_path.rglob("*"))
    run("evaluate", str(dataset))
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize("option", ["--answers", "--report"])
def test_a_place_that_can_t_be_written_is_said_first(run: Run, dataset: Path, tmp_path: Path, option: str) -> None:
    """Nothing is asked if the result could not be kept."""
    name = str(tmp_path / "none" / "file")
    done = run("evaluate", str(dataset), option, name, "--json")
    assert (done.code, done.err) == (1, "")
    assert done.json["error"].startswith(f"{name}: No such file or directory; ")


def test_a_line_at_fault_is_an_error(run: Run, tmp_path: Path, home: Path) -> None:
    """The message names file and line, the exit code is 1, and no index is opened."""
    file = tmp_path / "questions.jsonl"
    file.write_text('{"question": "Who?", "answers": []}\n{"question": "Who?"}\n', "utf-8")
    done = run("evaluate", str(file))
    assert (done.code, done.out) == (1, "")
    assert done.err == f'error: {file} line 2: no list of "answers" in it; write [] where the articles do not say\n'
    assert not home.exists()


def test_files_must_be_apart(run: Run, dataset: Path, tmp_path: Path) -> None:
    """A name given twice, however it is written, would lose what stood there first."""
    before, again = dataset.read_bytes(), str(tmp_path / "." / "sub" / ".." / dataset.name)
    for words in (["--answers", again], ["--report", "one.txt", "--answers", "./one.txt"]):
        done = run("evaluate", str(dataset), *words, "--json")
        assert (done.code, done.json) == (2, {"error": "DATASET, --answers and --report must be files apart"})
    assert dataset.read_bytes() == before


def test_an_empty_index_has_no_answers(run: Run, dataset: Path) -> None:
    """Without articles nothing is found, and everything is refused."""
    figures = run("evaluate", str(dataset), "--json").json
    assert [figures[name] for name in ("answerable", "recall@50", "answered", "refused_unanswerable")] == [2, 0, 0, 100]
