"""Where the server brings updates, and how that went."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class Webhook:
    """An address, empty where updates are fetched; `error` is why the last delivery failed."""

    url: str = ""
    secret: str = ""
    error: str = ""
    failed_at: int = 0
