"""Messages of one chat are handled in order, those of different chats at the same time."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime

from telegram import CallbackQuery, Chat, Message, Update, User

from bot.crowd import Crowd
from bot.order import OnePerChat


def message(chat: int) -> Update:
    """Return the update of a message in a private chat."""
    return Update(1, message=Message(1, datetime.now(UTC), Chat(chat, "private"), text="?"))


def press(chat: int) -> Update:
    """Return the update of a press of a button in a private chat."""
    user = User(chat, "Ann", is_bot=False)
    shown = Message(1, datetime.now(UTC), Chat(chat, "private"))
    return Update(2, callback_query=CallbackQuery("1", user, "1", message=shown, data="more:1"))


def edit(chat: int) -> Update:
    """Return the update of an edited message in a private chat."""
    return Update(3, edited_message=Message(1, datetime.now(UTC), Chat(chat, "private"), text="??"))


def mention(chat: int) -> Update:
    """Return the update of a guest query."""
    return Update(4, guest_message=Message(1, datetime.now(UTC), Chat(chat, "private"), text="?", guest_query_id="1"))


async def finished_first(updates: list[Update]) -> list[int]:
    """Handle updates of which each takes longer than the next; return the order in which they are done."""
    processor, done = OnePerChat(Crowd(person=9, chat=9)), list[int]()

    async def handle(number: int) -> None:
        await asyncio.sleep(0.1 * (len(updates) - number))
        done.append(number)

    await asyncio.gather(*(processor.process_update(update, handle(number)) for number, update in enumerate(updates)))
    return done


def test_one_chat_is_served_in_order() -> None:
    """A slow first message holds the second of the same chat back."""
    assert asyncio.run(finished_first([message(1), message(1), message(1)])) == [0, 1, 2]


def test_chats_do_not_wait_for_each_other() -> None:
    """A slow message of one chat is overtaken by that of another."""
    assert asyncio.run(finished_first([message(1), message(2)])) == [1, 0]


def test_buttons_do_not_wait() -> None:
    """A press is handled while an earlier message of the same chat still is."""
    assert asyncio.run(finished_first([message(1), press(1)])) == [1, 0]


def test_guest_queries_do_not_wait() -> None:
    """They expire, and need not be of the chat whose id they bear."""
    assert asyncio.run(finished_first([message(1), mention(1)])) == [1, 0]


def test_edits_wait_for_edits_only() -> None:
    """An edit comes to its message's handler while that is busy, and one after the other."""
    assert asyncio.run(finished_first([message(1), edit(1)])) == [1, 0]
    assert asyncio.run(finished_first([edit(1), edit(1)])) == [0, 1]
