"""Answers and passages as a person reads them in the terminal."""

from __future__ import annotations

from dataclasses import replace

import pytest

from index import ArticleIndex, Passage
from index.printing import Printer
from index.records import Answer, Candidate, Span
from tests.index.conftest import Run
from tests.samples import BRIDGE, HARVEST, PORT, passage

_COST = "The new terminal cost 310 million euros."
_SOURCE = "Elmsford doubles its port, 5 March 2024, Coast Courier, https://courier.example.org/port"


def _said(question: str, words: str) -> Answer:
    """Return the answer in which the words of the sentence about the cost answer."""
    start = PORT.text.index(words)
    return Answer(question, "answered", 0.9, (), words, "text", start, start + len(words), _COST, PORT)


@pytest.fixture
def coloured(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let bold and dim type be written."""
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm")


def test_an_answer_is_its_sentence_and_its_source(run: Run, library: ArticleIndex) -> None:
    """The quote stands first, then where it is from, then how sure it is."""
    done = run("ask", "How", "much", "did", "the", "terminal", "cost?")
    quote, source, confidence = done.out.splitlines()
    assert quote == "The new terminal cost 310 million euros."
    assert source == ("  Elmsford doubles its port, 5 March 2024, Coast Courier, https://courier.example.org/port")
    assert confidence.startswith("  confidence 0.")
    assert (done.code, done.err) == (0, "")


def test_the_words_stand_above_their_sentence(capsys: pytest.CaptureFixture[str], coloured: None) -> None:
    """Where colours are shown, the words are bold, the sentence plain, and the source and the confidence dim."""
    Printer().answer(_said("How much?", "310 million euros"))
    assert capsys.readouterr().out == (
        f"\x1b[1m310 million euros\x1b[0m\n{_COST}\n\x1b[2m  {_SOURCE}\x1b[0m\n\x1b[2m  confidence 0.90\x1b[0m\n"
    )


@pytest.mark.parametrize(("question", "words"), [("How much?", _COST), ("How much?", _COST[:-1]), ("Why?", "310")])
def test_a_sentence_that_is_the_answer_stands_alone(
    capsys: pytest.CaptureFixture[str], coloured: None, question: str, words: str
) -> None:
    """Where the words are the whole sentence, or an explanation was asked for, only the sentence is shown, in bold."""
    Printer().answer(_said(question, words))
    bold, source, confidence = capsys.readouterr().out.splitlines()
    assert bold == f"\x1b[1m{_COST}\x1b[0m"
    assert (source, confidence) == (f"\x1b[2m  {_SOURCE}\x1b[0m", "\x1b[2m  confidence 0.90\x1b[0m")


def test_another_article_s_answer_stands_below(capsys: pytest.CaptureFixture[str]) -> None:
    """A different answer has its words, its sentence and its source too."""
    start = HARVEST.text.index("1998")
    rival = Span(Candidate(passage(HARVEST), HARVEST, 1.0, 0.5, 1.0), start, start + 4, 0.5)
    Printer().answer(replace(_said("How much?", "310 million euros"), rival=rival))
    assert capsys.readouterr().out == (
        f"310 million euros\n{_COST}\n  {_SOURCE}\n  confidence 0.90\n\nAnother article says:\n"
        f"1998\nApple growers expect the smallest harvest since 1998.\n  {HARVEST.text[:60]}\n"
    )


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
    """What is not in the articles is one line, which says how many they are."""
    assert run("ask", "Why?", "--min-confidence", "1").out == "The 3 articles do not say.\n"


@pytest.mark.parametrize(
    ("searched", "words"),
    [(0, "The articles do not say."), (1, "The one article does not say."), (4590, "The 4,590 articles do not say.")],
)
def test_no_answer_says_how_many_articles_were_searched(
    capsys: pytest.CaptureFixture[str], searched: int, words: str
) -> None:
    """The number tells how much silence is worth."""
    Printer().answer(Answer("?", "not_found", 0.1, reason="not_in_articles", searched=searched))
    assert capsys.readouterr().out == f"{words}\n"


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


def test_other_sources_of_a_passage_are_named(capsys: pytest.CaptureFixture[str]) -> None:
    """Behind the source stands where else the passage is; a title stands for the outlet where that is not known."""
    one = Candidate(passage(HARVEST), HARVEST, 1.0, 0.5, 1.0, also=(BRIDGE,))
    Printer().candidates([one, replace(one, also=(BRIDGE, PORT))])
    first, _, _, second, *_ = capsys.readouterr().out.splitlines()
    assert first.endswith("; also in Orlen bridge closed  [dense 0.50  bm25 1.00]")
    assert second.endswith("; also in Orlen bridge closed and Coast Courier  [dense 0.50  bm25 1.00]")
