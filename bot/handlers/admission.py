"""Which chats are served."""

from __future__ import annotations

import logging
from html import escape

from telegram import Chat, ChatMember, Message, Update
from telegram.error import TelegramError
from telegram.ext import ApplicationHandlerStop, ContextTypes, filters

from bot import texts
from bot.chats import Chats
from bot.places import Place
from bot.sending import acknowledge, answer_guest, say
from bot.settings import BotSettings

logger = logging.getLogger(__name__)

_THERE = (ChatMember.MEMBER, ChatMember.ADMINISTRATOR, ChatMember.RESTRICTED)


class Admission:
    """Lets updates of served chats pass."""

    def __init__(self, settings: BotSettings, chats: Chats, moved: dict[int, int]) -> None:
        """Serve the chats that `settings` admit; note in `moved` under which id a group was known before."""
        self._settings = settings
        self._chats = chats
        self._moved = moved
        self._left: set[int] = set()

    async def admit(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Let an update pass if its chat is served, else say so, and leave a group. Raises ApplicationHandlerStop."""
        chat = update.effective_chat
        if update.guest_message:
            await self._admit_guest(update.guest_message)
            return
        if update.message:
            self._follow(update.message)
        if chat is None or self._is_served(chat.id):
            return
        if update.callback_query:
            await acknowledge(update.callback_query, self._refusal(chat.id))
        elif chat.type == Chat.PRIVATE and update.message:
            await _tell(Place.of(update.message), self._refusal(chat.id))
        elif chat.type in (Chat.GROUP, Chat.SUPERGROUP) and self._is_there(update, chat):
            self._left.add(chat.id)
            await _tell(Place.of(update.message) if update.message else Place(chat), self._refusal(chat.id))
            await _leave(chat)
        raise ApplicationHandlerStop

    async def _admit_guest(self, message: Message) -> None:
        """Let a mention in a group that the bot has not joined pass if the group is served, or the person an admin.

        The private chat of two people bears the id of one of them, whoever writes: there the writer decides.
        """
        person = message.from_user.id if message.from_user else message.chat.id
        chat = person if message.chat.type == Chat.PRIVATE else message.chat.id
        if not (self._is_served(chat) or self._settings.is_admin(person)):
            await answer_guest(message, escape(self._refusal(chat), quote=False))
            raise ApplicationHandlerStop

    def _refusal(self, chat: int) -> str:
        return texts.not_admitted(chat, self._settings.owner)

    def _is_served(self, chat: int) -> bool:
        return self._settings.admits(chat) or (chat in self._moved and self._is_served(self._moved[chat]))

    def _follow(self, message: Message) -> None:
        """Note that a group goes on under another id, under which one of the list is served as well.

        Both groups tell of it; what the old one says may wait there for an answer while the new one is written to.
        """
        old, new = message.migrate_from_chat_id or message.chat.id, message.migrate_to_chat_id or message.chat.id
        if old == new or new in self._moved:
            return
        self._moved[new] = old
        self._chats.move(old, new)
        if self._is_served(old) and not self._settings.admits(new):
            where = "ADMIN_IDS" if self._settings.is_admin(old) else "ALLOWED_CHATS"
            logger.warning("group %s has become %s: add this to %s before the next start", old, new, where)

    def _is_there(self, update: Update, chat: Chat) -> bool:
        """Whether this tells that the bot is in the group: it was added, or somebody wrote since it left last."""
        if update.my_chat_member:
            return update.my_chat_member.new_chat_member.status in _THERE
        # Additions and departures come as a message too.
        wrote = update.message is not None and not filters.StatusUpdate.ALL.check_update(update)
        return wrote and chat.id not in self._left


async def _tell(place: Place, refusal: str) -> None:
    """Say that the chat is not served; where that fails, log why."""
    try:
        await say(place, refusal)
    except TelegramError as error:
        logger.warning("chat %s: %s", place.chat.id, error)


async def _leave(chat: Chat) -> None:
    """Leave a group; where that fails, log why."""
    try:
        await chat.leave()
    except TelegramError as error:
        logger.warning("chat %s: %s", chat.id, error)
