"""Callback queries: a press of a button waits for one answer."""

from __future__ import annotations

from .errors import bad_request
from .events import Told
from .parameters import Parameters
from .queries import TOO_OLD, CallbackAnswer
from .world import World

_MAX_LENGTH = 200


def answer_callback_query(world: World, parameters: Parameters) -> bool:
    """Answer a press, once and only while it waits."""
    query = world.queries.get(parameters.text("callback_query_id"))
    if query is None or not query.waits:
        raise bad_request(TOO_OLD)
    text = parameters.text("text")
    if len(text) > _MAX_LENGTH:
        raise bad_request("MESSAGE_TOO_LONG")
    query.waits = False
    query.answer = CallbackAnswer(text, parameters.flag("show_alert"), parameters.text("url"))
    if text:
        world.events.append(Told(query.where, query.who, query.answer))
    return True
