"""The methods that send to a chat, or ask about it."""

from __future__ import annotations

from typing import Any

from .chats import Chat, Message
from .errors import bad_request
from .formatted import FormattedText, formatted
from .keyboards import reply_markup
from .parameters import Parameters
from .world import World, now

_MEDIA = ("video", "audio", "voice", "video_note")
_ACTIONS = frozenset(
    ["cancel", "typing", "choose_sticker", "pick_up_location", "find_location", "upload_photo", "upload_document"]
    + [f"{doing}_{what}" for doing in ("record", "upload") for what in _MEDIA]
)


def send_message(world: World, parameters: Parameters) -> dict[str, Any]:
    """Send a text."""
    text = message_text(parameters)
    markup = reply_markup(parameters)
    chat = open_chat(world, parameters)
    reply_to = _replied(chat, parameters)
    topic = _topic(chat, parameters)
    message = Message(next(world.message_ids), world.me, now(), text, parameters.text("text"), markup, reply_to, topic)
    chat.keep(message)
    return chat.shown(message)


def send_chat_action(world: World, parameters: Parameters) -> bool:
    """Show what the bot is doing."""
    if parameters.text("action").lower() not in _ACTIONS:
        raise bad_request("wrong parameter action in request")
    open_chat(world, parameters)
    return True


def get_chat(world: World, parameters: Parameters) -> dict[str, Any]:
    """Tell about a chat in full."""
    gifts = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels")
    return world.chat(parameters.text("chat_id")).as_chat() | {
        "can_send_gift": True,
        "accepted_gift_types": dict.fromkeys(gifts, True),
        "max_reaction_count": 11,
        "accent_color_id": 0,
    }


def leave_chat(world: World, parameters: Parameters) -> bool:
    """Leave a group."""
    world.chat(parameters.text("chat_id")).leave()
    return True


def message_text(parameters: Parameters) -> FormattedText:
    """Return the text of a call as the chat will show it."""
    if not parameters.text("text"):
        raise bad_request("message text is empty")
    if parameters.text("entities"):
        raise bad_request("entities are not implemented by this stand-in, which takes parse_mode HTML")
    return formatted(parameters.text("text"), parameters.text("parse_mode"))


def open_chat(world: World, parameters: Parameters) -> Chat:
    """Return the chat of a call, where the bot may write to it."""
    chat = world.chat(parameters.text("chat_id"))
    chat.refuse()
    return chat


def _topic(chat: Chat, parameters: Parameters) -> dict[str, Any]:
    """Return what tells the topic of a message; the General one has no number that can be sent to."""
    number = parameters.number("message_thread_id")
    if not number:
        return {}
    if number not in chat.topics:
        raise bad_request("message thread not found")
    if number in chat.closed:
        raise bad_request("TOPIC_CLOSED")
    return {"message_thread_id": number, "is_topic_message": True}


def _replied(chat: Chat, parameters: Parameters) -> int | None:
    given = parameters.decoded("reply_parameters", "reply parameters")
    if given is None:
        message_id = parameters.number("reply_to_message_id")
        lenient = parameters.flag("allow_sending_without_reply")
    elif not isinstance(given, dict):
        raise bad_request("object expected as reply parameters")
    else:
        message_id, lenient = int(given.get("message_id", 0)), bool(given.get("allow_sending_without_reply"))
    if message_id <= 0 or chat.latest(message_id):
        return message_id if message_id > 0 else None
    if lenient:
        return None
    raise bad_request("message to be replied not found")
