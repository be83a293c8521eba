"""Presses of buttons: each is answered once, before slow work, and then does what its label says."""

from __future__ import annotations

from dataclasses import replace
from html import escape

from telegram import CallbackQuery, MaybeInaccessibleMessage, Update
from telegram.ext import ContextTypes

from bot import texts
from bot.asking import ask, find_answer
from bot.chats import Chats
from bot.context import context_message
from bot.crowd import crowded
from bot.lists import passages_page, sources_page
from bot.marks import mark_of
from bot.places import Place
from bot.quotes import Quote
from bot.sending import Page, acknowledge, edit, send
from bot.settings import BotSettings
from bot.worker import Worker
from index import ArticleIndex
from index.errors import UnknownArticle


class Buttons:
    """What the buttons under the bot's messages do."""

    def __init__(self, worker: Worker, settings: BotSettings, chats: Chats) -> None:
        """Use the index through `worker`; `chats` may be about a collection."""
        self._worker = worker
        self._settings = settings
        self._chats = chats

    async def ask(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Ask the example question on the button."""
        query, message, (number,) = _read(update, context)
        question = await self._recall(query, int(number))
        if question is not None:
            await ask(self._worker, Place.of(message), question, None, self._chats.of(message.chat.id).collection)

    async def more(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Send the first page of further passages, as a new message; they are those of the articles as they are now."""
        query, message, (number, generation, mark) = _read(update, context)
        page = await self._passages(query, message, int(number), 1, mark)
        if page is None:
            return
        if generation and int(generation) != await self._worker.look_up(lambda index: index.generation):
            page = replace(page, html=f"{escape(texts.CHANGED_SINCE(), quote=False)}\n\n{page.html}")
        await send(Place.of(message), page, message.message_id)

    async def passages(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Turn to another page of passages, in place."""
        query, message, (number, wanted, mark) = _read(update, context)
        page = await self._passages(query, message, int(number), int(wanted), mark)
        if page is not None:
            await edit(query, page)

    async def context(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Send the paragraphs around an answer, as a new message."""
        query, message, (article_id, field, start, end, checksum) = _read(update, context)

        def find(index: ArticleIndex) -> Quote | None:
            try:
                article = index.article(article_id)
            except UnknownArticle:
                return None
            return Quote(article, "header" if field == "h" else "text", int(start), int(end))

        quote = await self._worker.look_up(find)
        if quote is None or quote.checksum != checksum:
            await acknowledge(query, texts.ARTICLE_GONE())
            return
        await acknowledge(query)
        await send(Place.of(message), Page(context_message(quote)), message.message_id)

    async def sources(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Turn to another page of the articles, in place."""
        query, message, (wanted,) = _read(update, context)
        await acknowledge(query)
        admin = self._settings.is_admin(message.chat.id)
        about = self._chats.of(message.chat.id).collection
        page = await self._worker.look_up(lambda index: sources_page(index, int(wanted), about, admin=admin))
        await edit(query, page)

    async def outdated(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Say that a button of an earlier version no longer works."""
        query, _, _ = _read(update, context)
        await acknowledge(query, texts.QUESTION_GONE())

    async def _passages(
        self, query: CallbackQuery, message: MaybeInaccessibleMessage, number: int, page: int, mark: str | None
    ) -> Page | None:
        """Return a page of passages for a question; None where the person was told why there is none.

        They are from the collection that the answer was from, whatever the chat is about now.
        """
        names = await self._worker.look_up(lambda index: index.collections()) if mark else {}
        collection = next((name for name in names if mark_of(name) == mark), None)
        question = await self._recall(query, number if mark is None or collection else None)
        if question is None:
            return None
        place = Place.of(message)
        about = self._worker.topics.of(place.key).article
        answer = await find_answer(self._worker, place, question, about, collection)
        return passages_page(answer, number, page, mark) if answer else None

    async def _recall(self, query: CallbackQuery, number: int | None) -> str | None:
        """Acknowledge the press and return the question; an alert and None where it is forgotten, or too much."""
        if crowded():
            await acknowledge(query, texts.TOO_MANY())
            return None
        question = None if number is None else await self._worker.look_up(lambda index: index.recall(number))
        await acknowledge(query, texts.QUESTION_GONE() if question is None else None)
        return question


def _read(
    update: Update, context: ContextTypes.DEFAULT_TYPE
) -> tuple[CallbackQuery, MaybeInaccessibleMessage, tuple[str, ...]]:
    """Return the press, the message it came from, and the values in the button's data."""
    query = update.callback_query
    if query is None or query.message is None or not context.match:
        raise TypeError("this handler is for presses of buttons under a message")
    return query, query.message, context.match.groups()
