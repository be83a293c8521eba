"""The menus of commands that Telegram shows, one for each kind of chat.

Admins' private chats have that of all private chats. With a second language each scope gets one more call, with its
`language_code`.
"""

from __future__ import annotations

import logging

from telegram import Bot, BotCommandScopeAllGroupChats, BotCommandScopeAllPrivateChats
from telegram.error import TelegramError

from bot import texts

logger = logging.getLogger(__name__)

_MENUS = (
    (BotCommandScopeAllPrivateChats(), texts.COMMANDS),
    (BotCommandScopeAllGroupChats(), texts.GROUP_COMMANDS),
)


async def set_menus(bot: Bot) -> None:
    """Set the menu of every scope; one that can't be set is a line of the log, and stays as it was."""
    for scope, commands in _MENUS:
        try:
            await bot.set_my_commands(list(commands.items()), scope)
        except TelegramError as error:
            logger.warning("the menu of commands for %s could not be set: %s", scope.type, error)
