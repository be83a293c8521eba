"""How the bot gets its updates: by long polling, or by a webhook that is only recorded here."""

from __future__ import annotations

from typing import Any

from .errors import ApiError
from .parameters import Parameters
from .updates import DEFAULT_KINDS
from .world import World

_MAX_TIMEOUT = 50
_WEBHOOK_ACTIVE = (
    "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
)
_OTHER_POLL = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
_WEBHOOK_SET = "Conflict: terminated by setWebhook request"


def get_updates(world: World, parameters: Parameters) -> list[dict[str, Any]]:
    """Wait for updates and return them; a poll that is already waiting ends with a conflict."""
    if world.webhook_url:
        raise ApiError(409, _WEBHOOK_ACTIVE)
    world.updates.allow(parameters.decoded("allowed_updates", "allowed updates"))
    world.updates.confirm(parameters.number("offset"))
    limit = min(max(parameters.number("limit", 100), 1), 100)
    poll = world.poll = object()
    world.changed.notify_all()
    seconds = min(max(parameters.number("timeout"), 0), _MAX_TIMEOUT)
    world.wait_for(lambda: world.poll is not poll or bool(world.updates.pending), seconds)
    if world.poll is not poll:
        raise ApiError(409, _WEBHOOK_SET if world.webhook_url else _OTHER_POLL)
    world.poll = None
    return world.updates.pending[:limit]


def set_webhook(world: World, parameters: Parameters) -> bool:
    """Record the webhook's URL and end the poll that is waiting; no update is delivered to the URL."""
    world.webhook_url = parameters.text("url")
    world.updates.allow(parameters.decoded("allowed_updates", "allowed updates"))
    if parameters.flag("drop_pending_updates"):
        world.updates.pending.clear()
    if world.webhook_url:
        world.poll = None
    return True


def delete_webhook(world: World, parameters: Parameters) -> bool:
    """Forget the webhook's URL."""
    return set_webhook(world, Parameters({**parameters.values, "url": ""}))


def get_webhook_info(world: World, _: Parameters) -> dict[str, Any]:
    """Tell the webhook's URL and how many updates wait."""
    pending, allowed = world.updates.pending, world.updates.allowed
    info = {"url": world.webhook_url, "has_custom_certificate": False, "pending_update_count": len(pending)}
    return info if allowed == DEFAULT_KINDS else info | {"allowed_updates": sorted(allowed)}
