"""What people think of an answer, or of a refusal: kept for the admins, who make it a test; it changes no ranking."""

from __future__ import annotations

from telegram import CallbackQuery, Message, Update
from telegram.ext import ContextTypes

from bot import keyboards, texts
from bot.sending import acknowledge, edit_buttons
from bot.worker import Worker
from index.reviews import Verdict


class Votes:
    """The buttons 👍, 👎 with its reasons, and "The articles do say"."""

    def __init__(self, worker: Worker) -> None:
        """Use the index through `worker`."""
        self._worker = worker

    async def good(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Note that an answer was right."""
        query, (number,) = _read(update, context)
        await self._note(query, int(number), "right")

    async def bad(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Ask what was wrong, in the place of the votes."""
        query, (number,) = _read(update, context)
        await acknowledge(query, texts.WHAT_WAS_WRONG(), alert=False)
        if isinstance(query.message, Message) and query.message.reply_markup:
            await edit_buttons(query, keyboards.asking_why(query.message.reply_markup, int(number)))

    async def why(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Note what was wrong, and show the votes again."""
        query, (number, letter) = _read(update, context)
        await self._note(query, int(number), keyboards.REASONS[letter][0])
        if isinstance(query.message, Message) and query.message.reply_markup:
            await edit_buttons(query, keyboards.voting(query.message.reply_markup, int(number)))

    async def say(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Note that the articles do answer a question for which there was a refusal."""
        query, (number,) = _read(update, context)
        await self._note(query, int(number), "articles_do_say")

    async def _note(self, query: CallbackQuery, number: int, verdict: Verdict) -> None:
        """Keep a vote, and thank for it; an alert where the answer is forgotten."""
        voter = str(query.from_user.id)
        if await self._worker.look_up(lambda index: index.feedback.vote(number, voter, verdict)):
            await acknowledge(query, texts.VOTED(), alert=False)
        else:
            await acknowledge(query, texts.QUESTION_GONE())


def _read(update: Update, context: ContextTypes.DEFAULT_TYPE) -> tuple[CallbackQuery, tuple[str, ...]]:
    """Return the press, and the values in the button's data."""
    if update.callback_query is None or not context.match:
        raise TypeError("this handler is for presses of buttons")
    return update.callback_query, context.match.groups()
