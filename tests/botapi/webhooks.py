"""Setting and deleting the webhook."""

from __future__ import annotations

import re
from typing import Any

from .errors import bad_request
from .parameters import Parameters
from .updates import DEFAULT_KINDS
from .webhook import Webhook
from .world import World

_MAX_SECRET = 256


def set_webhook(world: World, parameters: Parameters) -> bool:
    """Bring updates to a URL from now on, and end the poll that is waiting; http will do, as on a server of one's own.

    An empty URL lets updates be fetched again.
    """
    secret = parameters.text("secret_token")
    if len(secret) > _MAX_SECRET:
        raise bad_request("secret token is too long")
    if not re.fullmatch("[A-Za-z0-9_-]*", secret):
        raise bad_request("secret token contains unallowed characters")
    world.webhook = Webhook(parameters.text("url"), secret)
    world.updates.allow(parameters.decoded("allowed_updates", "allowed updates"))
    if parameters.flag("drop_pending_updates"):
        world.updates.pending.clear()
    if world.webhook.url:
        world.poll = None
    return True


def delete_webhook(world: World, parameters: Parameters) -> bool:
    """Forget the webhook."""
    return set_webhook(world, Parameters({**parameters.values, "url": ""}))


def get_webhook_info(world: World, _: Parameters) -> dict[str, Any]:
    """Tell the webhook's URL, how many updates wait, and why the last delivery failed."""
    webhook, pending, allowed = world.webhook, world.updates.pending, world.updates.allowed
    info = {"url": webhook.url, "has_custom_certificate": False, "pending_update_count": len(pending)}
    if webhook.error:
        info |= {"last_error_date": webhook.failed_at, "last_error_message": webhook.error}
    return info if allowed == DEFAULT_KINDS else info | {"allowed_updates": sorted(allowed)}
