"""Chats and the messages in them, as the server keeps them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from .errors import ApiError, bad_request
from .events import Deleted, Event, Reacted, Written
from .formatted import FormattedText
from .users import User


@dataclass(frozen=True, slots=True)
class Message:
    """One version of a message; `content` holds what is no text, `source` the text before it was parsed."""

    id: int
    sender: User
    date: int
    text: FormattedText | None = None
    source: str = ""
    markup: dict[str, Any] | None = None
    reply_to: int | None = None
    content: dict[str, Any] = field(default_factory=dict)
    edit_date: int | None = None


@dataclass(slots=True)
class Chat:
    """A chat: every message with all its versions, oldest first; `events` are those of all chats."""

    user: User
    events: list[Event] = field(default_factory=list)
    blocked: bool = False
    messages: dict[int, list[Message]] = field(default_factory=dict)
    deleted: set[int] = field(default_factory=set)
    reactions: dict[int, str] = field(default_factory=dict)
    topics: set[int] = field(default_factory=set)
    closed: set[int] = field(default_factory=set)

    def refuse(self) -> None:
        """Raise the error of a call that writes to this chat, where the bot can't."""
        self.refuse_stranger()

    def refuse_stranger(self) -> None:
        """Raise the error of a call for those who are in this chat, where the bot is not."""
        if self.blocked:
            raise ApiError(403, "Forbidden: bot was blocked by the user")

    def leave(self) -> None:
        """Let the bot leave."""
        raise bad_request("chat member status can't be changed in private chats")

    def as_chat(self) -> dict[str, Any]:
        """Return the chat as the Bot API shows it."""
        return self.user.as_chat()

    def keep(self, message: Message) -> None:
        """Keep a new message, or a new version of one."""
        versions = self.messages.setdefault(message.id, [])
        before = versions[-1] if versions else None
        versions.append(message)
        replied = self.latest(message.reply_to) if message.reply_to else None
        self.events.append(Written(self.where(message), message, before, replied))

    def delete(self, message_id: int) -> None:
        """Delete a message that is there."""
        self.events.append(Deleted(self.where(self.messages[message_id][-1]), self.messages[message_id][-1]))
        self.deleted.add(message_id)

    def react(self, message_id: int, emoji: str) -> None:
        """Put the bot's reaction to a message, none where it is empty."""
        message = self.messages[message_id][-1]
        self.reactions[message_id] = emoji
        self.events.append(Reacted(self.where(message), message, emoji))

    def where(self, message: Message | None = None) -> str:
        """Return how a transcript names this chat, or the part of it in which the message stands."""
        return f"Private chat with {self.user.first_name}"

    def latest(self, message_id: int) -> Message | None:
        """Return the message as it stands now, None where there is none or it was deleted."""
        return None if message_id in self.deleted or message_id not in self.messages else self.messages[message_id][-1]

    def from_bot(self) -> list[int]:
        """Return the ids of the messages that the bot sent, in order, deleted ones included."""
        return [number for number, versions in self.messages.items() if versions[0].sender.is_bot]

    def shown(self, message: Message, with_reply: bool = True) -> dict[str, Any]:
        """Return a message as the Bot API shows it; the one it replies to comes without its own."""
        body: dict[str, Any] = {"message_id": message.id, "from": message.sender.as_json()}
        body |= {"chat": self.as_chat(), "date": message.date}
        if message.edit_date is not None:
            body["edit_date"] = message.edit_date
        replied = self.latest(message.reply_to) if with_reply and message.reply_to else None
        if replied:
            body["reply_to_message"] = self.shown(replied, with_reply=False)
        if message.text:
            body["text"] = message.text.text
            if message.text.entities:
                body["entities"] = [entity.as_json() for entity in message.text.entities]
        body |= message.content
        return body | {"reply_markup": message.markup} if message.markup else body
