"""Which methods there are and who handles them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from . import callbacks, editing, files, guests, inline, members, polling, profile, reactions, sending, webhooks
from .errors import ApiError
from .parameters import Parameters
from .world import World

Handler = Callable[[World, Parameters], Any]

METHODS: dict[str, Handler] = {
    "getMe": profile.get_me,
    "setMyCommands": profile.set_my_commands,
    "getMyCommands": profile.get_my_commands,
    "setMyDescription": profile.set_my_description,
    "setMyShortDescription": profile.set_my_short_description,
    "logOut": profile.leave,
    "close": profile.leave,
    "getUpdates": polling.get_updates,
    "setWebhook": webhooks.set_webhook,
    "deleteWebhook": webhooks.delete_webhook,
    "getWebhookInfo": webhooks.get_webhook_info,
    "getChat": sending.get_chat,
    "getChatMember": members.get_chat_member,
    "getChatAdministrators": members.get_chat_administrators,
    "leaveChat": sending.leave_chat,
    "getFile": files.get_file,
    "sendMessage": sending.send_message,
    "sendChatAction": sending.send_chat_action,
    "editMessageText": editing.edit_message_text,
    "editMessageReplyMarkup": editing.edit_message_reply_markup,
    "deleteMessage": editing.delete_message,
    "setMessageReaction": reactions.set_message_reaction,
    "answerInlineQuery": inline.answer_inline_query,
    "answerGuestQuery": guests.answer_guest_query,
    "answerCallbackQuery": callbacks.answer_callback_query,
}
_SPELLING = {name.lower(): name for name in METHODS}


def spelled(method: str) -> str:
    """Return the method's name as documented, whatever its case; unknown names as they are."""
    return _SPELLING.get(method.lower(), method)


def handler(method: str) -> Handler:
    """Return who handles a method."""
    if method not in METHODS:
        raise ApiError(404, "Not Found: method not found")
    return METHODS[method]
