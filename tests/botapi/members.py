"""Questions about who is in a group."""

from __future__ import annotations

from typing import Any

from .errors import bad_request
from .groupchats import GroupChat, as_member
from .parameters import Parameters
from .world import World


def get_chat_member(world: World, parameters: Parameters) -> dict[str, Any]:
    """Tell the status of one account in a group; one that was never there has left."""
    group, number = _group(world, parameters), parameters.number("user_id")
    if number == world.me.id:
        return as_member(world.me, group.status)
    if member := group.member(number):
        return as_member(*member)
    if number not in world.chats:
        raise bad_request("invalid user_id specified")
    return as_member(world.chats[number].user, "left")


def get_chat_administrators(world: World, parameters: Parameters) -> list[dict[str, Any]]:
    """Return the creator and the admins of a group, this bot included where it is one."""
    group = _group(world, parameters)
    everyone = [*group.members.values(), (world.me, group.status)]
    return [as_member(user, status) for user, status in everyone if status in ("creator", "administrator")]


def _group(world: World, parameters: Parameters) -> GroupChat:
    chat = world.chat(parameters.text("chat_id"))
    if not isinstance(chat, GroupChat):
        raise bad_request("there are no administrators in the private chat")
    chat.refuse_stranger()
    return chat
