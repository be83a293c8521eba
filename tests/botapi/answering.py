"""From a call to its answer, and into the record."""

from __future__ import annotations

import time
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from .calls import Call
from .errors import ApiError, Dropped
from .faults import strike
from .methods import handler, spelled
from .parameters import Parameters
from .world import World


@dataclass(frozen=True, slots=True)
class Reply:
    """The HTTP status and the JSON of an answer."""

    status: int
    body: dict[str, Any]


def answer(world: World, token: str, method: str, parameters: Parameters) -> Reply | None:
    """Answer a call and record it; None where the connection is to close without an answer."""
    at = time.monotonic()
    name = spelled(method)
    with world.changed:
        reply = _reply(world, token, name, parameters)
        status, description = (reply.status, reply.body.get("description", "")) if reply else (0, "dropped")
        world.calls.append(Call(name, MappingProxyType(parameters.values), status, description, at))
        world.changed.notify_all()
    return reply


def _reply(world: World, token: str, method: str, parameters: Parameters) -> Reply | None:
    try:
        if token != world.token:
            raise ApiError(401, "Unauthorized")
        handle = handler(method)
        strike(world.faults, method, parameters, world.pause)
        return Reply(200, {"ok": True, "result": handle(world, parameters)})
    except ApiError as error:
        return Reply(error.code, error.as_json())
    except Dropped:
        return None
