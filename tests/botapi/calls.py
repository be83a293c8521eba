"""The record of what the bot called."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Call:
    """A call that was answered: `status` is the HTTP status, 0 where the connection was dropped.

    `parameters` are the texts as they were sent; `at` is `time.monotonic()` when the call came in.
    """

    method: str
    parameters: Mapping[str, str]
    status: int
    description: str
    at: float

    def value(self, name: str) -> Any:
        """Return a parameter that was sent as JSON, decoded; None where it was not sent."""
        return json.loads(self.parameters[name]) if name in self.parameters else None
