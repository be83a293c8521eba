"""The bot on Telegram, from its first call until it is told to stop."""

from __future__ import annotations

import asyncio
import logging
import signal
from functools import partial

from bot import menus, startup, unfinished
from bot.app import App
from bot.chats import Chats
from bot.connecting import patiently
from bot.inbox import Inbox
from bot.polling import poll
from bot.settings import BotSettings
from bot.stopping import finish, unless
from bot.watching import watch
from bot.webhook import receive
from bot.weekly import report_weekly
from bot.worker import Worker

logger = logging.getLogger(__name__)


async def serve(application: App, worker: Worker, chats: Chats, settings: BotSettings, holdings: str) -> None:
    """Answer on Telegram until SIGTERM or SIGINT; `holdings` says in the log what the bot knows.

    Raises CannotServe, and StoreError where updates can't be noted.
    """
    stopping = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: loop.call_soon_threadsafe(stopping.set))
    inbox = Inbox(settings.articles_home, application.update_queue)
    try:
        await unless(stopping, _introduce(application, settings))
        if stopping.is_set():
            return
        name = application.bot.username
        await application.start()
        besides = [
            asyncio.create_task(work(application.bot, worker, settings, chats), name=what)
            for what, work in {"weekly reports": report_weekly, "looks at feeds and folders": watch}.items()
        ]
        for task in besides:
            task.add_done_callback(_explain)
        try:
            take = receive if settings.webhook_url else poll
            await unless(stopping, unfinished.tell(application.bot, settings.articles_home, chats))
            listening = partial(logger.info, "@%s is listening, %s", name, holdings)
            await take(application, inbox, settings, stopping, listening)
        finally:
            for task in besides:
                task.cancel()
            worker.stop_watching()
            await finish(application, worker)
            logger.info("@%s has stopped", name)
    finally:
        await application.bot.shutdown()
        inbox.close()


def _explain(task: asyncio.Task[None]) -> None:
    """Log why what the bot does besides answering has ended, where that was a fault."""
    error = None if task.cancelled() else task.exception()
    if error:
        logger.error("there are no %s until the next start: %s", task.get_name(), error, exc_info=error)


async def _introduce(application: App, settings: BotSettings) -> None:
    """Meet the server, check what it says of the bot, and set the menus. Raises CannotServe."""
    await patiently(application.initialize, settings)
    await startup.check(application.bot, settings)
    await menus.set_menus(application.bot)
