"""Articles that admins bring: files, texts, addresses of pages and feeds; each has a receipt that can be undone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from telegram import CallbackQuery, Document, MaybeInaccessibleMessage, Message, MessageOriginChannel, Update
from telegram.ext import ContextTypes, filters

from bot import admin_keyboards, admin_texts
from bot.adding import Loaded, add, kind_of, read
from bot.additions import Additions
from bot.addressing import Asked, replied_to, text_of
from bot.conversation import Conversation
from bot.feeds import FeedDesk
from bot.files import TooLarge, fetch
from bot.handlers.admin_presses import of_admin
from bot.places import Place
from bot.sending import Page, acknowledge, edit, say, send
from bot.settings import BotSettings
from bot.unfinished import noted
from index import Article
from index.errors import SourceError
from index.loading import LOADERS

ADDRESS = r"(?i)^\s*https?://\S+\s*$"

_LONG = 400  # characters; questions are shorter, and what is longer may be an article


class ArticleText(filters.MessageFilter):
    """What may be an article: a long text, or one forwarded from a channel."""

    def filter(self, message: Message) -> bool:
        """Whether a message has such a text, be it below a picture."""
        text = text_of(message).strip() if message.via_bot is None else ""
        return len(text) > _LONG or (bool(text) and isinstance(message.forward_origin, MessageOriginChannel))


class Adding:
    """Takes articles from admins."""

    def __init__(
        self, settings: BotSettings, conversation: Conversation, additions: Additions, feeds: FeedDesk
    ) -> None:
        """Add articles by `additions` and feeds by `feeds`; a question is answered through `conversation`."""
        self._settings = settings
        self._conversation = conversation
        self._additions = additions
        self._feeds = feeds

    async def bring(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Add the articles of a file that was sent or forwarded, or at the addresses that a message consists of.

        A command with nothing behind it is about the message that it replies to.
        """
        message = _read(update)
        if _is_bare_command(message):
            replied = replied_to(message)
            if replied is None or (replied.from_user and replied.from_user.id == context.bot.id):
                await say(Place.of(message), admin_texts.HOW_TO_ADD(), message.message_id)
                return
            message = replied
        await self._bring(message)

    async def again(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Go on with what a restart cut off: all of it comes again, and what is here already stays as it is."""
        pressed = await of_admin(update, context, self._settings)
        if pressed is None:
            return
        query, receipt, _ = pressed
        message = await _replied(query, receipt)
        if message:
            await self._bring(message)

    async def offer(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Ask whether a text is an article or a question."""
        message = _read(update)
        page = Page(admin_texts.ARTICLE_OR_QUESTION(), admin_keyboards.article_or_question())
        await send(Place.of(message), page, message.message_id)

    async def take(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Add the text that was asked about as an article, or answer it."""
        pressed = await of_admin(update, context, self._settings)
        if pressed is None:
            return
        query, asking, (what,) = pressed
        message = await _replied(query, asking)
        if message is None:
            return
        if what == "article":
            await edit(query, Page(admin_texts.adding(0)))  # without buttons: a second press would find it added
            with noted(self._settings.articles_home, message):
                await self._add(message, _article(message, self._settings.max_article_bytes), asking.message_id)
            return
        await edit(query, Page(admin_texts.A_QUESTION()))
        await self._conversation.answer(update, Asked(text_of(message), message.message_id))

    async def _bring(self, message: Message) -> None:
        """Add what a message brings: the articles of its file, those at its addresses, else its text."""
        with noted(self._settings.articles_home, message):
            if message.document:
                await self._file(message, message.document)
            elif text_of(message).startswith("/") or re.match(ADDRESS, text_of(message)):
                await self._addresses(message)
            else:
                await self._add(message, _article(message, self._settings.max_article_bytes))

    async def _file(self, message: Message, document: Document) -> None:
        place, name = Place.of(message), document.file_name or ""
        kind, refusal, data = kind_of(name), "", None
        if kind not in LOADERS:
            refusal = admin_texts.not_read(name or "?", " ".join(LOADERS))
        else:
            try:
                data = await fetch(document)
            except TooLarge:
                refusal = admin_texts.FILE_TOO_LARGE()
        if data is None:
            await say(place, refusal or admin_texts.FILE_LOST(), message.message_id)
        else:
            await self._add(message, read(name, kind, data, self._settings.max_article_bytes))

    async def _addresses(self, message: Message) -> None:
        words = text_of(message).split()
        addresses = words[1:] if words[0].startswith("/") else words
        # Nothing else: a path would be read on the machine that the bot runs on.
        if addresses and all(re.match(ADDRESS, one) for one in addresses):
            await self._add(message, self._feeds.load(addresses))
        else:
            await say(Place.of(message), admin_texts.HOW_TO_ADD(), message.message_id)

    async def _add(self, message: Message, loaded: Loaded, asking: int | None = None) -> None:
        await self._additions.run(
            message, lambda recorder, job: add(recorder, loaded, job, self._feeds.watch), asking=asking
        )


def _read(update: Update) -> Message:
    """Return the message of an update that the table of handlers let through."""
    if update.effective_message is None:
        raise TypeError("this handler is for messages")
    return update.effective_message


def _is_bare_command(message: Message) -> bool:
    """Whether a message is a command with nothing behind it, nor a file."""
    words = text_of(message).split()
    return message.document is None and len(words) == 1 and words[0].startswith("/")


def _article(message: Message, max_bytes: int) -> Iterator[Article | SourceError]:
    """Yield the article that a message holds; a channel's post was published by it, then."""
    origin = message.forward_origin
    for one in read("", ".txt", text_of(message).encode(), max_bytes):
        if isinstance(one, Article) and isinstance(origin, MessageOriginChannel):
            published = one.published or origin.date.date().isoformat()
            yield replace(one, publisher=one.publisher or origin.chat.title, published=published)
        else:
            yield one


async def _replied(query: CallbackQuery, message: MaybeInaccessibleMessage) -> Message | None:
    """Acknowledge a press, and return what its message replies to; an alert and None where that was deleted."""
    replied = message.reply_to_message if isinstance(message, Message) else None
    await acknowledge(query, None if replied else admin_texts.TEXT_GONE())
    return replied
