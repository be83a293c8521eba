"""What the Bot API answers when a call fails."""

from __future__ import annotations

from typing import Any


class ApiError(Exception):
    """A call failed with `code`; `parameters` are what Telegram adds, such as `retry_after`."""

    def __init__(self, code: int, description: str, **parameters: int | None) -> None:
        """Keep what the answer is made of, less the parameters that are None."""
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = {name: value for name, value in parameters.items() if value is not None}

    def as_json(self) -> dict[str, Any]:
        """Return the body of the answer."""
        body: dict[str, Any] = {"ok": False, "error_code": self.code, "description": self.description}
        return body | {"parameters": self.parameters} if self.parameters else body


class Dropped(Exception):
    """The connection closes without an answer."""


def bad_request(what: str) -> ApiError:
    """Return a 400 that says `what`, its first letter in lower case unless it is one of the server's CODES."""
    if not (what[1:2] == "_" or "A" <= what[1:2] <= "Z"):
        what = what[:1].lower() + what[1:]
    return ApiError(400, f"Bad Request: {what}")
