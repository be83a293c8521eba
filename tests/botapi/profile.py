"""What the bot says of itself: its account, commands and descriptions."""

from __future__ import annotations

import json
import re
from typing import Any

from .errors import bad_request
from .parameters import Parameters
from .world import Commands, World

_MAX_COMMANDS = 100
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
    commands = parameters.decoded("commands", "commands") or []
    if not isinstance(commands, list):
        raise bad_request("expected an Array of BotCommand")
    if len(commands) > _MAX_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    world.commands[_audience(parameters)] = [_command(command) for command in commands]
    return True


def get_my_commands(world: World, parameters: Parameters) -> Commands:
    """Return the commands of a scope and language."""
    return world.commands.get(_audience(parameters), [])


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
    world.descriptions[name, parameters.text("language_code")] = parameters.text(name)
    return True


def _audience(parameters: Parameters) -> tuple[str, str]:
    scope = parameters.decoded("scope", "BotCommandScope") or {"type": "default"}
    return json.dumps(scope, sort_keys=True), parameters.text("language_code")


def _command(command: Any) -> dict[str, str]:
    if not isinstance(command, dict):
        raise bad_request("can't parse BotCommand: expected an Object")
    for name in ("command", "description"):
        if name not in command:
            raise bad_request(f"can't parse BotCommand: Can't find field \"{name}\"")
    name, description = command["command"].removeprefix("/"), command["description"]
    if not re.fullmatch("[a-z0-9_]{1,32}", name):
        raise bad_request("BOT_COMMAND_INVALID")
    if not 1 <= len(description) <= 256:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    return {"command": name, "description": description}
