"""The menu of a chat of admins: set when they first write, since Telegram knows no chat of theirs before."""

from __future__ import annotations

from telegram import Chat, Update
from telegram.ext import ContextTypes

from bot.languages import spoken
from bot.menus import set_group_menu, set_menu
from bot.settings import BotSettings


class AdminMenu:
    """Shows admins their commands."""

    def __init__(self, settings: BotSettings) -> None:
        """Begin with no admin who has written."""
        self._settings = settings
        self._shown: set[int] = set()

    async def show(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Set the menu of a chat of admins, once until the next start: of a private one in the language spoken there.

        A group's members each see it in the language of their app.
        """
        chat = update.effective_chat
        if chat is None or not self._settings.is_admin(chat.id) or chat.id in self._shown:
            return
        self._shown.add(chat.id)
        if chat.type == Chat.PRIVATE:
            await set_menu(context.bot, chat.id, spoken(), admin=True)
        else:
            await set_group_menu(context.bot, chat.id)
