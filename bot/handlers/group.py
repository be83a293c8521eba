"""Groups: quiet unless asked, by /ask, by a mention or by a reply to one of the bot's messages."""

from __future__ import annotations

from telegram import Chat, ChatMember, Message, Update
from telegram.ext import ContextTypes

from bot import smalltalk, texts
from bot.addressing import Asked, by_command, by_mention, by_reply
from bot.asking import ask
from bot.places import Place
from bot.sending import say
from bot.worker import Worker

_THERE = (ChatMember.MEMBER, ChatMember.ADMINISTRATOR)
_AWAY = (ChatMember.LEFT, ChatMember.BANNED)


class GroupChat:
    """Answers whoever asks where others read along."""

    def __init__(self, worker: Worker) -> None:
        """Use the index through `worker`."""
        self._worker = worker
        self._upgraded: set[int] = set()

    async def ask(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Answer the question behind /ask, or the message that /ask replies to."""
        message = _read(update)
        await self._answer(message, by_command(message))

    async def text(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Answer a message that mentions the bot or replies to it; leave all others alone."""
        message = _read(update)
        me = context.bot.bot
        mentioned, replied = by_mention(message, me), by_reply(message, me)
        if mentioned:
            await self._answer(message, mentioned)
        elif replied and smalltalk.reply_to(replied.text) is None:
            await self._answer(message, replied)

    async def help(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Say how to ask here."""
        await say(Place.of(_read(update)), _how_to_ask(context))

    async def own_id(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Tell the group's id."""
        message = _read(update)
        await say(Place.of(message), texts.group_id(message.chat.id))

    async def membership(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Say how to ask when the bot was added to a group; be quiet about all else that happens to it."""
        changed = update.my_chat_member
        if changed is None or changed.chat.type not in (Chat.GROUP, Chat.SUPERGROUP):
            return
        added = changed.old_chat_member.status in _AWAY and changed.new_chat_member.status in _THERE
        if added and changed.chat.id not in self._upgraded:
            await say(Place(changed.chat), f"{texts.HELLO_GROUP} {_how_to_ask(context)}")

    async def upgraded(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Note that a group goes on under another id, in which the bot is no newcomer."""
        message = _read(update)
        self._upgraded.add(message.migrate_to_chat_id or message.chat.id)

    async def _answer(self, message: Message, asked: Asked) -> None:
        """Answer, or say how to ask where nothing is asked."""
        if not asked.text.strip():
            await say(Place.of(message), texts.HOW_TO_ASK, message.message_id)
        elif friendly := smalltalk.reply_to(asked.text):
            await say(Place.of(message), friendly, message.message_id)
        else:
            await ask(self._worker, Place.of(message), asked.text, asked.message_id)


def _how_to_ask(context: ContextTypes.DEFAULT_TYPE) -> str:
    me = context.bot.bot
    return texts.how_to_ask_in_groups(me.username or "", mentions=bool(me.can_read_all_group_messages))


def _read(update: Update) -> Message:
    """Return the message of an update that the table of handlers let through."""
    if update.message is None:
        raise TypeError("this handler is for new messages")
    return update.message
