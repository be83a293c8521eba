"""Groups of the stand-in: who sees what, and what the bot may do."""

from __future__ import annotations

from typing import Any

import pytest

from .api import BotApi
from .caller import Caller
from .groups import ANONYMOUS, Group
from .people import Person


@pytest.fixture
def group(api: BotApi, ann: Person, call: Caller) -> Group:
    """Return a group with the bot in it, whose addition was fetched."""
    made = api.group("News fans")
    made.adds_bot(ann)
    _fetch(call)
    return made


def _fetch(call: Caller) -> list[dict[str, Any]]:
    """Return the updates since the last fetch."""
    updates: list[dict[str, Any]] = call("getUpdates")
    if updates:
        call("getUpdates", offset=updates[-1]["update_id"] + 1)
    return updates


def _texts(call: Caller) -> list[str]:
    return [update["message"].get("text", "") for update in _fetch(call)]


def test_an_addition_is_told(api: BotApi, ann: Person, call: Caller) -> None:
    """The bot hears that it became a member, an admin, and none."""
    group = api.group("News fans")
    group.adds_bot(ann)
    group.promotes_bot(ann)
    group.removes_bot(ann)
    told = [update["my_chat_member"] for update in _fetch(call)]
    assert [one["new_chat_member"]["status"] for one in told] == ["member", "administrator", "kicked"]
    assert told[0]["chat"] == {"id": group.id, "title": "News fans", "type": "supergroup"}
    assert call.error("sendMessage", chat_id=group.id, text="hi") == (
        403,
        "Forbidden: bot is not a member of the supergroup chat",
    )


def test_privacy_mode_shows_what_is_meant_for_the_bot(group: Group, ann: Person, call: Caller) -> None:
    """Its commands and replies to it, no chatter, mentions or other bots' commands."""
    own = call("sendMessage", chat_id=group.id, text="hello")["message_id"]
    for text in ("hi", "@article_answers_bot hi", "/ask@other_bot hi", "/ask hi", "/ask@article_answers_bot hi"):
        group.says(ann, text)
    group.says(ann, "a reply", reply_to=own)
    assert _texts(call) == ["/ask hi", "/ask@article_answers_bot hi", "a reply"]


def test_without_privacy_mode_all_is_shown(api: BotApi, group: Group, ann: Person, call: Caller) -> None:
    """Chatter too, with its mentions marked."""
    api.privacy_mode(on=False)
    group.says(ann, "write to a@article_answers_bot")
    group.says(ann, "hi @article_answers_bot")
    plain, mention = (update["message"] for update in _fetch(call))
    assert "entities" not in plain
    assert mention["entities"] == [{"type": "mention", "offset": 3, "length": 20}]
    assert call("getMe")["can_read_all_group_messages"] is True


def test_a_topic_is_sent_to_by_its_number(api: BotApi, ann: Person, call: Caller) -> None:
    """One that is there takes messages; the General one has no number to send to."""
    group = api.group("Forum", forum=True)
    group.adds_bot(ann)
    ann.says("hi")  # the first number, which no topic gets
    topic = group.opens_topic(ann, "Trade")
    sent = call("sendMessage", chat_id=group.id, text="hi", message_thread_id=topic)
    assert (sent["message_thread_id"], sent["is_topic_message"], sent["chat"]["is_forum"]) == (topic, True, True)
    assert call.error("sendMessage", chat_id=group.id, text="hi", message_thread_id=1) == (
        400,
        "Bad Request: message thread not found",
    )


def test_an_old_group_names_its_successor(api: BotApi, group: Group, call: Caller) -> None:
    """Both groups say so, and what is sent to the old one fails with the new id."""
    bigger = api.group("News fans")
    group.moves_to(bigger)
    old, new = (update["message"] for update in _fetch(call))
    assert (old["migrate_to_chat_id"], new["migrate_from_chat_id"]) == (bigger.id, group.id)
    body = call.raw("sendMessage", chat_id=group.id, text="hi").json()
    assert body["parameters"] == {"migrate_to_chat_id": bigger.id}
    assert call("sendMessage", chat_id=bigger.id, text="hi")


def test_leaving_ends_the_membership(group: Group, ann: Person, call: Caller) -> None:
    """A bot that left hears and says nothing any more; private chats can't be left."""
    assert call("leaveChat", chat_id=group.id) is True
    group.says(ann, "/ask hi")
    assert _fetch(call) == []
    assert not group.has_bot
    assert call.error("leaveChat", chat_id=group.id)[0] == 403
    assert call.error("leaveChat", chat_id=ann.id)[0] == 400


def test_an_anonymous_admin_comes_as_the_group(group: Group, call: Caller) -> None:
    """Its sender is the account that stands for all of them, behind which the group is named."""
    group.says(ANONYMOUS, "/ask hi")
    [update] = _fetch(call)
    assert update["message"]["from"]["username"] == "GroupAnonymousBot"
    assert update["message"]["sender_chat"]["id"] == group.id
