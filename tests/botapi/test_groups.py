"""Groups of the stand-in: who sees what, and what the bot may do."""

from __future__ import annotations

from typing import Any

from .api import BotApi
from .caller import Caller
from .groupchats import ANONYMOUS
from .groups import Group
from .people import Person


def _fetch(call: Caller) -> list[dict[str, Any]]:
    """Return the updates since the last fetch."""
    updates: list[dict[str, Any]] = call("getUpdates")
    if updates:
        call("getUpdates", offset=updates[-1]["update_id"] + 1)
    return updates


def _texts(call: Caller) -> list[str]:
    return [update["message"].get("text", "") for update in _fetch(call)]


def test_an_addition_is_told(api: BotApi, ann: Person, call: Caller) -> None:
    """The bot hears that it became a member, an admin, and none, and sees the group's own message on its coming."""
    group = api.group("News fans")
    group.adds_bot(ann)
    group.promotes_bot(ann)
    group.removes_bot(ann)
    updates = _fetch(call)
    [coming] = [update["message"] for update in updates if "message" in update]
    assert [one["id"] for one in coming["new_chat_members"]] == [call("getMe")["id"]]
    told = [update["my_chat_member"] for update in updates if "my_chat_member" in update]
    assert [one["new_chat_member"]["status"] for one in told] == ["member", "administrator", "kicked"]
    assert told[0]["chat"] == {"id": group.id, "title": "News fans", "type": "supergroup"}
    assert call.error("sendMessage", chat_id=group.id, text="hi") == (
        403,
        "Forbidden: bot was kicked from the supergroup chat",
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


def test_an_admin_sees_everything_in_privacy_mode(group: Group, ann: Person, call: Caller) -> None:
    """A bot that is made an admin reads chatter and mentions as well."""
    group.promotes_bot(ann)
    group.says(ann, "hi")
    assert [update["message"]["text"] for update in _fetch(call) if "message" in update] == ["hi"]


def test_service_messages_are_shown_in_privacy_mode(api: BotApi, ann: Person, call: Caller) -> None:
    """Such as the one that opens a topic."""
    group = api.group("Forum", forum=True)
    group.adds_bot(ann)
    _fetch(call)
    topic = group.opens_topic(ann, "Trade")
    [update] = _fetch(call)
    assert update["message"]["forum_topic_created"]["name"] == "Trade"
    assert (update["message"]["message_id"], update["message"]["message_thread_id"]) == (topic, topic)


def test_a_name_may_link_to_the_bot(api: BotApi, group: Group, ann: Person, call: Caller) -> None:
    """Then it is marked as a mention of that account, its place counted in UTF-16."""
    api.privacy_mode(on=False)
    group.says(ann, "🙂 Article Answers, hi", links_name=True)
    [update] = _fetch(call)
    me = {name: call("getMe")[name] for name in ("id", "first_name", "username", "is_bot")}
    assert update["message"]["entities"] == [{"type": "text_mention", "offset": 3, "length": 15, "user": me}]


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
    group.closes_topic(topic)
    to_it = {"chat_id": group.id, "text": "hi", "message_thread_id": topic}
    assert call.error("sendMessage", **to_it) == (400, "Bad Request: TOPIC_CLOSED")
    group.deletes_topic(topic)
    assert call.error("sendMessage", **to_it) == (400, "Bad Request: message thread not found")


def test_an_old_group_names_its_successor(api: BotApi, ann: Person, call: Caller) -> None:
    """Both groups say so, and what is sent to the old one fails with the new id."""
    group, bigger = api.group("News fans", basic=True), api.group("News fans")
    stranger = "Forbidden: bot is not a member of the group chat"
    assert call.error("sendMessage", chat_id=group.id, text="hi") == (403, stranger)
    group.adds_bot(ann)
    _fetch(call)
    group.moves_to(bigger)
    old, new = (update["message"] for update in _fetch(call))
    assert (old["migrate_to_chat_id"], new["migrate_from_chat_id"]) == (bigger.id, group.id)
    assert (old["chat"]["type"], new["chat"]["type"]) == ("group", "supergroup")
    body = call.raw("sendMessage", chat_id=group.id, text="hi").json()
    assert body["parameters"] == {"migrate_to_chat_id": bigger.id}
    assert call("sendMessage", chat_id=bigger.id, text="hi")


def test_leaving_ends_the_membership(group: Group, ann: Person, call: Caller) -> None:
    """A bot that left, which it may where it may not write, hears and says nothing; private chats can't be left."""
    group.mutes_bot()
    assert call.error("sendMessage", chat_id=group.id, text="hi")[0] == 400
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


def test_who_writes_as_a_channel_comes_as_that(api: BotApi, group: Group, call: Caller) -> None:
    """Its sender is the account that stands for all channels, behind which the channel is named."""
    channel = api.channel("Daily")
    group.says(channel, "/ask hi")
    [update] = _fetch(call)
    assert update["message"]["from"]["username"] == "Channel_Bot"
    assert update["message"]["sender_chat"] == {"id": channel.id, "title": "Daily", "type": "channel"}
    assert group.screen == []


def test_a_channel_s_post_is_forwarded_to_its_group(api: BotApi, group: Group, call: Caller) -> None:
    """It comes from Telegram's own account, marked as automatic, where the bot sees it at all."""
    channel = api.channel("Daily")
    group.forwards(channel, "News")
    assert _fetch(call) == []
    api.privacy_mode(on=False)
    group.forwards(channel, "More news")
    [update] = _fetch(call)
    message = update["message"]
    assert (message["from"]["id"], message["sender_chat"]["id"]) == (777000, channel.id)
    assert message["is_automatic_forward"] is True
    assert message["forward_origin"]["chat"]["id"] == channel.id


def test_posts_and_their_edits_are_updates_of_their_own(api: BotApi, call: Caller) -> None:
    """A channel's posts are no messages; nobody but the channel sent them."""
    channel = api.channel("Daily")
    post = channel.posts("News")
    channel.edits(post, "/ask news")
    first, second = _fetch(call)
    assert (first["channel_post"]["text"], first["channel_post"]["chat"]["type"]) == ("News", "channel")
    assert "from" not in first["channel_post"]
    assert second["edited_channel_post"]["entities"] == [{"type": "bot_command", "offset": 0, "length": 4}]
