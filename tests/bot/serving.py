"""The bot in this process, connected to a Bot API over HTTP."""

from __future__ import annotations

import asyncio
import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from bot.app import build_application
from bot.chats import Chats
from bot.examples import Examples
from bot.serving import serve
from bot.settings import BotSettings
from bot.worker import Worker
from index import ArticleIndex
from tests.botapi import BotApi


def serve_until_stopped(
    api: BotApi, index: ArticleIndex, person: Callable[[], None], token: str | None = None, **given: object
) -> None:
    """Serve until told to stop, while `person` acts in a thread of its own; raises what ends it."""
    settings = BotSettings.load(bot_api_url=api.url, **given)
    worker = Worker(index, length=2, notice=0.2)
    chats = Chats(settings.articles_home)
    application = build_application(token or api.token, settings, worker, Examples(()), chats)
    acting = threading.Thread(target=person)
    with _signals_restored():
        acting.start()
        try:
            asyncio.run(serve(application, worker, chats, settings, "1 article"))
        finally:
            acting.join()
            worker.close()
            chats.close()


def serve_while(api: BotApi, index: ArticleIndex, act: Callable[[], None], **given: object) -> None:
    """Serve from before `act` begins until it ends."""

    def person() -> None:
        listening(api)
        try:
            act()
        finally:
            stop()

    serve_until_stopped(api, index, person, None, **given)


def stop() -> None:
    """Send SIGTERM to this process."""
    os.kill(os.getpid(), signal.SIGTERM)


def until(event: Callable[[], bool]) -> None:
    """Wait for an event; raises AssertionError where it does not come."""
    end = time.monotonic() + 10
    while not event():
        assert time.monotonic() < end
        time.sleep(0.01)


def idle() -> None:
    """Do nothing."""


def listening(api: BotApi) -> None:
    """Wait until the bot polls."""
    api.polled()


@contextmanager
def _signals_restored() -> Iterator[None]:
    """Leave the signals as they were."""
    before = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
