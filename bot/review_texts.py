"""What admins read of what people think of the answers; plain text, escaped where it becomes HTML (see texts)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from bot import labels
from bot.languages import Message, gettext, isolated, number
from index.reviews import Verdict

NOTHING: Final = Message("No vote waits for a look.")
GONE: Final = Message("This was decided already, or is forgotten; /review shows what is left.")
REFUSED: Final = Message("I said that the articles do not say.")
HOW_TO_SETTLE: Final = Message(
    "What is right? Press a button, or reply to this message with the right answer; several in lines of their own."
)
SETTLED_NOTHING: Final = Message("Noted: the articles do not say.")
DISMISSED: Final = Message("Dismissed: there is nothing to learn from it.")

VERDICTS: Final[dict[Verdict, Message]] = {
    "right": Message("Right answer"),
    "wrong_answer": labels.WRONG_ANSWER,
    "wrong_article": labels.WRONG_ARTICLE,
    "should_have_known": labels.SHOULD_HAVE_KNOWN,
    "should_not_have_answered": labels.SHOULD_NOT_HAVE_ANSWERED,
    "articles_do_say": labels.ARTICLES_DO_SAY,
}


def position(at: int, of: int) -> str:
    """Say which of the votes that wait for a look is shown; the first is 1."""
    return gettext("Vote {at} of {count}", at=number(at), count=number(of))


def votes(counts: Sequence[tuple[Verdict, int]]) -> str:
    """Return the verdicts, each with how many people gave it."""
    return "\n".join(f"{number(count)} × {isolated(VERDICTS[verdict]())}" for verdict, count in counts)


def settled(answers: Sequence[str]) -> str:
    """Say what is noted as right (at least one answer)."""
    return gettext("Noted as right: {answers}", answers=" · ".join(answers))
