"""Changed and deleted messages."""

from __future__ import annotations

import pytest

from .answers import Button
from .api import BotApi
from .caller import Caller
from .people import Person

MORE = {"inline_keyboard": [[{"text": "More", "callback_data": "more"}]]}
UNCHANGED = (
    "Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a "
    "current content and reply markup of the message"
)


def test_an_edit_replaces_text_and_keyboard(ann: Person, call: Caller) -> None:
    """Each edit is a version of its own: the text changes, and without a keyboard given it goes."""
    number = call("sendMessage", chat_id=ann.id, text="wait", reply_markup=MORE)["message_id"]
    sent = ann.hears()
    call("editMessageText", chat_id=ann.id, message_id=number, text="<b>40</b>", parse_mode="HTML")
    call("editMessageReplyMarkup", chat_id=ann.id, message_id=number, reply_markup=MORE)
    edited = ann.sees_edited(sent)
    assert (edited.text, edited.html, edited.bold, edited.buttons) == ("40", "<b>40</b>", ["40"], ())
    assert ann.sees_edited(edited).buttons == ((Button("More", "more"),),)
    assert [answer.text for answer in ann.screen] == ["40"]


def test_new_buttons_are_seen_and_pressed(api: BotApi, ann: Person, call: Caller) -> None:
    """In a group too; what was pressed is what the message showed to who pressed it."""
    group = api.group("News fans")
    group.adds_bot(ann)
    number = call("sendMessage", chat_id=group.id, text="40", reply_markup=MORE)["message_id"]
    new = {"inline_keyboard": [[{"text": "👍", "callback_data": "good"}, {"text": "👎", "callback_data": "bad"}]]}
    call("editMessageReplyMarkup", chat_id=group.id, message_id=number, reply_markup=new)
    edited = group.sees_edited(group.hears())
    assert (edited.text, edited.buttons) == ("40", ((Button("👍", "good"), Button("👎", "bad")),))
    assert group.screen == [edited]
    group.presses(ann, edited, "👎")
    query = call("getUpdates")[-1]["callback_query"]
    assert (query["data"], query["message"]["reply_markup"]) == ("bad", new)


def test_an_edit_that_changes_nothing_is_refused(ann: Person, call: Caller) -> None:
    """The same text and keyboard again is a bad request, however it is written."""
    number = call("sendMessage", chat_id=ann.id, text="hi", reply_markup=MORE)["message_id"]
    again = {"chat_id": ann.id, "message_id": number, "reply_markup": MORE}
    assert call.error("editMessageText", text=" hi ", **again) == (400, UNCHANGED)
    assert call.error("editMessageReplyMarkup", **again) == (400, UNCHANGED)


def test_only_own_messages_can_be_edited(ann: Person, call: Caller) -> None:
    """An unknown message is not found, a person's message can't be edited."""
    unknown = call.error("editMessageText", chat_id=ann.id, message_id=77, text="hi")
    assert unknown == (400, "Bad Request: message to edit not found")
    theirs = call.error("editMessageText", chat_id=ann.id, message_id=ann.says("hi"), text="hi")
    assert theirs == (400, "Bad Request: message can't be edited")
    markup = {"remove_keyboard": True}
    other = call.error("editMessageReplyMarkup", chat_id=ann.id, message_id=77, reply_markup=markup)
    assert other == (400, "Bad Request: inline keyboard expected")
    nothing = call.error("editMessageText", text="hi")
    assert nothing == (400, "Bad Request: message identifier is not specified")


def test_a_deleted_message_is_gone(ann: Person, call: Caller) -> None:
    """A deleted message leaves the screen and can be neither deleted again nor edited."""
    number = call("sendMessage", chat_id=ann.id, text="hi")["message_id"]
    assert call("deleteMessage", chat_id=ann.id, message_id=number) is True
    ann.sees_deleted(ann.hears())
    assert ann.screen == []
    again = call.error("deleteMessage", chat_id=ann.id, message_id=number)
    assert again == (400, "Bad Request: message to delete not found")
    with pytest.raises(AssertionError, match="message to edit not found"):
        call("editMessageText", chat_id=ann.id, message_id=number, text="ho")
