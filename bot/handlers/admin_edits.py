"""/edit: what is known of an article is put right, by a reply to a question or in one line; it can be undone."""

from __future__ import annotations

from telegram import Message, Update
from telegram.ext import ContextTypes

from bot import admin_keyboards, admin_texts, edit_texts
from bot.adding import find
from bot.addressing import text_of
from bot.article_edits import Bad, change_of, field_of, known_page
from bot.handlers.admin_presses import of_admin
from bot.places import Place
from bot.prompts import Prompts, RepliesTo
from bot.receipt_messages import edited
from bot.receipts import Receipts
from bot.recording import Recorder
from bot.sending import Page, acknowledge, ask, say, send
from bot.settings import BotSettings
from bot.worker import Worker
from index import Article, ArticleIndex
from index.edits import Edit
from index.errors import EditError, UnknownArticle

PURPOSE = "edit"


class Edits:
    """The command /edit, the buttons under what it shows, and replies to what is asked then."""

    def __init__(self, worker: Worker, settings: BotSettings, *, terminal: bool) -> None:
        """Use the index through `worker`; in a `terminal` nothing can be replied to."""
        self._worker = worker
        self._terminal = terminal
        self._settings = settings
        self.replies = RepliesTo(settings.articles_home, PURPOSE)

    async def show(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Show what is known of the article whose id stands behind the command, or change what follows that."""
        message, words = _read(update), text_of(_read(update)).split(maxsplit=3)[1:]
        place = Place.of(message)
        article = await self._worker.look_up(lambda index: find(index, words[0])) if words else None
        if article is None:
            said = admin_texts.no_such_article(words[0]) if words else edit_texts.HOW_TO_EDIT()
            await say(place, said, message.message_id)
        elif len(words) == 1:
            await send(place, await self._known(article.id), message.message_id)
        elif (field := field_of(words[1])) is None:
            await say(place, edit_texts.no_field(words[1]), message.message_id)
        elif len(words) == 2:  # no value
            await self._ask(place, message.message_id, article, field)
        else:
            await self._change(message, article, field, words[2])

    async def open(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Show what is known of the article on the button, as a new message."""
        pressed = await of_admin(update, context, self._settings)
        if pressed is None:
            return
        query, message, (id,) = pressed
        article = await self._worker.look_up(lambda index: index.find(id))
        await acknowledge(query, None if article else admin_texts.no_such_article(id))
        if article:
            await send(Place.of(message), await self._known(id), message.message_id)

    async def ask(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Ask for the new value of the field on the button."""
        pressed = await of_admin(update, context, self._settings)
        if pressed is None:
            return
        query, message, (id, field) = pressed
        article = await self._worker.look_up(lambda index: index.find(id))
        await acknowledge(query, None if article else admin_texts.no_such_article(id))
        if article:
            # The reply field opens for whoever wrote what is replied to: in a group for whoever asked for the buttons.
            asked = message.reply_to_message if isinstance(message, Message) else None
            await self._ask(Place.of(message), (asked or message).message_id, article, field)

    async def take(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Change a field to what a reply says."""
        message = _read(update)
        id, _, field = (self.replies.about(message) or "").partition(":")
        article = await self._worker.look_up(lambda index: index.find(id))
        if article is None:
            await say(Place.of(message), admin_texts.no_such_article(id), message.message_id)
        else:
            await self._change(message, article, field, text_of(message))

    async def _known(self, id: str) -> Page:
        """Return what is known of an article, with a button for each field."""
        return await self._worker.look_up(lambda index: known_page(index, id))

    async def _ask(self, place: Place, reply_to: int, article: Article, field: str, wrong: str = "") -> None:
        """Ask for the new value of a field, once it was said what was `wrong` with the one before."""
        if self._terminal:
            await say(place, f"{wrong}\n\n{edit_texts.HOW_TO_EDIT()}".strip())
            return
        asked = edit_texts.ask(field, article.title or article.id)
        number = await ask(
            place, f"{wrong}\n\n{asked}".strip(), admin_keyboards.new_value(in_group=place.in_group), reply_to
        )
        with Prompts.opened(self._settings.articles_home) as prompts:
            prompts.keep(place.chat.id, number, f"{PURPOSE}:{article.id}:{field}")

    async def _change(self, message: Message, article: Article, field: str, value: str) -> None:
        """Change a field and send the receipt; where the value is none, say what one looks like and ask again."""
        place = Place.of(message)
        try:
            edit = change_of(field, value)
        except Bad as bad:
            await self._ask(place, message.message_id, article, field, str(bad))
            return
        try:
            number = await self._worker.change(lambda index: self._edit(index, place.chat.id, article.id, edit))
        except (EditError, UnknownArticle) as error:
            await say(place, edit_texts.refused(str(error)), message.message_id)
            return
        if number is None:
            await say(place, edit_texts.SAME(), message.message_id)
        else:
            page = await self._worker.look_up(lambda index: edited(index.article(article.id), number))
            await send(place, page, message.message_id)

    def _edit(self, index: ArticleIndex, chat: int, id: str, edit: Edit) -> int | None:
        """Edit an article and return the receipt's number, None where it was so already."""
        recorder = Recorder(index)
        recorder.edit(id, **edit)
        changes = recorder.changes()
        if not changes:
            return None
        with Receipts.opened(self._settings.articles_home) as receipts:
            return receipts.keep(chat, changes)


def _read(update: Update) -> Message:
    """Return the message of an update that the table of handlers let through."""
    if update.effective_message is None:
        raise TypeError("this handler is for messages")
    return update.effective_message
