"""Presses of buttons, as the server keeps them."""

from __future__ import annotations

from dataclasses import dataclass

from .formatted import FormattedText


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

    waits: bool = True
    answer: InlineAnswer | None = None


@dataclass(slots=True)
class CallbackQuery:
    """A press of a button: it waits until it is answered or too old."""

    waits: bool = True
    answer: CallbackAnswer | None = None
