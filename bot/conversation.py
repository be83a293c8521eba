"""Which of the bot's messages replies to which of a person's: the reply follows when a question is edited."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from telegram import Update

from bot import smalltalk, texts
from bot.addressing import Asked
from bot.asking import respond
from bot.places import Place
from bot.recent import Recent
from bot.sending import Page, put, send
from bot.worker import Worker

_KEPT = 10_000  # exchanges; people edit what they wrote a moment ago


@dataclass(slots=True)
class _Exchange:
    """What is asked in a message as it reads now, what of it is answered, and the number of the message that does."""

    text: str
    answered: str | None = None
    reply: int | None = None
    busy: bool = False


class Conversation:
    """Replies to each message with one message, however often it is edited."""

    def __init__(self, worker: Worker) -> None:
        """Use the index through `worker`."""
        self._worker = worker
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
            exchange = self._exchanges[key] = _Exchange(asked.text)
        elif update.edited_message:
            exchange.text = asked.text
        else:  # its edit came first, or it came twice
            return
        if not exchange.busy:
            await self._reply(exchange, Place.of(message), asked)

    async def _reply(self, exchange: _Exchange, place: Place, asked: Asked) -> None:
        """Reply until the newest text is answered, or somebody was told why it is not."""
        exchange.busy = True
        try:
            while exchange.answered != (text := exchange.text):
                page = await self._page(place, text)
                if page is None:
                    return
                if text == exchange.text:
                    quoted = place.in_group or smalltalk.reply_to(text) is None
                    await _show(exchange, place, page, asked.message_id if quoted else None)
                    exchange.answered = text
        finally:
            exchange.busy = False

    async def _page(self, place: Place, text: str) -> Page | None:
        """Return an answer, how to ask where nothing is asked, or a greeting."""
        friendly = texts.HOW_TO_ASK if place.in_group and not text.strip() else smalltalk.reply_to(text)
        return Page(escape(friendly, quote=False)) if friendly else await respond(self._worker, place, text)


async def _show(exchange: _Exchange, place: Place, page: Page, reply_to: int | None) -> None:
    """Change the reply, or write a new one where there is none, or it was deleted or can't be changed any more."""
    if exchange.reply is None or not await put(place, page, exchange.reply):
        exchange.reply = await send(place, page, reply_to)
