"""Who is in a group, and who hides behind it."""

from __future__ import annotations

import asyncio

import pytest
from telegram import Bot

from .api import BotApi
from .caller import Caller
from .groupchats import ANONYMOUS
from .groups import Group
from .people import Person

_MORE = {"inline_keyboard": [[{"text": "More", "callback_data": "more"}]]}


def test_members_are_told(api: BotApi, group: Group, ann: Person, call: Caller) -> None:
    """Who wrote is a member; others are what they were made, or have left."""
    ben, eve = api.person("Ben"), api.person("Eve")
    group.makes(ben, "creator")
    group.makes(eve, "administrator")
    group.says(ann, "hi")
    people = (ann, ben, eve, api.person("Cid"))
    told = [call("getChatMember", chat_id=group.id, user_id=one.id)["status"] for one in people]
    assert told == ["member", "creator", "administrator", "left"]
    assert [one["user"]["id"] for one in call("getChatAdministrators", chat_id=group.id)] == [ben.id, eve.id]
    group.promotes_bot(ann)
    me = call("getMe")["id"]
    assert call("getChatMember", chat_id=group.id, user_id=me)["status"] == "administrator"
    assert call("getChatAdministrators", chat_id=group.id)[-1]["user"]["id"] == me
    assert call.error("getChatMember", chat_id=group.id, user_id=1) == (400, "Bad Request: invalid user_id specified")
    group.removes_bot(ann)
    assert call.error("getChatMember", chat_id=group.id, user_id=ann.id)[0] == 403
    assert call.error("getChatAdministrators", chat_id=ann.id)[0] == 400


@pytest.mark.parametrize("status", ["creator", "administrator", "member", "restricted", "left", "kicked"])
def test_every_status_is_read_by_the_library(api: BotApi, group: Group, ann: Person, status: str) -> None:
    """With all the fields that python-telegram-bot wants of it."""
    group.makes(ann, status)

    async def ask() -> tuple[str, int]:
        async with Bot(api.token, base_url=f"{api.url}/bot") as bot:
            member = await bot.get_chat_member(group.id, ann.id)
            return member.status, member.user.id

    assert asyncio.run(ask()) == (status, ann.id)


def test_an_anonymous_admin_presses_as_themselves(group: Group, ann: Person, call: Caller) -> None:
    """What they write comes as the group, what they press with their own id; the account between is no member."""
    group.makes(ann, "administrator")
    asked = group.says(ANONYMOUS, "/settings")
    number = call("sendMessage", chat_id=group.id, text="?", reply_markup=_MORE, reply_to_message_id=asked)
    group.presses(ann, group.hears(), "More")
    message, press = (next(body for name, body in one.items() if name != "update_id") for one in call("getUpdates"))
    assert (message["from"]["id"], message["sender_chat"]["id"]) == (ANONYMOUS.id, group.id)
    assert (press["from"]["id"], press["message"]["message_id"]) == (ann.id, number["message_id"])
    assert "sender_chat" not in press
    hidden = call("getChatMember", chat_id=group.id, user_id=ANONYMOUS.id)
    assert (hidden["status"], hidden["user"]["username"]) == ("left", "GroupAnonymousBot")
