"""Accounts: the bot and the people who write to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class User:
    """An account as the Bot API shows it."""

    id: int
    first_name: str
    last_name: str | None = None
    username: str | None = None
    language_code: str | None = None
    is_bot: bool = False

    def as_json(self) -> dict[str, Any]:
        """Return the account without the fields that are unknown."""
        fields = {name: getattr(self, name) for name in self.__slots__}
        return {name: value for name, value in fields.items() if value is not None}

    def as_chat(self) -> dict[str, Any]:
        """Return the private chat with this person."""
        shown = self.as_json()
        names: dict[str, Any] = {name: shown[name] for name in ("first_name", "last_name", "username") if name in shown}
        return {"id": self.id, **names, "type": "private"}
