"""Which chats are served."""

from __future__ import annotations

from telegram import Chat, ChatMember, Update
from telegram.ext import ApplicationHandlerStop, ContextTypes

from bot import texts
from bot.sending import acknowledge
from bot.settings import BotSettings

_THERE = (ChatMember.MEMBER, ChatMember.ADMINISTRATOR, ChatMember.RESTRICTED)


class Admission:
    """Lets updates of served chats pass."""

    def __init__(self, settings: BotSettings) -> None:
        """Serve the chats that `settings` admit."""
        self._settings = settings

    async def admit(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Let an update pass if its chat is served, else say so, and leave a group. Raises ApplicationHandlerStop."""
        chat = update.effective_chat
        if chat is None or self._settings.admits(chat.id):
            return
        if update.callback_query:
            await acknowledge(update.callback_query, texts.not_admitted(chat.id))
        elif chat.type == Chat.PRIVATE and update.message:
            await chat.send_message(texts.not_admitted(chat.id))
        elif chat.type in (Chat.GROUP, Chat.SUPERGROUP) and _is_there(update):
            await chat.send_message(texts.not_admitted(chat.id))
            await chat.leave()
        raise ApplicationHandlerStop


def _is_there(update: Update) -> bool:
    """Whether the bot is in the chat: what tells that it is not any more needs no word."""
    changed = update.my_chat_member
    return changed is None or changed.new_chat_member.status in _THERE
