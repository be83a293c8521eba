"""How the bot fetches its updates: by long polling."""

from __future__ import annotations

from typing import Any

from .errors import ApiError
from .parameters import Parameters
from .world import World

_MAX_TIMEOUT = 50
_WEBHOOK_ACTIVE = (
    "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
)
_OTHER_POLL = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
_WEBHOOK_SET = "Conflict: terminated by setWebhook request"


def get_updates(world: World, parameters: Parameters) -> list[dict[str, Any]]:
    """Wait for updates and return them; a poll that is already waiting ends with a conflict."""
    if world.webhook.url:
        raise ApiError(409, _WEBHOOK_ACTIVE)
    world.updates.allow(parameters.decoded("allowed_updates", "allowed updates"))
    world.updates.confirm(parameters.number("offset"))
    limit = min(max(parameters.number("limit", 100), 1), 100)
    poll = world.poll = object()
    world.changed.notify_all()
    seconds = min(max(parameters.number("timeout"), 0), _MAX_TIMEOUT)
    world.wait_for(lambda: world.poll is not poll or bool(world.updates.pending), seconds)
    if world.poll is not poll:
        raise ApiError(409, _WEBHOOK_SET if world.webhook.url else _OTHER_POLL)
    world.poll = None
    return world.updates.pending[:limit]
