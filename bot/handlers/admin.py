"""Articles that an admin brings in a private chat: files, texts, addresses; each has a receipt that can be undone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO

from telegram import CallbackQuery, Document, MaybeInaccessibleMessage, Message, MessageOriginChannel, Update
from telegram.ext import ContextTypes, filters

from bot import admin_texts, keyboards
from bot.activity import typing_in
from bot.adding import Loaded, Outcome, add, kind_of, read
from bot.addressing import Asked, text_of
from bot.conversation import Conversation
from bot.files import TooLarge, fetch
from bot.handlers.admin_presses import of_admin
from bot.places import Place
from bot.progress import Progress
from bot.receipt_messages import receipt
from bot.receipts import Receipts
from bot.sending import Page, acknowledge, edit, say, send
from bot.settings import BotSettings
from bot.worker import Worker
from index import Article, ArticleIndex
from index.errors import SourceError
from index.loading import LOADERS, load

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

    def __init__(self, worker: Worker, settings: BotSettings, conversation: Conversation) -> None:
        """Use the index through `worker`; what turns out to be a question is answered through `conversation`."""
        self._worker = worker
        self._settings = settings
        self._conversation = conversation

    async def bring(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Add the articles of a file that was sent or forwarded, or at the addresses that a message consists of."""
        if update.effective_message is None:
            raise TypeError("this handler is for messages")
        await self._bring(update.effective_message)

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
        message = update.effective_message
        if message is None:
            raise TypeError("this handler is for messages")
        page = Page(admin_texts.ARTICLE_OR_QUESTION(), keyboards.article_or_question())
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
            await self._add(message, _article(message, self._settings.max_article_bytes), asking.message_id)
            return
        await edit(query, Page(admin_texts.A_QUESTION()))
        await self._conversation.answer(update, Asked(text_of(message), message.message_id))

    async def _bring(self, message: Message) -> None:
        """Add what a message brings: the articles of its file, those at its addresses, else its text."""
        most = self._settings.max_article_bytes
        if message.document:
            await self._file(message, message.document)
        elif text_of(message).startswith("/") or re.match(ADDRESS, text_of(message)):
            await self._addresses(message)
        else:
            await self._add(message, _article(message, most))

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
            await self._add(message, self._load(addresses))
        else:
            await say(Place.of(message), admin_texts.HOW_TO_ADD(), message.message_id)

    def _load(self, addresses: list[str]) -> Iterator[Article | SourceError]:
        # Imported here because it takes a while; what is yielded is asked for on the thread that adds.
        from index.fetching import Fetcher

        most = self._settings.max_article_bytes
        fetcher = Fetcher(self._settings.fetch_allow, most)
        yield from load(addresses, max_bytes=most, stdin=BytesIO(), fetcher=fetcher)

    async def _add(self, message: Message, loaded: Loaded, asking: int | None = None) -> None:
        """Add articles and send the receipt as a reply to `message`, in the place of the message `asking`, if any."""
        place, done = Place.of(message), 0

        def progress(count: int) -> None:
            nonlocal done
            done = count

        def change(index: ArticleIndex) -> tuple[Outcome, int | None]:
            outcome = add(index, loaded, lambda: self._worker.stopping, progress)
            if not outcome.changes:
                return outcome, None
            with Receipts.opened(self._settings.articles_home) as receipts:
                return outcome, receipts.keep(place.chat.id, outcome.changes)

        shown = Progress(place, message.message_id, lambda: Page(admin_texts.adding(done)), asking)
        async with shown, typing_in(place):
            outcome, number = await self._worker.change(change, long=True)
        name = message.document.file_name if message.document else None
        await shown.end(receipt(outcome, number, name))


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
