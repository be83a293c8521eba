"""The bot's reactions to messages."""

from __future__ import annotations

from typing import Any

from telegram.constants import ReactionEmoji

from .errors import bad_request
from .parameters import Parameters
from .world import World

_EMOJI = frozenset(one.value for one in ReactionEmoji)


def set_message_reaction(world: World, parameters: Parameters) -> bool:
    """React to a message with one emoji, or with none any more."""
    given = parameters.decoded("reaction", "reaction types")
    if given is not None and not isinstance(given, list):
        raise bad_request("expected an Array of ReactionType")
    chosen = [_emoji(one) for one in given or ()]
    chat, number = world.chat(parameters.text("chat_id")), parameters.number("message_id")
    chat.refuse_stranger()
    if chat.latest(number) is None:
        raise bad_request("message to react not found")
    if len(chosen) > 1:
        raise bad_request("REACTIONS_TOO_MANY")
    if not set(chosen) <= _EMOJI:
        raise bad_request("REACTION_INVALID")
    emoji = chosen[0] if chosen else ""
    before = chat.reactions.get(number, "")
    if not emoji and not before:
        raise bad_request("REACTION_EMPTY")
    if emoji != before:
        chat.react(number, emoji)
    return True


def _emoji(reaction: Any) -> str:
    """Return the emoji of a reaction; raises ApiError for what is no reaction with an emoji."""
    problem = "can't parse ReactionType: "
    if not isinstance(reaction, dict):
        raise bad_request(f"{problem}expected an Object")
    for name in ("type", "emoji"):
        if not isinstance(reaction.get(name), str):
            raise bad_request(f'{problem}Can\'t find field "{name}"')
        if reaction["type"] != "emoji":  # custom emoji are for few bots, paid ones for none
            raise bad_request(f"{problem}invalid reaction type specified")
    return str(reaction["emoji"])
