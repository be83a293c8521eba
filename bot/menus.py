"""The menus of commands that Telegram shows, one for each kind of chat, and one for each chat of admins.

Telegram shows each person the menu of their app's language, and the English one where there is none.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping

from telegram import (
    Bot,
    BotCommandScope,
    BotCommandScopeAllChatAdministrators,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
)
from telegram.error import TelegramError

from bot import labels
from bot.languages import ENGLISH, LANGUAGES, Message, speaking

logger = logging.getLogger(__name__)

_MENUS = (
    (BotCommandScopeAllPrivateChats(), labels.COMMANDS),
    (BotCommandScopeAllGroupChats(), labels.GROUP_COMMANDS),
    (BotCommandScopeAllChatAdministrators(), labels.GROUP_ADMIN_COMMANDS),
)


async def set_menus(bot: Bot) -> None:
    """Set the menu of every scope in every language, the English ones first.

    One that can't be set is a line of the log, and stays as it was, as those of the languages behind it do.
    """
    for language in LANGUAGES:
        # That without a code is for all whose language the bot does not know.
        code = None if language == ENGLISH else language
        if not all([await _set(bot, commands, scope, language, code) for scope, commands in _MENUS]):
            return


async def set_menu(bot: Bot, chat: int, language: str, *, admin: bool) -> None:
    """Set the menu of one private chat in this language, whatever that of the app is; admins have more commands."""
    commands = labels.ADMIN_COMMANDS if admin else labels.COMMANDS
    await _set(bot, commands, BotCommandScopeChat(chat), language, None)


async def set_group_menu(bot: Bot, group: int) -> None:
    """Set the menu of a group whose members are all admins of the bot, in every language."""
    for language in LANGUAGES:
        code = None if language == ENGLISH else language
        if not await _set(bot, labels.ADMIN_GROUP_COMMANDS, BotCommandScopeChat(group), language, code):
            return


async def _set(
    bot: Bot, commands: Mapping[str, Message], scope: BotCommandScope, language: str, code: str | None
) -> bool:
    with speaking(language):
        shown = [(name, label()) for name, label in commands.items()]
    try:
        return await bot.set_my_commands(shown, scope, code)
    except TelegramError as error:
        logger.warning("the menu of commands for %s could not be set: %s", scope.type, error)
        return False
