"""Channels: their posts, which the bot sees where it is an admin, and what groups see of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from .events import Happened
from .people import typed
from .world import World, now


@dataclass(frozen=True, slots=True)
class Channel:
    """A channel, whose posts appear in the group that discusses it, and as which its owners can write in groups."""

    id: int
    title: str
    _world: World

    def as_chat(self) -> dict[str, Any]:
        """Return the channel as the Bot API shows it."""
        return {"id": self.id, "title": self.title, "type": "channel"}

    def origin(self) -> dict[str, Any]:
        """Return what a message says that is forwarded from this channel."""
        return {"type": "channel", "chat": self.as_chat(), "message_id": 1, "date": now()}

    def posts(self, text: str) -> int:
        """Post a text, of which the bot is told as an admin, and return the post's number."""
        with self._world.changed:
            number = next(self._world.message_ids)
            self._world.push("channel_post", self._post(number, text))
            self._world.events.append(Happened(f"Channel “{self.title}”", text))
            return number

    def edits(self, number: int, text: str) -> None:
        """Change a post."""
        with self._world.changed:
            self._world.push("edited_channel_post", self._post(number, text) | {"edit_date": now()})
            self._world.events.append(Happened(f"Channel “{self.title}”", f"A post is edited: {text}"))

    def _post(self, number: int, text: str) -> dict[str, Any]:
        parts = typed(text)
        entities = [entity.as_json() for entity in parts.entities]
        who = {"message_id": number, "chat": self.as_chat(), "sender_chat": self.as_chat(), "date": now()}
        return who | {"text": parts.text, "entities": entities}
