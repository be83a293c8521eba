"""A question that failed -> what a person needs to see why, as HTML."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from index.captions import scores, source
from index.evaluation.evaluating import SEARCHED, Outcome
from index.evaluation.marking import find
from index.records import Answer, Candidate, day

PASSAGES = 3  # shown of each question


def entry(outcome: Outcome, min_confidence: float) -> str:
    """Return the question, what was expected and what came, and the first passages behind a fold."""
    question = outcome.question
    facts = [
        f"Asked on {day(question.asked.isoformat())}." if question.asked else "",
        f"Accepted: {_quoted(question.answers)}." if question.answers else "The articles do not say.",
        _said(outcome, min_confidence),
        _ranks(outcome) if question.answers else "",
    ]
    lines = "".join(f"<li>{escape(fact)}</li>" for fact in facts if fact)
    return (
        f'<section class="entry"><h3>{escape(question.text)}</h3><ul>{lines}</ul>'
        f"{_fold(outcome.answer, question.answers)}</section>"
    )


def _said(outcome: Outcome, min_confidence: float) -> str:
    """Return what was answered, or would have been, and how sure that was."""
    if outcome.answer.answer is None:
        return "There was nothing to answer with."
    verb = "Answered" if outcome.answered(min_confidence) else "Refused"
    judged = ("right" if outcome.prediction.right else "wrong") if outcome.question.answerable else "unanswerable"
    return f"{verb}: {_quoted([outcome.answer.answer])}, {judged}, with confidence {outcome.answer.confidence:.2f}."


def _ranks(outcome: Outcome) -> str:
    return (
        f"First passage with an accepted answer: {_number(outcome.rank)} as answered, "
        f"{_number(outcome.found)} as found, of {SEARCHED}."
    )


def _number(rank: int | None) -> str:
    return f"number {rank}" if rank else "none"


def _fold(answer: Answer, accepted: Sequence[str]) -> str:
    shown = answer.passages[:PASSAGES]
    if not shown:
        return ""
    passages = "".join(f"<li>{_passage(one, accepted)}</li>" for one in shown)
    return f"<details><summary>First {len(shown)} passages</summary><ol>{passages}</ol></details>"


def _passage(candidate: Candidate, accepted: Sequence[str]) -> str:
    about = f"{source(candidate.article)} [{scores(candidate)}]"
    return f'<p class="source">{escape(about)}</p><p class="passage">{_marked(candidate.passage.text, accepted)}</p>'


def _marked(text: str, answers: Sequence[str]) -> str:
    """Return a text as HTML in which the answers are marked."""
    parts, at = [], 0
    for place in find(text, answers):
        parts.append(f"{escape(text[at : place.start])}<mark>{escape(text[place.start : place.end])}</mark>")
        at = place.end
    return "".join([*parts, escape(text[at:])])


def _quoted(texts: Sequence[str]) -> str:
    return ", ".join(f"“{text}”" for text in texts)
