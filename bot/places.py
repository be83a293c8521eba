"""Where a message stands and where an answer goes: a chat, and the forum topic in it."""

from __future__ import annotations

from dataclasses import dataclass

from telegram import Chat, MaybeInaccessibleMessage, Message

# A topic that every forum has; the server knows no thread of this number.
_GENERAL = 1


@dataclass(frozen=True, slots=True)
class Place:
    """A chat, and the topic where it is a forum."""

    chat: Chat
    topic: int | None = None

    @classmethod
    def of(cls, message: MaybeInaccessibleMessage) -> Place:
        """Return where a message stands."""
        # Chains of replies bear a thread id as well, which is no topic.
        topic = message.message_thread_id if isinstance(message, Message) and message.is_topic_message else None
        return cls(message.chat, None if topic == _GENERAL else topic)

    @property
    def key(self) -> tuple[int, int | None]:
        """What tells this place from others."""
        return self.chat.id, self.topic

    @property
    def in_group(self) -> bool:
        """Whether others read along."""
        return self.chat.type != Chat.PRIVATE
