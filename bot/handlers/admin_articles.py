"""What admins see of the articles, and what they take out or put back: each is asked about first, and can be undone."""

from __future__ import annotations

from contextlib import closing
from html import escape

from telegram import Update
from telegram.ext import ContextTypes

from bot import admin_keyboards, admin_texts, texts
from bot.adding import find, remove, undo
from bot.admin_lists import articles_page
from bot.chats import Chats
from bot.handlers.admin_presses import of_admin
from bot.places import Place
from bot.receipt_messages import entry, removal
from bot.receipts import Receipts
from bot.sending import Page, acknowledge, edit, say, send
from bot.settings import BotSettings
from bot.worker import Worker
from index import Article, ArticleIndex
from index.store import Feeds


class Articles:
    """The commands /articles, /remove, /stats and /help, and the buttons under what they show."""

    def __init__(self, worker: Worker, settings: BotSettings, chats: Chats) -> None:
        """Use the index through `worker`; `chats` may be about a collection."""
        self._chats = chats
        self._worker = worker
        self._settings = settings

    async def show(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """List the articles, or those that have the words behind the command in their titles."""
        place, number = _place(update), 0
        words = " ".join(context.args or [])
        if words:
            number = await self._worker.look_up(lambda index: index.remember(words))
        about = self._chats.of(place.chat.id).collection
        await send(place, await self._worker.look_up(lambda index: articles_page(index, about, words, number, 1)))

    async def turn(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Turn to another page of the list, in place."""
        pressed = await of_admin(update, context, self._settings)
        if pressed is None:
            return
        query, message, (number, wanted) = pressed
        await acknowledge(query)
        about = self._chats.of(message.chat.id).collection

        def page(index: ArticleIndex) -> Page:
            words = index.recall(int(number)) if int(number) else None
            return articles_page(index, about, words or "", int(number), int(wanted))

        await edit(query, await self._worker.look_up(page))

    async def remove(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Ask whether the article whose id stands behind the command is to go."""
        place, ids = _place(update), context.args or []
        if len(ids) != 1:
            await say(place, admin_texts.HOW_TO_REMOVE())
            return
        article = await self._worker.look_up(lambda index: find(index, ids[0]))
        if article is None:
            await say(place, admin_texts.no_such_article(ids[0]))
        else:
            await send(place, _asking(article))

    async def ask(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Ask whether the article on the button is to go."""
        pressed = await of_admin(update, context, self._settings)
        if pressed is None:
            return
        query, message, (id,) = pressed
        article = await self._worker.look_up(lambda index: find(index, id))
        if article is None:
            await acknowledge(query, admin_texts.no_such_article(id))
            return
        await acknowledge(query)
        await send(Place.of(message), _asking(article), message.message_id)

    async def take_out(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Take the article on the button out, or leave it, and say so in place of the question."""
        pressed = await of_admin(update, context, self._settings)
        if pressed is None:
            return
        query, message, (id,) = pressed
        if not id:
            await acknowledge(query)
            await edit(query, Page(escape(admin_texts.KEPT(), quote=False)))
            return

        def change(index: ArticleIndex) -> tuple[Article, int] | None:
            removed = remove(index, id)
            if removed is None:
                return None
            with Receipts.opened(self._settings.articles_home) as receipts:
                return removed[0], receipts.keep(message.chat.id, removed[1])

        removed = await self._worker.change(change)
        if removed is None:
            await acknowledge(query, admin_texts.no_such_article(id))
            return
        await acknowledge(query)
        await edit(query, removal(*removed))

    async def undo(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Put everything back as it was before a receipt, once, in the chat that got it."""
        pressed = await of_admin(update, context, self._settings)
        if pressed is None:
            return
        query, message, (number,) = pressed
        done, said = await self._worker.change(lambda index: self._undo(index, int(number), message.chat.id))
        await acknowledge(query, None if done else said)
        if done:
            await edit(query, Page(escape(said, quote=False)))

    async def help(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Say how to ask, and what admins may do besides."""
        place, me = _place(update), context.bot.bot
        in_group = texts.how_to_ask_in_groups(me.username or "", mentions=bool(me.can_read_all_group_messages))
        how = in_group if place.in_group else texts.help()
        await say(place, f"{how}\n\n{admin_texts.help(in_group=place.in_group)}")

    async def stats(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Say what the index holds, in numbers."""
        stats = await self._worker.look_up(lambda index: index.stats())
        await say(_place(update), admin_texts.stats(stats))

    def _undo(self, index: ArticleIndex, number: int, chat: int) -> tuple[bool, str]:
        """Undo a receipt; return whether anything was undone, and what to say."""
        home = self._settings.articles_home
        with Receipts.opened(home) as receipts, closing(Feeds(home)) as feeds:
            receipt = receipts.find(number)
            if receipt is None:
                return False, admin_texts.RECEIPT_GONE()
            if receipt.chat != chat:
                return False, admin_texts.NOT_YOURS()
            if receipt.undone:
                return False, admin_texts.UNDONE_ALREADY()
            undone, left = undo(index, feeds, receipt)
            if not undone:
                return False, admin_texts.CHANGED_AGAIN()
            receipts.close_case(number)
            return True, admin_texts.undone_in_part(left) if left else admin_texts.UNDONE()


def _asking(article: Article) -> Page:
    html = f"{escape(admin_texts.REMOVE_IT(), quote=False)}\n\n{entry(article)}"
    return Page(html, admin_keyboards.remove_or_keep(article.id))


def _place(update: Update) -> Place:
    """Return where the message of an update stands that the table of handlers let through."""
    if update.effective_message is None:
        raise TypeError("this handler is for messages")
    return Place.of(update.effective_message)
