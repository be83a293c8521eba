"""`ask --batch`: a question a line in, an answer a line out."""

from __future__ import annotations

from pathlib import Path

import pytest

from index import ArticleIndex
from tests.index.conftest import Run

_WHY, _COST = "Why was the bridge closed?", "How much did the terminal cost?"


def test_each_line_has_its_answer_in_order(run: Run, library: ArticleIndex, tmp_path: Path) -> None:
    """Blank lines are answered too, and each answer is that of the question alone."""
    file = tmp_path / "questions.txt"
    file.write_text(f"{_WHY}\n\n  \n{_COST}\n", "utf-8")
    done = run("ask", "--batch", str(file))
    assert (done.code, done.err) == (0, "")
    assert [one["question"] for one in done.lines] == [_WHY, "", "  ", _COST]
    assert [one["reason"] for one in done.lines] == [None, "empty_question", "empty_question", None]
    assert done.lines[0] == run("ask", _WHY, "--json").json
    assert done.lines[3]["answer"] == "The new terminal cost 310 million euros."


def test_standard_input_is_read(run: Run, library: ArticleIndex) -> None:
    """A dash reads the questions from standard input; the last needs no line end."""
    done = run("ask", "--batch", "-", "--json", stdin=f"{_COST}\n{_WHY}".encode())
    assert [one["question"] for one in done.lines] == [_COST, _WHY]


@pytest.mark.parametrize("end", ["\r", "\u2028", "\u0085", "\x0b", "\x0c", "\x1e", "\t", "\u00a0"])
def test_lines_end_at_line_feeds_only(run: Run, library: ArticleIndex, end: str) -> None:
    """What other programs take for a line end stays in the question, which is repeated unchanged."""
    question = f"Why was{end}the bridge closed?{end}"
    done = run("ask", "--batch", "-", stdin=f"{question}\n{_COST}\n".encode())
    assert [one["question"] for one in done.lines] == [question, _COST]
    assert done.lines[0]["status"] == "answered"


def test_a_line_that_is_not_utf_8_is_answered(run: Run, library: ArticleIndex) -> None:
    """Bytes that are no UTF-8 come back as Python's escapes for them, and the next line is answered."""
    done = run("ask", "--batch", "-", stdin=b"Why was the br\xfcdge closed?\n\xff\n" + _COST.encode())
    assert [one["question"] for one in done.lines] == ["Why was the br\udcfcdge closed?", "\udcff", _COST]
    assert [one["reason"] for one in done.lines] == [None, "empty_question", None]


def test_the_least_confidence_holds_for_all(run: Run, library: ArticleIndex) -> None:
    """Each answer is judged by the one that was given."""
    done = run("ask", "--batch", "-", "--min-confidence", "1", stdin=f"{_WHY}\n{_COST}\n".encode())
    assert [one["reason"] for one in done.lines] == ["not_in_articles"] * 2


def test_no_lines_have_no_answers(run: Run, library: ArticleIndex) -> None:
    """Nothing in, nothing out."""
    done = run("ask", "--batch", "-", stdin=b"")
    assert (done.code, done.out, done.err) == (0, "", "")


def test_an_empty_index_answers_each_line(run: Run) -> None:
    """Without articles each question is told so."""
    done = run("ask", "--batch", "-", stdin=b"Why?\n\n")
    assert [one["reason"] for one in done.lines] == ["empty_index", "empty_question"]


@pytest.mark.parametrize("name", ["none.txt", "."])
def test_a_file_that_can_t_be_read_is_an_error(run: Run, library: ArticleIndex, name: str) -> None:
    """A missing file or a folder is an error that says what to give."""
    done = run("ask", "--batch", name, "--json")
    assert (done.code, done.err) == (1, "")
    assert done.json["error"].startswith(f"{name}: ")
    assert done.json["error"].endswith("; give a text file with a question a line")
