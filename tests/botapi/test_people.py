"""What people do reaches the bot as updates."""

from __future__ import annotations

import pytest

from .api import BotApi
from .attachments import Kind
from .caller import Caller
from .people import Person

_MORE = {"inline_keyboard": [[{"text": "More", "callback_data": "more"}]]}


def test_a_text_comes_with_its_sender_chat_and_commands(api: BotApi, call: Caller) -> None:
    """A text is trimmed, its commands are entities, and it says who wrote where."""
    bob = api.person("Bob", last_name="Ray", username="bob", language="ar", user_id=42)
    number = bob.says(" /ask@article_answers_bot 😀 /help a/b ")
    message = call("getUpdates")[0]["message"]
    assert (message["message_id"], message["text"]) == (number, "/ask@article_answers_bot 😀 /help a/b")
    assert message["entities"] == [
        {"type": "bot_command", "offset": 0, "length": 24},
        {"type": "bot_command", "offset": 28, "length": 5},
    ]
    names = {"id": 42, "first_name": "Bob", "last_name": "Ray", "username": "bob"}
    assert message["from"] == names | {"language_code": "ar", "is_bot": False}
    assert message["chat"] == names | {"type": "private"}


def test_the_language_of_the_app_comes_with_all_that_somebody_does(api: BotApi, call: Caller) -> None:
    """Messages, presses, inline and guest queries, blocks and additions to groups; some apps tell none."""
    bob, group = api.person("Bob", language="pt-br"), api.group("News fans")
    number = call("sendMessage", chat_id=bob.id, text="hi", reply_markup=_MORE)["message_id"]
    bob.edits(bob.says("hi"), "ho")
    bob.presses(bob.hears(), "More")
    bob.types("what?")
    group.says(bob, "@article_answers_bot what?")
    group.adds_bot(bob)
    group.says(bob, "/ask what?", reply_to=number)
    bob.blocks()
    updates = [next(body for name, body in one.items() if name != "update_id") for one in call("getUpdates")]
    assert len(updates) == 9
    assert {one["from"].get("language_code") for one in updates} == {"pt-br"}
    api.person("Cid").says("hi")
    assert "language_code" not in call("getUpdates")[-1]["message"]["from"]


def test_an_edited_text_and_a_reply(ann: Person, call: Caller) -> None:
    """An edit is an update of its own, and a reply carries what it replies to as it now stands."""
    number = ann.says("wat?")
    ann.edits(number, "what?")
    ann.says("well?", reply_to=number)
    edited, reply = call("getUpdates", offset=-2)
    assert (edited["edited_message"]["message_id"], edited["edited_message"]["text"]) == (number, "what?")
    assert edited["edited_message"]["edit_date"] >= edited["edited_message"]["date"]
    assert reply["message"]["reply_to_message"]["text"] == "what?"


@pytest.mark.parametrize("kind", ["photo", "voice", "sticker", "document", "video", "audio", "location", "contact"])
def test_attachments_are_no_text(ann: Person, call: Caller, kind: Kind) -> None:
    """What is no text comes under its own name, with its caption and without a text."""
    ann.sends(kind, caption="look")
    message = call("getUpdates")[0]["message"]
    assert (kind in message, message["caption"], "text" in message) == (True, "look", False)


def test_a_block_is_told(ann: Person, call: Caller) -> None:
    """Who blocks the bot is no member any more, until they unblock it."""
    ann.blocks()
    ann.unblocks()
    changes = [update["my_chat_member"] for update in call("getUpdates")]
    assert [change["new_chat_member"]["status"] for change in changes] == ["kicked", "member"]


def test_silence_is_told_with_what_was_heard(ann: Person, call: Caller) -> None:
    """Who waits in vain, or hears what should not come, is told what came and which calls failed."""
    call("sendMessage", chat_id=ann.id, text="hi")
    with pytest.raises(AssertionError, match=r"Ann heard something unexpected; .*\['hi'\]"):
        ann.hears_nothing(30)
    ann.hears()
    call.error("sendMessage", chat_id=ann.id)
    with pytest.raises(AssertionError, match=r"nothing new within 0 s; .*\['hi'\].*message text is empty"):
        ann.hears(timeout=0)


def test_no_client_sends_an_empty_or_endless_text(ann: Person) -> None:
    """A test that lets a person write what no client would send is told so."""
    for text in (" ", "😀" * 2049):
        with pytest.raises(ValueError, match="a message has 1 to 4096 UTF-16 code units"):
            ann.says(text)
