"""Presses of buttons, as the server keeps them."""

from __future__ import annotations

import time
from dataclasses import dataclass, field

from .chats import Chat, Message
from .formatted import FormattedText
from .users import User

TOO_OLD = "query is too old and response timeout expired or query ID is invalid"
_LIFE = 10.0  # seconds that an inline query waits for its answer


@dataclass(frozen=True, slots=True)
class CallbackAnswer:
    """What the bot answered to a press: a notice over the chat, or in a dialog where `show_alert`."""

    text: str
    show_alert: bool
    url: str


@dataclass(frozen=True, slots=True)
class InlineResult:
    """What the bot offers: `text` is the message that is sent when it is chosen."""

    id: str
    title: str
    description: str
    text: FormattedText


@dataclass(frozen=True, slots=True)
class InlineAnswer:
    """What the bot answered to an inline query: results, and the button above them with where it leads."""

    results: tuple[InlineResult, ...]
    button: str
    start_parameter: str
    cache_time: int
    is_personal: bool


@dataclass(slots=True)
class InlineQuery:
    """What somebody typed: it waits until it is answered or too old."""

    who: User
    waits: bool = True
    answer: InlineAnswer | None = None
    at: float = field(default_factory=time.monotonic)

    @property
    def is_open(self) -> bool:
        """Whether it can be answered still."""
        return self.waits and time.monotonic() < self.at + _LIFE


@dataclass(slots=True)
class GuestQuery:
    """A mention of the bot where it is no member: it waits until it is answered or too old."""

    chat: Chat
    message: Message
    waits: bool = True


@dataclass(slots=True)
class CallbackQuery:
    """A press of a button: it waits until it is answered or too old."""

    who: User
    where: str
    waits: bool = True
    answer: CallbackAnswer | None = None
