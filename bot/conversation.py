"""Which of the bot's messages replies to which of a person's: the reply follows when a question is edited."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from telegram import Message, Update

from bot import smalltalk, texts
from bot.addressing import Asked
from bot.asking import respond
from bot.chats import Chats
from bot.crowd import crowded
from bot.keyboards import shown_number
from bot.places import Place
from bot.recent import Recent
from bot.sending import Page, put, react, say, send
from bot.worker import Worker

_NOT_SAID = "🤷"
_KEPT = 10_000  # exchanges; people edit what they wrote a moment ago


@dataclass(slots=True)
class _Exchange:
    """What is asked in a message as it reads now, what of it is answered, and the number of the message that does.

    Instead of a message there may be a reaction. `before` is the number of what was shown before it.
    """

    text: str
    before: int | None
    answered: str | None = None
    reply: int | None = None
    reacted: bool = False
    busy: bool = False


class Conversation:
    """Replies to each message with one message, however often it is edited."""

    def __init__(self, worker: Worker, chats: Chats) -> None:
        """Use the index through `worker`; `chats` may want a reaction for a refusal."""
        self._worker = worker
        self._chats = chats
        self._refused: Recent[tuple[int, int | None], bool] = Recent(_KEPT)
        self._exchanges: Recent[tuple[int, int], _Exchange] = Recent(_KEPT)

    async def answer(self, update: Update, asked: Asked) -> None:
        """Reply to the update's message; where that was edited, change the reply instead.

        Only the newest text is answered, be it edited before its answer is ready or before its turn. A text that
        stays the same changes nothing, and the same message is never answered twice. Exchanges are forgotten at a
        restart, and in the end; who edits a question then still wants to know, so that the reply is a new message.
        """
        message = update.effective_message
        if message is None:
            raise TypeError("only messages are answered")
        key = message.chat.id, message.message_id
        exchange = self._exchanges.get(key)
        if exchange is None:
            exchange = self._exchanges[key] = _Exchange(asked.text, self._before(message))
        elif update.edited_message:
            exchange.text = asked.text
        else:  # its edit came first, or it came twice
            return
        if crowded():
            await self._refuse(message)
        elif not exchange.busy:
            self._refused.pop(Place.of(message).key, None)
            await self._reply(exchange, Place.of(message), asked)

    async def _refuse(self, message: Message) -> None:
        """Say that it is too much, once until the next answer."""
        place = Place.of(message)
        if place.key not in self._refused:
            self._refused[place.key] = True
            await say(place, texts.TOO_MANY(), message.message_id)

    async def _reply(self, exchange: _Exchange, place: Place, asked: Asked) -> None:
        """Reply until the newest text is answered, or somebody was told why it is not."""
        exchange.busy = True
        try:
            while exchange.answered != (text := exchange.text):
                page = await self._page(place, text, exchange.before)
                if page is None:
                    return
                if text == exchange.text:
                    await self._show(exchange, place, page, asked.message_id)
                    exchange.answered = text
        finally:
            exchange.busy = False

    def _before(self, message: Message) -> int | None:
        """Return the number of what the message replies to; in a private chat, of what was shown last."""
        replied, place = message.reply_to_message, Place.of(message)
        number = shown_number(replied.reply_markup) if replied else None
        return self._worker.topics.of(place.key).shown if number is None and not place.in_group else number

    async def _page(self, place: Place, text: str, before: int | None) -> Page | None:
        """Return an answer, how to ask where nothing is asked, or a greeting."""
        friendly = texts.HOW_TO_ASK() if place.in_group and not text.strip() else smalltalk.reply_to(text)
        return (
            Page(escape(friendly, quote=False))
            if friendly
            else await respond(self._worker, place, text, self._chats.of(place.chat.id).collection, before)
        )

    async def _show(self, exchange: _Exchange, place: Place, page: Page, message_id: int) -> None:
        """Change the reply, or write a new one where there is none, or it was deleted or can't be changed any more."""
        if exchange.reply is None and page.refusal and place.in_group and self._chats.of(place.chat.id).reaction:
            exchange.reacted = await react(place, message_id, _NOT_SAID)
            if exchange.reacted:
                return
        elif exchange.reacted:
            exchange.reacted = not await react(place, message_id, None)
        if exchange.reply is None or not await put(place, page, exchange.reply):
            quoted = place.in_group or smalltalk.reply_to(exchange.text) is None
            exchange.reply = await send(place, page, message_id if quoted else None)
