"""The language: that of the person's app, or what they choose by /language."""

from __future__ import annotations

from telegram import Chat, Update
from telegram.ext import ContextTypes

from bot import keyboards, texts
from bot.chats import Chats
from bot.languages import speak, spoken
from bot.menus import set_menu
from bot.places import Place
from bot.sending import Page, acknowledge, edit, send
from bot.settings import BotSettings


class Language:
    """Chooses the language that each update is answered in."""

    def __init__(self, chats: Chats, settings: BotSettings) -> None:
        """Keep what is chosen in `chats`."""
        self._chats = chats
        self._settings = settings

    async def choose(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Speak the group's language, else the person's, else that of their app."""
        person, chat = update.effective_user, update.effective_chat
        # The chat of a guest query is not known for sure.
        group = chat.id if chat and chat.type != Chat.PRIVATE and not update.guest_message else None
        chosen = [self._chats.of(one).language for one in (group, person.id if person else None) if one is not None]
        speak(next(filter(None, chosen), person.language_code if person else None))

    async def offer(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Offer the languages in a private chat."""
        if update.effective_chat is None:
            raise TypeError("this handler is for messages")
        await send(Place(update.effective_chat), _page())

    async def take(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Keep the language on the button that was pressed, and go on in it."""
        query = update.callback_query
        if query is None or context.match is None:
            raise TypeError("this handler is for presses of buttons")
        language = context.match[1]
        await acknowledge(query)
        self._chats.change(query.from_user.id, language=language)
        speak(language)
        await edit(query, _page())
        await set_menu(context.bot, query.from_user.id, language, admin=self._settings.is_admin(query.from_user.id))


def _page() -> Page:
    return Page(texts.LANGUAGE(), keyboards.languages(spoken()))
