"""/collection: the articles that a chat of admins is about, all or those of a collection."""

from __future__ import annotations

from html import escape

from telegram import Update
from telegram.ext import ContextTypes

from bot import admin_keyboards, collection_texts
from bot.chats import Chats
from bot.handlers.admin_presses import of_admin
from bot.marks import mark_of
from bot.places import Place
from bot.sending import Page, acknowledge, edit, say, send
from bot.settings import BotSettings
from bot.worker import Worker
from index.collection_names import collection_name
from index.errors import CollectionError

_ALL = "all"


class CollectionChoice:
    """The command /collection, and the buttons under what it shows."""

    def __init__(self, worker: Worker, settings: BotSettings, chats: Chats) -> None:
        """Keep what is chosen in `chats`; use the index through `worker`."""
        self._worker = worker
        self._settings = settings
        self._chats = chats

    async def choose(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Choose the collection behind the command, or show which there are; "all" is every article.

        One that has no article yet comes to be with the first that is added.
        """
        message = update.effective_message
        if message is None:
            raise TypeError("this handler is for messages")
        place = Place.of(message)
        if context.args:
            try:
                self._choose(place.chat.id, " ".join(context.args))
            except CollectionError:
                await say(place, collection_texts.BAD_NAME(), message.message_id)
                return
        await send(place, await self._page(place.chat.id), message.message_id)

    async def take(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Choose the collection on the button, in place."""
        pressed = await of_admin(update, context, self._settings)
        if pressed is None:
            return
        query, message, (mark,) = pressed
        names = [_ALL, *await self._worker.look_up(lambda index: index.collections())]
        name = next((one for one in names if mark_of(one) == mark), None)
        await acknowledge(query, None if name else collection_texts.GONE())
        if name:
            self._choose(message.chat.id, name)
        await edit(query, await self._page(message.chat.id))

    def _choose(self, chat: int, name: str) -> None:
        """Keep what a chat is about. Raises CollectionError."""
        self._chats.change(chat, collection=None if name.casefold() == _ALL else collection_name(name))

    async def _page(self, chat: int) -> Page:
        """Say what a chat is about, with a button for each choice."""
        chosen = self._chats.of(chat).collection
        held = await self._worker.look_up(lambda index: index.collections())
        names = sorted({*held, *([chosen] if chosen else ())})
        choices = [(collection_texts.ALL(), mark_of(_ALL), chosen is None)]
        choices += [(name, mark_of(name), name == chosen) for name in names]
        said = collection_texts.chosen(chosen, held.get(chosen or "", 0))
        return Page(escape(said, quote=False), admin_keyboards.collections(choices))
