"""How the bot behaves in a group: its admins read it by /settings, and change it by buttons."""

from __future__ import annotations

from typing import Any

from telegram import CallbackQuery, Chat, ChatMember, Message, Update
from telegram.ext import ContextTypes

from bot import keyboards, texts
from bot.addressing import text_of
from bot.chats import Chats
from bot.languages import speak
from bot.places import Place
from bot.sending import Page, acknowledge, edit, say, send
from bot.worker import Worker
from index.collection_names import DEFAULT

_ADMINS = (ChatMember.ADMINISTRATOR, ChatMember.OWNER)


class Behaviour:
    """What the admins of a group decide about the bot."""

    def __init__(self, chats: Chats, worker: Worker) -> None:
        """Keep what they decide in `chats`; which collections there are is known through `worker`."""
        self._chats = chats
        self._worker = worker

    async def show(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Show an admin of the group how the bot behaves in it; somebody else is told who may.

        Unless the command names the bot: another bot may be meant, and only an admin is worth the doubt.
        """
        message = update.effective_message
        if message is None:
            raise TypeError("this handler is for messages")
        if not await _writes_as_admin(message):
            if "@" in text_of(message).split()[0]:
                await say(Place.of(message), texts.GROUP_ADMINS_ONLY(), message.message_id)
            return
        await send(Place.of(message), await self._page(message.chat.id), message.message_id)

    async def change(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Turn what stands on the button on or off, in place."""
        query = update.callback_query
        if query is None or query.message is None or context.match is None:
            raise TypeError("this handler is for presses of buttons under a message")
        chat = query.message.chat
        if not await _is_admin(chat, query.from_user.id):
            await acknowledge(query, texts.GROUP_ADMINS_ONLY())
            return
        await acknowledge(query)
        await self._turn(query, chat.id, context.match[1], context.match[2] or None)

    async def _turn(self, query: CallbackQuery, chat: int, name: str, language: str | None) -> None:
        before = self._chats.of(chat)
        changes: dict[str, Any] = {"language": language}
        if name == "collection":
            changes = {name: _after(before.collection, await self._collections())}
        elif name != "language":
            changes = {name: not getattr(before, name)}
        chosen = self._chats.change(chat, **changes)
        if chosen.language:
            speak(chosen.language)
        await edit(query, await self._page(chat))

    async def _page(self, chat: int) -> Page:
        choices, names = self._chats.of(chat), await self._collections()
        there_are = choices.collection is not None or names - {DEFAULT} != set()
        return Page(texts.BEHAVIOUR(), keyboards.behaviour(choices, collections=there_are))

    async def _collections(self) -> set[str]:
        return set(await self._worker.look_up(lambda index: index.collections()))


def _after(collection: str | None, names: set[str]) -> str | None:
    """Return the choice behind this one: all articles, then each collection in order."""
    return next((name for name in sorted(names) if collection is None or name > collection), None)


async def _writes_as_admin(message: Message) -> bool:
    """Whether an admin of the group wrote this; one who hides behind the group is one, who hides elsewhere is not."""
    if message.sender_chat:
        return message.sender_chat.id == message.chat.id
    return message.from_user is not None and await _is_admin(message.chat, message.from_user.id)


async def _is_admin(chat: Chat, person: int) -> bool:
    return (await chat.get_member(person)).status in _ADMINS
