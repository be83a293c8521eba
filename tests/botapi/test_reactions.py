"""The bot's reactions to messages."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from telegram import Bot

from .api import BotApi
from .caller import Caller
from .groups import Group
from .people import Person


def _reaction(emoji: str) -> list[dict[str, str]]:
    return [{"type": "emoji", "emoji": emoji}]


def test_the_library_reacts(api: BotApi, group: Group, ann: Person) -> None:
    """One emoji takes the place of the other, until none is given; also where the bot may not write."""
    question, other = group.says(ann, "/ask how?"), group.says(ann, "hi")
    group.mutes_bot()

    async def react(emoji: str | None) -> None:
        async with Bot(api.token, base_url=f"{api.url}/bot") as bot:
            assert await bot.set_message_reaction(group.id, question, emoji) is True

    for emoji in ("👀", "🤷"):
        asyncio.run(react(emoji))
        assert group.reaction(question) == emoji
    with pytest.raises(AssertionError, match="🤷 was not taken off"):
        group.sees_no_reaction(question, timeout=0)
    asyncio.run(react(None))
    group.sees_no_reaction(question)
    assert [group.reaction(one, timeout=0) for one in (question, other)] == [None, None]


def test_private_chats_have_reactions_too(ann: Person, call: Caller) -> None:
    """The same one again is no error; who blocked the bot gets none."""
    number = ann.says("thanks")
    given = {"chat_id": ann.id, "message_id": number, "reaction": _reaction("❤")}
    assert [call("setMessageReaction", **given) for _ in range(2)] == [True, True]
    assert ann.reaction(number) == "❤"
    ann.blocks()
    assert call.error("setMessageReaction", **given) == (403, "Forbidden: bot was blocked by the user")


@pytest.mark.parametrize(
    ("reaction", "error"),
    [
        (_reaction("🙂"), "REACTION_INVALID"),
        (_reaction("👀") + _reaction("👍"), "REACTIONS_TOO_MANY"),
        ([], "REACTION_EMPTY"),  # there is none to take off
        ({"type": "emoji"}, "expected an Array of ReactionType"),
        (["👀"], "can't parse ReactionType: expected an Object"),
        ([{"emoji": "👀"}], "can't parse ReactionType: Can't find field \"type\""),
        ([{"type": "emoji"}], "can't parse ReactionType: Can't find field \"emoji\""),
        ([{"type": "paid"}], "can't parse ReactionType: invalid reaction type specified"),
    ],
)
def test_bad_reactions_are_refused(ann: Person, call: Caller, reaction: Any, error: str) -> None:
    """One emoji of those that Telegram has, or none."""
    given = {"chat_id": ann.id, "message_id": ann.says("hi"), "reaction": reaction}
    assert call.error("setMessageReaction", **given) == (400, f"Bad Request: {error}")


def test_what_can_not_be_reacted_to(group: Group, ann: Person, call: Caller) -> None:
    """Messages that are gone, and those of groups in which the bot is not."""
    number = group.says(ann, "hi")
    given = {"chat_id": group.id, "reaction": _reaction("👀")}
    not_found = (400, "Bad Request: message to react not found")
    assert call.error("setMessageReaction", message_id=number + 1, **given) == not_found
    call("deleteMessage", chat_id=group.id, message_id=number)
    assert call.error("setMessageReaction", message_id=number, **given) == not_found
    number = group.says(ann, "hi")
    group.removes_bot(ann)
    kicked = (403, "Forbidden: bot was kicked from the supergroup chat")
    assert call.error("setMessageReaction", message_id=number, **given) == kicked
