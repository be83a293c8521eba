"""The methods that change or delete messages."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from .chats import Chat, Message
from .errors import bad_request
from .keyboards import reply_markup
from .parameters import Parameters
from .sending import message_text, open_chat
from .world import World, now


def edit_message_text(world: World, parameters: Parameters) -> dict[str, Any]:
    """Replace the text of a message, and its keyboard by the given one or none."""
    text = message_text(parameters)
    markup = reply_markup(parameters, inline_only=True)
    chat, message = _editable(world, parameters)
    return _keep(chat, message, replace(message, text=text, markup=markup, source=parameters.text("text")))


def edit_message_reply_markup(world: World, parameters: Parameters) -> dict[str, Any]:
    """Replace the keyboard of a message by the given one or none."""
    markup = reply_markup(parameters, inline_only=True)
    chat, message = _editable(world, parameters)
    return _keep(chat, message, replace(message, markup=markup))


def delete_message(world: World, parameters: Parameters) -> bool:
    """Delete a message, the bot's own or the person's."""
    if not parameters.text("chat_id"):
        raise bad_request("chat identifier is not specified")
    message_id = parameters.number("message_id")
    if not message_id:
        raise bad_request("message identifier is not specified")
    chat = world.chat(parameters.text("chat_id"))
    if chat.latest(message_id) is None:
        raise bad_request("message to delete not found")
    chat.delete(message_id)
    return True


def _editable(world: World, parameters: Parameters) -> tuple[Chat, Message]:
    message_id = parameters.number("message_id")
    if not parameters.text("chat_id") and not message_id:
        raise bad_request("message identifier is not specified")
    chat = open_chat(world, parameters)
    message = chat.latest(message_id)
    if message is None:
        raise bad_request("message to edit not found")
    if message.sender != world.me:
        raise bad_request("message can't be edited")
    return chat, message


def _keep(chat: Chat, old: Message, new: Message) -> dict[str, Any]:
    if (old.text, old.markup) == (new.text, new.markup):
        raise bad_request(
            "message is not modified: specified new message content and reply markup are exactly the same as a "
            "current content and reply markup of the message"
        )
    new = replace(new, edit_date=now())
    chat.keep(new)
    return chat.shown(new)
