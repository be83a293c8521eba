"""Updates on their way to the webhook, one after the other, each again until it is answered with 2xx."""

from __future__ import annotations

import json
import urllib.request
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit

from .webhook import Webhook
from .world import World, now

_PATIENCE = 10.0  # seconds for an answer; Telegram waits longer
_PAUSE = 0.05  # seconds before an update is brought again; Telegram takes longer


def deliver(world: World) -> None:
    """Bring what waits to the webhook until the world closes; a webhook that is not on this machine gets nothing."""
    while True:
        with world.changed:
            world.changed.wait_for(lambda: world.closed or _has_work(world))
            if world.closed:
                return
            webhook, update = world.webhook, world.updates.pending[0]
        error = _post(webhook, update)
        with world.changed:
            if error:
                webhook.error, webhook.failed_at = error, now()
                world.wait_for(lambda: False, _PAUSE)
            else:
                world.updates.delivered(update)
            world.changed.notify_all()


def _has_work(world: World) -> bool:
    return urlsplit(world.webhook.url).hostname == "127.0.0.1" and bool(world.updates.pending)


def _post(webhook: Webhook, update: dict[str, Any]) -> str:
    """Bring an update, and return why that failed, nothing where it did not."""
    headers = {"Content-Type": "application/json"}
    if webhook.secret:
        headers["X-Telegram-Bot-Api-Secret-Token"] = webhook.secret
    request = urllib.request.Request(webhook.url, json.dumps(update).encode(), headers)
    try:
        urllib.request.urlopen(request, timeout=_PATIENCE).close()
    except HTTPError as error:
        error.close()
        return f"Wrong response from the webhook: {error.code} {error.reason}"
    except URLError as error:
        return str(error.reason)
    except OSError as error:
        return str(error)
    return ""
