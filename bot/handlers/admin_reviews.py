"""/review: what people voted on, one at a time; an admin says what is right, which the index keeps as a test."""

from __future__ import annotations

from itertools import pairwise

from telegram import CallbackQuery, Message, Update
from telegram.ext import ContextTypes

from bot import review_texts
from bot.addressing import text_of
from bot.fitting import cut
from bot.handlers.admin_presses import of_admin
from bot.places import Place
from bot.prompts import Prompts, RepliesTo
from bot.reviews import number_of, review_page
from bot.sending import Page, acknowledge, edit, send
from bot.settings import BotSettings
from bot.worker import Worker
from index import ArticleIndex
from index.errors import UnknownAnswer
from index.reviews import Review

PURPOSE = "review"
_ALERT_UNITS = 200  # Telegram shows no longer ones


class Reviews:
    """The command /review, the buttons under what it shows, and replies to it."""

    def __init__(self, worker: Worker, settings: BotSettings) -> None:
        """Use the index through `worker`."""
        self._worker = worker
        self._settings = settings
        self.replies = RepliesTo(settings.articles_home, PURPOSE)

    async def show(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Show the newest vote that waits for a look."""
        message = _read(update)
        await self._send(Place.of(message), await self._page(None), message.message_id)

    async def turn(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Turn to another vote, in place."""
        pressed = await of_admin(update, context, self._settings)
        if pressed is None:
            return
        query, message, (number,) = pressed
        await acknowledge(query)
        await self._put(query, message.message_id, await self._page(int(number)))

    async def decide(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Note what the button says, and show the next vote in place."""
        pressed = await of_admin(update, context, self._settings)
        if pressed is None:
            return
        query, message, (what, given) = pressed
        number = int(given)

        def note(index: ArticleIndex) -> str | None:
            waiting = _waiting(index)
            if number not in [one.shown.number for one in waiting]:
                return None
            return _decide(index, what, number)

        after = await self._after(number)
        said = await self._worker.look_up(note)
        await acknowledge(query, cut(said or review_texts.GONE(), _ALERT_UNITS), alert=said is None)
        await self._put(query, message.message_id, await self._page(after))

    async def settle(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Note the lines of a reply as what is right, and show the next vote as a new message."""
        message = _read(update)
        number, answers = int(self.replies.about(message) or 0), text_of(message).splitlines()
        after = await self._after(number)

        def note(index: ArticleIndex) -> str:
            try:
                index.feedback.settle(number, answers)
            except UnknownAnswer:
                return review_texts.GONE()
            return review_texts.settled([one.strip() for one in answers if one.strip()])

        said = await self._worker.look_up(note)
        await self._send(Place.of(message), await self._page(after, said), message.message_id)

    async def _after(self, number: int) -> int | None:
        """Return the number behind this one among those that wait, None where it is the last."""
        numbers = [one.shown.number for one in await self._worker.look_up(_waiting)]
        return dict(pairwise(numbers)).get(number)

    async def _page(self, number: int | None, said: str = "") -> Page:
        return await self._worker.look_up(lambda index: review_page(_waiting(index), number, said))

    async def _send(self, place: Place, page: Page, reply_to: int) -> None:
        self._keep(place.chat.id, await send(place, page, reply_to), page)

    async def _put(self, query: CallbackQuery, message_id: int, page: Page) -> None:
        # Noted first: a reply is about what the message shows, and a press may be quicker than its answer.
        if query.message:
            self._keep(query.message.chat.id, message_id, page)
        await edit(query, page)

    def _keep(self, chat: int, message_id: int, page: Page) -> None:
        """Note what a reply to a message settles, if anything."""
        number = number_of(page)
        with Prompts.opened(self._settings.articles_home) as prompts:
            prompts.keep(chat, message_id, "" if number is None else f"{PURPOSE}:{number}")


def _waiting(index: ArticleIndex) -> list[Review]:
    """Return the votes that wait for a look, the newest first."""
    return [one for one in index.feedback.reviews() if one.is_open]


def _decide(index: ArticleIndex, what: str, number: int) -> str | None:
    """Note what a button says of what was shown under a number, and return what to say; None where it can't be."""
    shown = index.feedback.shown(number)
    if what == "drop":
        index.feedback.dismiss(number)
        return review_texts.DISMISSED()
    if what == "unsaid":
        index.feedback.settle(number, ())
        return review_texts.SETTLED_NOTHING()
    if shown is None or shown.answer is None:
        return None
    index.feedback.settle(number, (shown.answer,))
    return review_texts.settled((shown.answer,))


def _read(update: Update) -> Message:
    """Return the message of an update that the table of handlers let through."""
    if update.effective_message is None:
        raise TypeError("this handler is for messages")
    return update.effective_message
