"""A plain HTTP client of the stand-in, for its own tests."""

from __future__ import annotations

import json
from types import TracebackType
from typing import Any, Self

import httpx

from .api import BotApi


class Caller:
    """Calls methods as a bot does, form-encoded, over one connection."""

    def __init__(self, api: BotApi) -> None:
        """Speak to this server with its own token."""
        self.http = httpx.Client(base_url=f"{api.url}/bot{api.token}/", timeout=30, verify=False)

    def __enter__(self) -> Self:
        """Keep the connection open."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        """Close the connection."""
        self.http.close()

    def raw(self, method: str, **parameters: Any) -> httpx.Response:
        """Call a method, nested values as JSON."""
        form = {name: value if isinstance(value, str) else json.dumps(value) for name, value in parameters.items()}
        return self.http.post(method, data=form)

    def __call__(self, method: str, **parameters: Any) -> Any:
        """Call a method and return its result."""
        body = self.raw(method, **parameters).json()
        assert body["ok"], body
        return body["result"]

    def error(self, method: str, **parameters: Any) -> tuple[int, str]:
        """Call a method that fails and return its error's code and description."""
        response = self.raw(method, **parameters)
        body = response.json()
        assert (body["ok"], body["error_code"]) == (False, response.status_code)
        return body["error_code"], body["description"]
