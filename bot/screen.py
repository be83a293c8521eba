"""The Bot API as the terminal sees it: what the bot would send is printed."""

from __future__ import annotations

import json
import time
from html.parser import HTMLParser
from itertools import chain
from typing import Any

from rich.console import Console
from rich.text import Text
from telegram.request import BaseRequest, RequestData

PERSON = 1  # id of the one person at the terminal, and of their chat
CHAT = {"id": PERSON, "type": "private", "first_name": "You"}
BOT = {"id": 2, "is_bot": True, "first_name": "Bot", "username": "terminal_bot"}


class Screen(BaseRequest):
    """Prints messages with their buttons; these are numbered on and on, so that every one stays in reach."""

    def __init__(self, console: Console) -> None:
        """Print to `console`."""
        self._console = console
        self._messages = 0
        self._buttons: list[dict[str, Any]] = []

    @property
    def read_timeout(self) -> float | None:
        """Nothing to wait for."""
        return None

    async def initialize(self) -> None:
        """Need nothing."""

    async def shutdown(self) -> None:
        """Leave nothing."""

    def press(self, number: str) -> dict[str, Any] | None:
        """Return what Telegram tells of a press of the button with this number; None where there is none."""
        known = number.isdecimal() and 1 <= int(number) <= len(self._buttons)
        return self._buttons[int(number) - 1] if known else None

    def show(self, text: str) -> None:
        """Print a text that is no message of the bot."""
        self._console.print(Text(text))

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *args: Any, **kwargs: Any
    ) -> tuple[int, bytes]:
        """Carry out one method of the Bot API and return the status and the JSON that a server would."""
        parameters = request_data.parameters if request_data else {}
        name = url.rpartition("/")[2]
        if name in ("sendMessage", "editMessageText"):
            return _ok(self._print(parameters))
        if name == "editMessageReplyMarkup":
            return _ok(self._offer(parameters, ""))
        if name == "answerCallbackQuery":
            self._console.print(parameters.get("text") or "", end="\n\n" if "text" in parameters else "")
            return _ok(True)
        return _ok(BOT if name == "getMe" else True)

    def _print(self, parameters: dict[str, Any]) -> dict[str, Any]:
        """Print a message and its buttons, and return it."""
        text = formatted(parameters["text"]) if parameters.get("parse_mode") == "HTML" else Text(parameters["text"])
        self._console.print(text if self._console.is_terminal else marked(text))
        return self._offer(parameters, text.plain)

    def _offer(self, parameters: dict[str, Any], text: str) -> dict[str, Any]:
        """Print the buttons of a message, and return it."""
        self._messages += 1
        markup = parameters.get("reply_markup", {"inline_keyboard": []})
        message = {"message_id": self._messages, "date": int(time.time()), "chat": CHAT, "text": text}
        message |= {"reply_markup": markup}
        labels = []
        for button in chain(*markup["inline_keyboard"]):
            self._buttons.append({"message": message, "data": button["callback_data"]})
            labels.append(f"[{len(self._buttons)}] {button['text']}")
        self._console.print(Text("\n" + "  ".join(labels) + "\n" if labels else ""))
        return message


class _Formatter(HTMLParser):
    """Turns Telegram's HTML into text with styles; an address stands after the words that link to it."""

    def __init__(self) -> None:
        """Begin with no text."""
        super().__init__()
        self.text = Text()
        self._styles: list[str] = []
        self._address: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin bold or a link."""
        self._styles.append("bold" if tag == "b" else "underline")
        self._address = dict(attrs).get("href", self._address)

    def handle_endtag(self, tag: str) -> None:
        """End what began last."""
        self._styles.pop()
        if tag == "a":
            self.text.append(f" ({self._address})")

    def handle_data(self, data: str) -> None:
        """Add words in the style that they stand in."""
        self.text.append(data, " ".join(self._styles))


def formatted(html: str) -> Text:
    """Return Telegram's HTML as text for the terminal."""
    formatter = _Formatter()
    formatter.feed(html)
    formatter.close()
    return formatter.text


def marked(text: Text) -> Text:
    """Return `text` with two asterisks on each side of what is bold, for where bold can't be seen."""
    for span in reversed(text.spans):
        if span.style == "bold":
            text = Text.assemble(text[: span.start], "**", text[span.start : span.end], "**", text[span.end :])
    return text


def _ok(result: object) -> tuple[int, bytes]:
    """Return a successful reply."""
    return 200, json.dumps({"ok": True, "result": result}).encode()
