"""Presses of buttons and their answers."""

from __future__ import annotations

import pytest

from .caller import Caller
from .people import Person
from .queries import CallbackAnswer

MORE = {"inline_keyboard": [[{"text": "More", "callback_data": "more"}]]}
TOO_OLD = (400, "Bad Request: query is too old and response timeout expired or query ID is invalid")


def test_a_press_tells_the_message_and_what_it_replied_to(ann: Person, call: Caller) -> None:
    """The bot gets the button's data and the message with the question it answers."""
    call("sendMessage", chat_id=ann.id, text="40", reply_markup=MORE, reply_to_message_id=ann.says("how much?"))
    press = ann.presses(ann.hears(), "More")
    query = call("getUpdates")[-1]["callback_query"]
    assert (query["id"], query["data"], query["from"]["id"]) == (press.id, "more", ann.id)
    assert (query["message"]["text"], query["message"]["reply_to_message"]["text"]) == ("40", "how much?")


def test_a_press_is_answered_once(ann: Person, call: Caller) -> None:
    """The first answer reaches the person, a second one and one to an unknown query are too late."""
    call("sendMessage", chat_id=ann.id, text="40", reply_markup=MORE)
    press = ann.presses(ann.hears(), "More")
    assert call("answerCallbackQuery", callback_query_id=press.id, text="Here", show_alert=True) is True
    assert press.answered() == CallbackAnswer("Here", True, "")
    assert call.error("answerCallbackQuery", callback_query_id=press.id) == TOO_OLD
    assert call.error("answerCallbackQuery", callback_query_id="1") == TOO_OLD


def test_a_press_expires_and_takes_no_long_answer(ann: Person, call: Caller) -> None:
    """Over 200 characters are refused; a press that expired can't be answered any more."""
    call("sendMessage", chat_id=ann.id, text="40", reply_markup=MORE)
    press = ann.presses(ann.hears(), "More")
    too_long = call.error("answerCallbackQuery", callback_query_id=press.id, text="x" * 201)
    assert too_long == (400, "Bad Request: MESSAGE_TOO_LONG")
    press.expires()
    assert call.error("answerCallbackQuery", callback_query_id=press.id, text="x" * 200) == TOO_OLD
    with pytest.raises(AssertionError, match="not answered within 0 s"):
        press.answered(timeout=0)


def test_a_press_under_a_deleted_message(ann: Person, call: Caller) -> None:
    """What was deleted comes as an inaccessible message, whose date is 0; its data may be anything."""
    number = call("sendMessage", chat_id=ann.id, text="40")["message_id"]
    call("deleteMessage", chat_id=ann.id, message_id=number)
    ann.presses_data(ann.hears(), "forged")
    query = call("getUpdates")[-1]["callback_query"]
    chat = {"id": ann.id, "first_name": "Ann", "type": "private"}
    assert (query["message"], query["data"]) == ({"chat": chat, "message_id": number, "date": 0}, "forged")
