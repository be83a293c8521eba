"""The parameters of a call, however they were sent."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl

from .errors import bad_request


@dataclass(frozen=True, slots=True)
class Parameters:
    """What came with a call: every value is a text, nested values are JSON."""

    values: dict[str, str]

    def text(self, name: str) -> str:
        """Return a text, empty where it was not given."""
        return self.values.get(name, "")

    def flag(self, name: str) -> bool:
        """Tell whether a flag is set."""
        return self.text(name).lower() in ("true", "yes", "1")

    def number(self, name: str, default: int = 0) -> int:
        """Return a whole number, `default` where none was given."""
        try:
            return int(self.text(name))
        except ValueError:
            return default

    def decoded(self, name: str, what: str) -> Any:
        """Return a nested value, None where it was not given; `what` names it in the error for bad JSON."""
        if not self.text(name):
            return None
        try:
            return json.loads(self.text(name))
        except ValueError:
            raise bad_request(f"can't parse {what} JSON object") from None


def read_parameters(query: str, content_type: str, body: bytes) -> Parameters:
    """Return the parameters in a URL's query and in a body; bodies of unknown types hold none."""
    values = _form(query.encode())
    reader = _READERS.get(content_type.partition(";")[0].strip().lower())
    return Parameters(values | reader(body) if reader else values)


def _form(body: bytes) -> dict[str, str]:
    return dict(parse_qsl(body.decode(), keep_blank_values=True))


def _json(body: bytes) -> dict[str, str]:
    given = json.loads(body)
    return {name: value if isinstance(value, str) else json.dumps(value) for name, value in given.items()}


_READERS: dict[str, Callable[[bytes], dict[str, str]]] = {
    "application/x-www-form-urlencoded": _form,
    "application/json": _json,
}
