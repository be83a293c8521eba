"""The same conversation without Telegram: lines of standard input become updates for the same application."""

from __future__ import annotations

import asyncio
import re
import sys
import time
from collections.abc import Iterator
from itertools import count
from typing import Any, TextIO

from rich.console import Console
from telegram import Update

from bot.app import App
from bot.screen import CHAT, PERSON, Screen

TOKEN = "0:terminal"  # noqa: S105 - the application wants one; it is never sent anywhere
_YOU = {"id": PERSON, "is_bot": False, "first_name": "You"}


def screen() -> Screen:
    """Return a screen on standard output, with bold type and line breaks between words only on a terminal."""
    for stream in (sys.stdin, sys.stdout):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    terminal = sys.stdout.isatty()
    return Screen(Console(force_terminal=terminal, highlight=False, soft_wrap=not terminal))


def converse(application: App, shown: Screen) -> None:
    """Answer line by line until standard input ends or Ctrl+C is pressed."""
    with asyncio.Runner() as runner:
        runner.run(application.initialize())
        try:
            for line in _opening(sys.stdin):
                runner.run(application.process_update(_update(line, shown, application)))
        except KeyboardInterrupt:
            print()
        finally:
            runner.run(application.shutdown())


def _opening(lines: TextIO) -> Iterator[str]:
    """Yield what is typed, without blank lines; on a terminal begin with /start, as Telegram does, and prompt.

    What comes from elsewhere is printed behind the prompt, so that each answer stands below its question.
    """
    at_terminal = lines.isatty() and sys.stdout.isatty()
    if at_terminal:
        yield "/start"
    while line := _ask(lines, at_terminal):
        if line.strip():
            if not at_terminal:
                print(f"> {line.strip()}")
            yield line.strip()


def _ask(lines: TextIO, at_terminal: bool) -> str:
    """Return the next line, with a prompt before it on a terminal; empty at the end."""
    if at_terminal:
        print("> ", end="", flush=True)
    line = lines.readline()
    if at_terminal and not line:
        print()
    return line


_numbers = count(1)


def _update(line: str, shown: Screen, application: App) -> Update:
    """Return the update that Telegram would make of a line: a press for a button's number, else a message."""
    number = next(_numbers)
    press = shown.press(line)
    if press:
        content: dict[str, Any] = {"callback_query": press | {"id": str(number), "from": _YOU, "chat_instance": "1"}}
    else:
        message = {"message_id": number, "date": int(time.time()), "chat": CHAT, "from": _YOU, "text": line}
        command = re.match(r"/\w+", line)
        if command:
            message["entities"] = [{"type": "bot_command", "offset": 0, "length": command.end()}]
        content = {"message": message}
    return Update.de_json({"update_id": number} | content, application.bot)
