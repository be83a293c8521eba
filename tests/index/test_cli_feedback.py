"""`feedback`: what people think of answers, seen and settled."""

from __future__ import annotations

from pathlib import Path

import pytest

from index import ArticleIndex
from tests.index.conftest import Run
from tests.samples import PORT

from .voting import COST, DAY, KILLED, LENGTH, ask


def test_no_votes_are_said_kindly(run: Run) -> None:
    """An empty list is a sentence for people, and a list for programs."""
    assert run("feedback", "list").out == "Nobody has voted on an answer yet.\n"
    assert run("feedback", "list", "--json").json == {"reviews": []}


def test_the_list_is_for_people(run: Run, library: ArticleIndex) -> None:
    """Each answer has its number, question, words, title, votes and state; the newest vote stands first."""
    right = ask(library, COST, "right", "right")
    wrong = ask(library, KILLED, "right", "wrong_answer")
    missed = ask(library, f"[b]{LENGTH}\n:apple:", "articles_do_say", least=1)
    gone = ask(library, "Why?", "wrong_article", least=1)
    settled = ask(library, "Who?", least=1)
    library.feedback.dismiss(gone)
    library.feedback.settle(settled, [])
    cost, killed = (library.feedback.shown(number) for number in (right, wrong))
    assert cost is not None
    assert killed is not None
    done = run("feedback", "list")
    assert (done.code, done.err) == (0, "")
    assert done.out.splitlines() == [
        f"{settled:>6}  Who?",
        "        (no answer)",
        "        no votes; settled: the articles do not say",
        f"{gone:>6}  Why?",
        "        (no answer)",
        "        1 × wrong article; dismissed",
        f"{missed:>6}  [b]{LENGTH} :apple:",
        "        (no answer)",
        "        1 × the articles do say it; to review",
        f"{wrong:>6}  {KILLED}",
        f"        {killed.answer}",
        "        1 × right, 1 × wrong answer; to review",
        f"{right:>6}  {COST}",
        f"        {cost.answer}  ({PORT.title})",
        f"        2 × right; settled: {cost.answer}",
    ]


def test_two_settlements_that_differ_are_said(run: Run, library: ArticleIndex) -> None:
    """Who settled the same question in two ways sees why it waits again."""
    for answer in ("310 million euros", "310 million"):
        library.feedback.settle(ask(library, COST), [answer])
    reason = "but another answer to this question says otherwise; to review"
    lines = run("feedback", "list").out.splitlines()
    assert lines[2] == f"        no votes; settled: 310 million, {reason}"
    assert lines[5] == f"        no votes; settled: 310 million euros, {reason}"


def test_the_list_as_json_has_all_that_was_shown(run: Run, library: ArticleIndex) -> None:
    """Votes are counts, what is right is a list, or null where that is not known."""
    number = ask(library, COST, "right", "wrong_article")
    answer = library.answer(COST, asked=DAY, min_confidence=0)
    [review] = run("feedback", "list", "--json").json["reviews"]
    assert review == {
        "number": number,
        "question": COST,
        "asked": "2024-03-06",
        "generation": 3,
        "status": "answered",
        "reason": None,
        "confidence": answer.confidence,
        "answer": answer.answer,
        "field": "text",
        "start": answer.start,
        "end": answer.end,
        "quote": "The new terminal cost 310 million euros.",
        "article_id": PORT.id,
        "title": PORT.title,
        "url": PORT.url,
        "votes": {"right": 1, "wrong_article": 1},
        "settled": None,
        "dismissed": False,
        "answers": None,
        "open": True,
    }
    run("feedback", "settle", str(number), "310 million euros")
    [review] = run("feedback", "list", "--json").json["reviews"]
    assert [review[name] for name in ("settled", "answers", "open")] == [["310 million euros"]] * 2 + [False]


def test_an_admin_sees_what_was_settled(run: Run, library: ArticleIndex) -> None:
    """The question is repeated, so that a mistyped number is seen; as JSON too."""
    number = str(ask(library, COST, "wrong_answer"))
    settled = run("feedback", "settle", number, "310 million", "310 million euros")
    assert (settled.code, settled.out) == (0, f"{number}  {COST}: settled: 310 million | 310 million euros\n")
    refused = run("feedback", "settle", number, "--not-in-articles")
    assert refused.out == f"{number}  {COST}: settled: the articles do not say\n"
    dismissed = run("feedback", "dismiss", number)
    assert (dismissed.code, dismissed.out) == (0, f"{number}  {COST}: dismissed\n")
    answers = {"settled": int(number), "question": COST, "answers": ["310 million"]}
    assert run("feedback", "settle", number, "310 million", "--json").json == answers
    assert run("feedback", "dismiss", number, "--json").json == {"dismissed": int(number), "question": COST}


def test_what_no_file_can_hold_is_left_out_of_an_answer(run: Run, library: ArticleIndex) -> None:
    """A word that was no UTF-8 is kept, and said, without that."""
    number = str(ask(library, COST, "wrong_answer"))
    assert run("feedback", "settle", number, "310\udcff million", "--json").json["answers"] == ["310 million"]
    assert run("feedback", "export", "-").lines[0]["answers"] == ["310 million"]


@pytest.mark.parametrize("words", [["settle", "99", "x"], ["dismiss", "99"], ["dismiss", "9" * 30]], ids=" ".join)
def test_an_unknown_number_exits_with_1(run: Run, words: list[str]) -> None:
    """The message says where all numbers are."""
    done = run("feedback", *words, "--json")
    message = f"no answer has the number {words[1]}; `python -m index feedback list` shows them"
    assert (done.code, done.err, done.json) == (1, "", {"error": message})
    assert run("feedback", *words).err == f"error: {message}\n"


def test_another_model_is_no_matter(run: Run, library: ArticleIndex, monkeypatch: pytest.MonkeyPatch) -> None:
    """What people said can be seen and exported whatever model is set, since none is needed."""
    ask(library, COST, "right")
    monkeypatch.setenv("EMBEDDING_MODEL", "owner/model")
    assert len(run("feedback", "list", "--json").json["reviews"]) == 1
    assert run("feedback", "export", "-").lines[0]["question"] == COST


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["lost"],
        ["list", "all"],
        ["export"],
        ["settle"],
        ["settle", "1"],
        ["settle", "one", "x"],
        ["settle", "0", "x"],
        ["settle", "-1", "x"],
        ["settle", "1", ""],
        ["settle", "1", "x", " \n"],
        ["settle", "1", "\udcff"],
        ["settle", "1", "x", "--not-in-articles"],
        ["settle", "1", "--not-in-articles", "x"],
        ["dismiss"],
        ["dismiss", "1", "2"],
        ["dismiss", "9" * 5000],
    ],
)
def test_wrong_usage_exits_with_2(run: Run, words: list[str], home: Path) -> None:
    """The message is one line on standard error, or JSON with --json; nothing is made."""
    for_people, as_json = run("feedback", *words), run("feedback", *words, "--json")
    assert (for_people.code, for_people.out, for_people.err.count("\n")) == (2, "", 1)
    assert for_people.err.startswith("error: ")
    assert (as_json.code, as_json.err, set(as_json.json)) == (2, "", {"error"})
    assert not home.exists()
