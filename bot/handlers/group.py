"""Groups: quiet unless asked, by /ask, by a mention or by a reply to one of the bot's messages."""

from __future__ import annotations

from collections.abc import Callable, Container

from telegram import Chat, ChatMember, Message, Update
from telegram.ext import ContextTypes

from bot import admin_texts, smalltalk, texts
from bot.addressing import by_command, by_mention, by_reply, is_own
from bot.chats import Chats
from bot.conversation import Conversation
from bot.places import Place
from bot.sending import say
from bot.settings import BotSettings

_THERE = (ChatMember.MEMBER, ChatMember.ADMINISTRATOR)
_AWAY = (ChatMember.LEFT, ChatMember.BANNED)


class GroupChat:
    """Answers whoever asks where others read along."""

    def __init__(self, conversation: Conversation, chats: Chats, settings: BotSettings, moved: Container[int]) -> None:
        """Answer through `conversation`; in a group that `moved` to another id the bot is no newcomer."""
        self._settings = settings
        self._conversation = conversation
        self._chats = chats
        self._moved = moved

    async def ask(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Answer the question behind /ask, or the message that /ask replies to; where it was edited, anew."""
        message = _read(update)
        if not is_own(message, context.bot.bot):
            await self._conversation.answer(update, by_command(message))

    async def text(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Answer a message that mentions the bot or replies to it, edited or not; leave all others alone.

        So where the group has not chosen otherwise.
        """
        message = _read(update)
        me, choices = context.bot.bot, self._chats.of(message.chat.id)
        mentioned = by_mention(message, me) if choices.mentions else None
        replied = by_reply(message, me) if choices.replies else None
        asked = mentioned or (replied if replied and smalltalk.reply_to(replied.text) is None else None)
        if asked:
            await self._conversation.answer(update, asked)

    async def help(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Say how to ask here."""
        await say(Place.of(_read(update)), _asking(context, texts.how_to_ask_in_groups))

    async def own_id(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Tell the group's id."""
        message = _read(update)
        told = admin_texts.group_id if self._settings.is_admin(message.chat.id) else texts.group_id
        await say(Place.of(message), told(message.chat.id))

    async def membership(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Say how to ask when the bot was added to a group; be quiet about all else that happens to it."""
        changed = update.my_chat_member
        if changed is None or changed.chat.type not in (Chat.GROUP, Chat.SUPERGROUP):
            return
        added = changed.old_chat_member.status in _AWAY and changed.new_chat_member.status in _THERE
        if added and changed.chat.id not in self._moved:
            await say(Place(changed.chat), _asking(context, texts.hello_group))


def _asking(context: ContextTypes.DEFAULT_TYPE, text: Callable[..., str]) -> str:
    me = context.bot.bot
    return text(me.username or "", mentions=bool(me.can_read_all_group_messages))


def _read(update: Update) -> Message:
    """Return the message of an update that the table of handlers let through."""
    if update.effective_message is None:
        raise TypeError("this handler is for messages")
    return update.effective_message
