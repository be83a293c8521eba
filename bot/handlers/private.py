"""Messages in a private chat: each handler reads one, calls once, and replies."""

from __future__ import annotations

from telegram import Chat, Message, Update
from telegram.ext import ContextTypes

from bot import keyboards, links, texts
from bot.addressing import Asked, by_command, is_own
from bot.chats import Chats
from bot.conversation import Conversation
from bot.examples import Examples
from bot.lists import sources_page
from bot.places import Place
from bot.sending import Page, send
from bot.settings import BotSettings
from bot.worker import Worker


class PrivateChat:
    """Answers whoever writes to the bot alone."""

    def __init__(
        self, worker: Worker, settings: BotSettings, examples: Examples, conversation: Conversation, chats: Chats
    ) -> None:
        """Use the index through `worker`, and answer through `conversation`; `chats` may be about a collection."""
        self._worker = worker
        self._conversation = conversation
        self._settings = settings
        self._examples = examples
        self._chats = chats
        self._albums: dict[int, str] = {}

    async def start(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Say what the bot does, with example questions as buttons; or answer the question of the link followed."""
        chat, message = _read(update)
        question = await self._linked(context.args or [])
        if question is not None:
            await self._conversation.answer(update, Asked(question, message.message_id))
            return
        articles = await self._worker.look_up(lambda index: index.stats().articles)
        if articles:
            examples = await self._worker.look_up(self._examples.choose)
            page = Page(texts.welcome(articles, examples=bool(examples)), keyboards.examples(examples))
        else:
            page = Page(texts.welcome_without_articles(admin=self._settings.is_admin(chat.id)))
        await send(Place(chat), page)

    async def help(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Say how to ask."""
        chat, _ = _read(update)
        await chat.send_message(texts.help())

    async def sources(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """List the newest articles."""
        chat, _ = _read(update)
        admin = self._settings.is_admin(chat.id)
        about = self._chats.of(chat.id).collection
        await send(Place(chat), await self._worker.look_up(lambda index: sources_page(index, 1, about, admin=admin)))

    async def own_id(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Tell a person their id."""
        chat, _ = _read(update)
        await chat.send_message(texts.own_id(chat.id, admin=self._settings.is_admin(chat.id)))

    async def unknown_command(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Point to /help."""
        chat, _ = _read(update)
        await chat.send_message(texts.UNKNOWN_COMMAND())

    async def ask(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Answer the question behind /ask, or the message that /ask replies to; where it was edited, anew."""
        _, message = _read(update)
        await self._conversation.answer(update, by_command(message))

    async def text(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Answer a question, or return a greeting; where it was edited, anew."""
        _, message = _read(update)
        if not is_own(message, context.bot.bot):
            asked = Asked(message.text or "", message.message_id)
            await self._conversation.answer(update, asked)

    async def _linked(self, parameters: list[str]) -> str | None:
        """Return the question that a link from inline mode brought here, None where there is none or none any more."""
        number = links.question_number("".join(parameters))
        return None if number is None else await self._worker.look_up(lambda index: index.recall(number))

    async def other(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Say that only text can be read, once for all pictures of an album."""
        chat, message = _read(update)
        album = message.media_group_id
        if album and self._albums.get(chat.id) == album:
            return
        if album:
            self._albums[chat.id] = album
        await chat.send_message(texts.TEXT_ONLY())


def _read(update: Update) -> tuple[Chat, Message]:
    """Return the chat and the message of an update that the table of handlers let through."""
    message = update.effective_message
    if message is None:
        raise TypeError("this handler is for messages")
    return message.chat, message
