"""Messages: keyboards, replies and chats that can't be written to."""

from __future__ import annotations

from typing import Any

import pytest

from .answers import Button
from .api import BotApi
from .caller import Caller
from .people import Person


def keyboard(*buttons: Any) -> dict[str, Any]:
    """Return an inline keyboard of one row."""
    return {"inline_keyboard": [list(buttons)]}


def test_buttons_are_shown_in_rows(ann: Person, call: Caller) -> None:
    """Buttons with data and links are kept in their rows, a button without text is left out, links are completed."""
    rows = [
        [{"text": "More", "callback_data": "é" * 32}, {"text": "", "callback_data": "x"}],
        [{"text": "Read", "url": "https://Example.com"}],
    ]
    call("sendMessage", chat_id=ann.id, text="hi", reply_markup={"inline_keyboard": rows})
    more, read = Button("More", "é" * 32), Button("Read", url="https://example.com/")
    assert ann.hears().buttons == ((more,), (read,))


@pytest.mark.parametrize(
    ("markup", "error"),
    [
        (keyboard({"text": "More", "callback_data": "é" * 33}), "BUTTON_DATA_INVALID"),
        (keyboard({"text": "More", "callback_data": ""}),
         "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"),
        (keyboard({"callback_data": "x"}), "can't parse inline keyboard button: Can't find field \"text\""),
        (keyboard({"text": "Read", "url": "nowhere"}),
         "inline keyboard button URL 'nowhere' is invalid: Wrong HTTP URL"),
        (keyboard({"text": "Read", "url": "ftp://example.com"}),
         "inline keyboard button URL 'ftp://example.com' is invalid: Unsupported URL protocol"),
        ({"inline_keyboard": [{"text": "x"}]},
         'field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays'),
        (keyboard("More"), "can't parse inline keyboard button: InlineKeyboardButton must be an Object"),
        (keyboard({"text": 1}), 'can\'t parse inline keyboard button: Field "text" must be of type String'),
        ("no JSON", "can't parse reply keyboard markup JSON object"),
        ([], "object expected as reply markup"),
    ],
)  # fmt: skip
def test_keyboards_that_are_refused(ann: Person, call: Caller, markup: Any, error: str) -> None:
    """Data over 64 bytes, buttons that do nothing and links that lead nowhere are bad requests."""
    assert call.error("sendMessage", chat_id=ann.id, text="hi", reply_markup=markup) == (400, f"Bad Request: {error}")


def test_a_reply_carries_what_it_replies_to(ann: Person, call: Caller) -> None:
    """A reply is returned with the message it replies to, which comes without its own."""
    question = ann.says("what?")
    first = call("sendMessage", chat_id=ann.id, text="this", reply_to_message_id=question)
    second = call("sendMessage", chat_id=ann.id, text="that", reply_parameters={"message_id": first["message_id"]})
    assert first["reply_to_message"]["text"] == "what?"
    assert second["reply_to_message"]["text"] == "this"
    assert "reply_to_message" not in second["reply_to_message"]
    assert (ann.hears().reply_to, ann.hears().reply_to) == (question, first["message_id"])


def test_a_reply_to_nothing_fails_unless_allowed(ann: Person, call: Caller) -> None:
    """A reply to an unknown message is refused, or sent as no reply where that is allowed."""
    unknown = {"message_id": 77}
    error = call.error("sendMessage", chat_id=ann.id, text="hi", reply_parameters=unknown)
    assert error == (400, "Bad Request: message to be replied not found")
    lenient = unknown | {"allow_sending_without_reply": True}
    assert "reply_to_message" not in call("sendMessage", chat_id=ann.id, text="hi", reply_parameters=lenient)


def test_chats_that_cannot_be_written_to(api: BotApi, call: Caller) -> None:
    """An unknown chat is a bad request; who blocked the bot can't be written to until they unblock it."""
    bob = api.person("Bob", user_id=42)
    assert call.error("sendMessage", chat_id=43, text="hi") == (400, "Bad Request: chat not found")
    assert call.error("sendMessage", text="hi") == (400, "Bad Request: chat_id is empty")
    bob.blocks()
    blocked = (403, "Forbidden: bot was blocked by the user")
    assert call.error("sendMessage", chat_id=42, text="hi") == blocked
    assert call.error("sendChatAction", chat_id=42, action="typing") == blocked
    bob.unblocks()
    assert call("sendMessage", chat_id=42, text="hi")["text"] == "hi"


def test_chat_actions_are_checked(ann: Person, call: Caller) -> None:
    """A known action is shown, an unknown one is a bad request."""
    assert call("sendChatAction", chat_id=ann.id, action="typing") is True
    error = call.error("sendChatAction", chat_id=ann.id, action="dance")
    assert error == (400, "Bad Request: wrong parameter action in request")
