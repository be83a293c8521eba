"""An update is handled once, also over a restart."""

from __future__ import annotations

import asyncio
import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import pytest
from telegram import Chat, Message, Update

from bot import inbox
from bot.inbox import Inbox
from tests.botapi import BotApi

from .running import QUESTION, TARGET, RunningBot


def asks(number: int, text: str = "Why?") -> Update:
    """Return an update of this number."""
    return Update(number, message=Message(1, datetime(2026, 1, 2, tzinfo=UTC), Chat(5, "private"), text=text))


def handled(home: Path, *updates: Update) -> list[int]:
    """Let an inbox take updates, and return the numbers of those that reached the handlers."""
    handlers: asyncio.Queue[object] = asyncio.Queue()
    opened = Inbox(home, handlers)
    for update in updates:
        opened.take(update)
    opened.close()
    reached = [handlers.get_nowait() for _ in range(handlers.qsize())]
    return [update.update_id for update in reached if isinstance(update, Update)]


def test_an_update_is_handled_once(home: Path) -> None:
    """The second time it is dropped, also by another inbox on the same home."""
    assert handled(home, asks(1), asks(1), asks(2)) == [1, 2]
    assert handled(home, asks(2), asks(3), asks(1)) == [3]


def test_updates_out_of_order_are_all_handled(home: Path) -> None:
    """A smaller number after a larger one is as new as any."""
    assert handled(home, asks(9), asks(3), asks(5)) == [9, 3, 5]


def test_another_update_may_have_the_same_number(home: Path) -> None:
    """A server of one's own that was set up anew counts from the start again."""
    assert handled(home, asks(1, "Why?"), asks(1, "When?")) == [1, 1]


def test_the_oldest_are_forgotten(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only so many are kept, and the newest of them."""
    monkeypatch.setattr(inbox, "_KEPT", 2)
    assert handled(home, asks(1), asks(2), asks(3), asks(4)) == [1, 2, 3, 4]
    with sqlite3.connect(home / "updates.sqlite") as connection:
        assert connection.execute("SELECT count(*) FROM updates").fetchone() == (2,)
    connection.close()
    assert handled(home, asks(4), asks(3), asks(1)) == [1]


def test_what_cannot_be_noted_is_handled(home: Path, caplog: pytest.LogCaptureFixture) -> None:
    """A database that is damaged while the bot runs is a line of the log, and nobody is left without an answer."""
    handlers: asyncio.Queue[object] = asyncio.Queue()
    opened = Inbox(home, handlers)
    with sqlite3.connect(home / "updates.sqlite") as connection:
        connection.execute("DROP TABLE updates")
    connection.close()
    opened.take(asks(7))
    opened.close()
    assert handlers.qsize() == 1
    [record] = caplog.records
    assert record.getMessage().startswith("update 7 may be handled twice: ")


def test_nobody_is_answered_twice_after_a_crash(newsroom: Path) -> None:
    """A bot that was killed gets updates again that it answered, drops them, and answers new ones."""
    with BotApi() as api:
        ann = api.person("Ann")
        settings = {"BOT_TOKEN": api.token, "BOT_API_URL": api.url}
        with RunningBot(newsroom, **settings) as first:
            ann.says(QUESTION)
            ann.hears()
            first.process.kill()
        api.sends_again()
        with RunningBot(newsroom, **settings):
            api.polled()
            ann.hears_nothing(0.5)
            ann.says(QUESTION)
            assert TARGET in ann.hears().bold[0]
            ann.hears_nothing(0.2)
