"""The queue of updates that wait for the bot."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

_ON_REQUEST = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
DEFAULT_KINDS = frozenset(
    {"message", "edited_message", "channel_post", "edited_channel_post", "callback_query", "my_chat_member"}
    | {"inline_query", "chosen_inline_result", "chat_join_request", "poll", "poll_answer"}
    | {"shipping_query", "pre_checkout_query", "guest_message"}
)
KINDS = DEFAULT_KINDS | _ON_REQUEST


@dataclass(slots=True)
class UpdateQueue:
    """Updates in order, each kept until a later offset confirms it; kinds not allowed never get in."""

    allowed: frozenset[str] = DEFAULT_KINDS
    pending: list[dict[str, Any]] = field(default_factory=list)
    confirmed: list[dict[str, Any]] = field(default_factory=list)
    next_id: int = 100_000_001

    def allow(self, kinds: Any) -> None:
        """Remember the kinds of update to keep from now on: no list changes nothing, an empty one is the default."""
        if isinstance(kinds, list) and all(isinstance(kind, str) for kind in kinds):
            self.allowed = KINDS & {kind.lower() for kind in kinds} or DEFAULT_KINDS

    def push(self, kind: str, body: dict[str, Any]) -> None:
        """Add an update."""
        if kind in self.allowed:
            self.pending.append({"update_id": self.next_id, kind: body})
            self.next_id += 1

    def confirm(self, offset: int) -> None:
        """Forget the updates before `offset`; a negative one keeps only that many from the end."""
        if offset < 0:
            del self.pending[:offset]
        elif offset > 0:
            self.confirmed += [update for update in self.pending if update["update_id"] < offset]
            self.pending = [update for update in self.pending if update["update_id"] >= offset]

    def delivered(self, update: dict[str, Any]) -> None:
        """Note that the webhook took an update."""
        self.confirmed.append(update)
        self.pending = [one for one in self.pending if one is not update]

    def again(self) -> None:
        """Let what was confirmed wait once more, as after an answer that got lost."""
        self.pending += self.confirmed
        self.confirmed = []
