"""Presses of buttons, as the server keeps them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CallbackAnswer:
    """What the bot answered to a press: a notice over the chat, or in a dialog where `show_alert`."""

    text: str
    show_alert: bool
    url: str


@dataclass(slots=True)
class CallbackQuery:
    """A press of a button: it waits until it is answered or too old."""

    waits: bool = True
    answer: CallbackAnswer | None = None
