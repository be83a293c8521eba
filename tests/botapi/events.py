"""What happens as people see it, of which a transcript is made. `where` names the chat, and the topic in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .users import User

if TYPE_CHECKING:  # chats and queries keep events themselves
    from .chats import Message
    from .queries import CallbackAnswer, InlineAnswer

ANYWHERE = "Behind the bot's name, in any chat"


@dataclass(frozen=True, slots=True)
class Written:
    """A message that replies to `replied`; where it was edited, `before` is how it read."""

    where: str
    message: Message
    before: Message | None
    replied: Message | None


@dataclass(frozen=True, slots=True)
class Deleted:
    """A message is gone."""

    where: str
    message: Message


@dataclass(frozen=True, slots=True)
class Reacted:
    """The bot reacts to a message with an emoji, or takes its reaction off where that is empty."""

    where: str
    message: Message
    emoji: str


@dataclass(frozen=True, slots=True)
class Pressed:
    """Somebody presses a button under a message, which may be gone."""

    where: str
    who: User
    button: str
    message: Message | None


@dataclass(frozen=True, slots=True)
class Told:
    """Who pressed a button sees the answer to that."""

    where: str
    who: User
    answer: CallbackAnswer


@dataclass(frozen=True, slots=True)
class Offered:
    """Who types behind the bot's name sees what the bot offers."""

    where: str
    who: User
    answer: InlineAnswer


@dataclass(frozen=True, slots=True)
class Happened:
    """Something else, in a sentence."""

    where: str
    words: str


Event = Written | Deleted | Reacted | Pressed | Told | Offered | Happened
