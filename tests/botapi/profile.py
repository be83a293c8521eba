"""What the bot says of itself: its account, commands and descriptions."""

from __future__ import annotations

import json
import re
from typing import Any

from .errors import bad_request
from .groupchats import GroupChat
from .parameters import Parameters
from .world import Commands, World

_MAX_COMMANDS = 100
_SCOPES = ("default", "all_private_chats", "all_group_chats", "all_chat_administrators")
_CHAT_SCOPES = ("chat", "chat_administrators", "chat_member")
_MAX_DESCRIPTION = 512
_MAX_SHORT_DESCRIPTION = 120


def get_me(world: World, _: Parameters) -> dict[str, Any]:
    """Tell about the bot's own account."""
    denied = ("can_connect_to_business", "has_main_web_app", "has_topics_enabled", "allows_users_to_create_topics",
              "can_manage_bots")  # fmt: skip
    rights = world.powers | {"can_read_all_group_messages": world.reads_all}
    return world.me.as_json() | rights | dict.fromkeys(denied, False)


def set_my_commands(world: World, parameters: Parameters) -> bool:
    """Set the commands of a scope and language."""
    given = parameters.decoded("commands", "commands") or []
    if not isinstance(given, list):
        raise bad_request("expected an Array of BotCommand")
    for command in given:
        _check_shape(command)
    audience = _audience(world, parameters)
    commands = [_command(command) for command in given]
    if len(commands) > _MAX_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    world.commands[audience] = commands
    return True


def get_my_commands(world: World, parameters: Parameters) -> Commands:
    """Return the commands of a scope and language."""
    return world.commands.get(_audience(world, parameters), [])


def set_my_description(world: World, parameters: Parameters) -> bool:
    """Set what an empty chat with the bot shows."""
    return _describe(world, parameters, "description", _MAX_DESCRIPTION)


def set_my_short_description(world: World, parameters: Parameters) -> bool:
    """Set what the bot's profile shows."""
    return _describe(world, parameters, "short_description", _MAX_SHORT_DESCRIPTION)


def leave(_: World, __: Parameters) -> bool:
    """Accept logOut and close, which change nothing here."""
    return True


def _describe(world: World, parameters: Parameters, name: str, longest: int) -> bool:
    if len(parameters.text(name)) > longest:
        raise bad_request("DESCRIPTION_TOO_LONG")
    world.descriptions[name, _language(parameters)] = parameters.text(name)
    return True


def _audience(world: World, parameters: Parameters) -> tuple[str, str]:
    """Return for whom a list of commands is: their scope and language."""
    scope = parameters.decoded("scope", "BotCommandScope") or {"type": "default"}
    problem = "can't parse BotCommandScope: "
    if not isinstance(scope, dict):
        raise bad_request(f"{problem}expected an Object")
    if scope.get("type") not in (*_SCOPES, *_CHAT_SCOPES):
        raise bad_request(f"{problem}unsupported type specified")
    if scope["type"] in _CHAT_SCOPES:
        private = not isinstance(world.chat(str(scope.get("chat_id", ""))), GroupChat)
        if private and scope["type"] != "chat":
            raise bad_request("can't use specified scope in private chats")
    return json.dumps(scope, sort_keys=True), _language(parameters)


def _language(parameters: Parameters) -> str:
    """Return the language of a call, empty for all that have no list of their own; longer tags are refused."""
    code = parameters.text("language_code")
    if not re.fullmatch("([a-z][a-z])?", code):
        raise bad_request("invalid language code specified")
    return code


def _check_shape(command: Any) -> None:
    if not isinstance(command, dict):
        raise bad_request("can't parse BotCommand: expected an Object")
    for name in ("command", "description"):
        if name not in command:
            raise bad_request(f"can't parse BotCommand: Can't find field \"{name}\"")


def _command(given: dict[str, str]) -> dict[str, str]:
    name, description = given["command"].strip().removeprefix("/"), given["description"].strip()
    for what, text, longest in (("command", name, 32), ("command description", description, 256)):
        if not text:
            raise bad_request(f"{what} must be non-empty")
        if len(text) > longest:
            raise bad_request(f"{what} length must not exceed {longest}")
    if not re.fullmatch("[a-z0-9_]+", name):
        raise bad_request("BOT_COMMAND_INVALID")
    return {"command": name, "description": description}
