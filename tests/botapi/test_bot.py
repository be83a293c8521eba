"""A real python-telegram-bot talks to the stand-in as it does to Telegram."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, Message
from telegram.error import BadRequest, Conflict, Forbidden, InvalidToken, NetworkError, RetryAfter

from .answers import Button, Link
from .api import BotApi
from .people import Person


def bot_of(api: BotApi, token: str = "") -> Bot:
    """Return a bot that speaks to this server."""
    return Bot(token or api.token, base_url=f"{api.url}/bot")


def test_a_bot_sends_and_edits(api: BotApi, ann: Person) -> None:
    """HTML and buttons arrive, and a second edit with the same text is not modified."""

    async def talk() -> Message:
        async with bot_of(api) as bot:
            me = await bot.get_me()
            assert (me.id, me.username, me.can_join_groups) == (7000000001, "article_answers_bot", True)
            assert (await bot.get_chat(ann.id)).first_name == "Ann"
            markup = InlineKeyboardMarkup([[InlineKeyboardButton("More", callback_data="more")]])
            html = 'It is <b>40 billion</b>, <a href="https://example.com/a">says</a> Gulf News.'
            sent = await bot.send_message(ann.id, html, parse_mode="HTML", reply_markup=markup)
            await bot.edit_message_text("It is 41.", ann.id, sent.message_id)
            with pytest.raises(BadRequest, match="Message is not modified"):
                await bot.edit_message_text("It is 41.", ann.id, sent.message_id)
            return sent

    sent, answer = asyncio.run(talk()), ann.hears()
    assert sent.text == answer.text == "It is 40 billion, says Gulf News."
    assert (answer.bold, answer.links) == (["40 billion"], [Link("says", "https://example.com/a")])
    assert answer.buttons == ((Button("More", "more"),),)
    assert ann.sees_edited(answer).text == "It is 41."


def test_a_bot_meets_errors_as_their_own_kinds(api: BotApi, ann: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    """Flood control, a block, a server error and a lost connection are each the exception that the library has."""
    monkeypatch.setenv("PTB_TIMEDELTA", "true")  # as a number of seconds, retry_after is deprecated

    async def talk() -> None:
        async with bot_of(api) as bot:
            api.fail("sendMessage", 429, "Too Many Requests: retry after 2", retry_after=2)
            with pytest.raises(RetryAfter) as flood:
                await bot.send_message(ann.id, "hi")
            assert flood.value.retry_after == timedelta(seconds=2)
            api.fail("sendMessage", 502, "Bad Gateway")
            api.drop("sendMessage")
            for _ in range(2):
                with pytest.raises(NetworkError):
                    await bot.send_message(ann.id, "hi")
            ann.blocks()
            with pytest.raises(Forbidden, match="bot was blocked by the user"):
                await bot.send_message(ann.id, "hi")

    asyncio.run(talk())


def test_a_second_bot_is_a_conflict(api: BotApi, ann: Person) -> None:
    """Of two bots that poll, the first is told of the conflict and the second gets the update."""

    async def talk() -> str | None:
        async with bot_of(api) as first, bot_of(api) as second:
            waiting = asyncio.create_task(first.get_updates(timeout=30))
            other = asyncio.create_task(second.get_updates(timeout=30))
            done, left = await asyncio.wait([waiting, other], return_when=asyncio.FIRST_COMPLETED)
            with pytest.raises(Conflict, match="terminated by other getUpdates request"):
                done.pop().result()
            ann.says("hello")
            message = (await left.pop())[0].message
            return message.text if message else None

    assert asyncio.run(talk()) == "hello"


def test_a_wrong_token_is_invalid(api: BotApi) -> None:
    """A bot with another token is told that it is invalid."""

    async def talk() -> None:
        async with bot_of(api, "1:wrong"):
            pass

    with pytest.raises(InvalidToken):
        asyncio.run(talk())
