"""Answers and passages as a person reads them in the terminal."""

from __future__ import annotations

from dataclasses import replace

import pytest

from index import ArticleIndex, Passage
from index.printing import Printer
from index.records import Answer, Candidate
from tests.index.conftest import Run
from tests.samples import BRIDGE, HARVEST, PORT, passage


def test_an_answer_is_its_sentence_and_its_source(run: Run, library: ArticleIndex) -> None:
    """The quote stands first, then where it is from, then how sure it is."""
    done = run("ask", "How", "much", "did", "the", "terminal", "cost?")
    quote, source, confidence = done.out.splitlines()
    assert quote == "The new terminal cost 310 million euros."
    assert source == ("  Elmsford doubles its port, 5 March 2024, Coast Courier, https://courier.example.org/port")
    assert confidence.startswith("  confidence 0.")
    assert (done.code, done.err) == (0, "")


def test_the_answer_is_bold_within_its_sentence(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where colours are shown, the answer stands out."""
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm")
    words, quote = "310 million euros", "The new terminal cost 310 million euros."
    start = PORT.text.index(words)
    Printer().answer(Answer("?", "answered", 0.9, (), words, "text", start, start + len(words), quote, PORT))
    assert capsys.readouterr().out.splitlines()[0] == "The new terminal cost \x1b[1m310 million euros\x1b[0m."


@pytest.mark.parametrize(
    ("question", "words"),
    [
        (" ", "That is no question yet: write one behind `ask`."),
        ("Why?", "There are no articles yet. Add some: python -m index add FILE"),
    ],
)
def test_no_answer_says_what_to_do(run: Run, question: str, words: str) -> None:
    """An empty question and an empty index each have a line of advice."""
    assert run("ask", question).out == f"{words}\n"


def test_a_refusal_shows_no_passage(run: Run, library: ArticleIndex) -> None:
    """What is not in the articles is one line."""
    assert run("ask", "Why?", "--min-confidence", "1").out == "The articles do not say.\n"


def test_passages_are_numbered(capsys: pytest.CaptureFixture[str]) -> None:
    """Each has its source, both scores, and its text."""
    Printer().candidates(
        [Candidate(passage(BRIDGE, 0, 67), BRIDGE, 1.0, 0.5, None), Candidate(passage(PORT, 0, 72), PORT, 0.5, None, 2)]
    )
    assert capsys.readouterr().out == (
        "1. Orlen bridge closed, 11 April 2024  [dense 0.50  bm25 -]\n"
        "The Orlen bridge was closed on Friday after engineers found cracks.\n\n"
        "2. Elmsford doubles its port, 5 March 2024, Coast Courier, https://courier.example.org/port"
        "  [dense -  bm25 2.00]\n"
        "The port of Elmsford will handle 4 million containers a year from 2026. \n\n"
    )


def test_no_passage_is_said(run: Run) -> None:
    """A search without results says so."""
    assert run("search", "comet").out == "No passage has anything of that.\n"


def test_markup_is_shown_as_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    """Brackets and emoji codes in a text are no markup."""
    text = "The [bold]flag[/bold] said :smile: to [red]all."
    one = Passage(text, "text", 0, len(text))
    Printer().candidates([Candidate(one, HARVEST, 1.0, 1.0, 1.0)])
    assert text in capsys.readouterr().out


def test_other_articles_with_a_passage_are_counted(capsys: pytest.CaptureFixture[str]) -> None:
    """Behind the source stands in how many other articles the passage is."""
    one = Candidate(passage(HARVEST), HARVEST, 1.0, 0.5, 1.0, (BRIDGE,))
    Printer().candidates([one, replace(one, also=(BRIDGE, PORT))])
    first, _, _, second, *_ = capsys.readouterr().out.splitlines()
    assert first.endswith("; also in 1 other article  [dense 0.50  bm25 1.00]")
    assert second.endswith("; also in 2 other articles  [dense 0.50  bm25 1.00]")
