"""The bot on Telegram: connect, fetch updates, and finish what is in hand when told to stop."""

from __future__ import annotations

import asyncio
import logging
import signal
from collections.abc import Awaitable
from typing import TypeVar

from telegram import BotCommandScopeAllGroupChats, BotCommandScopeAllPrivateChats
from telegram.error import Conflict, InvalidToken, NetworkError, RetryAfter, TelegramError

from bot import texts
from bot.app import UPDATES, App
from bot.settings import BotSettings
from bot.worker import Worker

logger = logging.getLogger(__name__)

Result = TypeVar("Result")

_LONG_POLL = 30  # seconds that the server may hold a request open while there is no update
_HURRY = 4.0  # seconds after the signal until questions that still wait are turned away
_END = 8.0  # seconds after the signal until what is not finished is given up
_MENUS = (
    (BotCommandScopeAllPrivateChats(), texts.COMMANDS),
    (BotCommandScopeAllGroupChats(), texts.GROUP_COMMANDS),
)
_FIRST_PAUSE, _LONGEST_PAUSE = 1.0, 30.0  # seconds between attempts while the server is away


class CannotServe(Exception):
    """The Bot API refuses or can't be reached; the message says why and what to do."""


async def serve(application: App, worker: Worker, settings: BotSettings, holdings: str) -> None:
    """Answer on Telegram until SIGTERM or SIGINT; `holdings` says in the log what the bot knows.

    Raises CannotServe.
    """
    stopping = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: loop.call_soon_threadsafe(stopping.set))
    try:
        await unless(stopping, connect(application, settings))
        if stopping.is_set():
            return
        logger.info("@%s is listening, %s", application.bot.username, holdings)
        await application.start()
        try:
            await poll(application, settings, stopping)
        finally:
            await finish(application, worker)
            logger.info("@%s has stopped", application.bot.username)
    finally:
        await application.bot.shutdown()


async def connect(application: App, settings: BotSettings) -> None:
    """Introduce the bot to the server, patiently. Raises CannotServe."""
    end = asyncio.get_running_loop().time() + settings.start_patience
    told = False
    while True:
        try:
            await application.initialize()
            await application.bot.delete_webhook()
            for scope, commands in _MENUS:
                await application.bot.set_my_commands(list(commands.items()), scope)
            return
        except InvalidToken:
            raise CannotServe(_not_accepted(settings)) from None
        except (NetworkError, RetryAfter) as error:
            if asyncio.get_running_loop().time() > end:
                raise CannotServe(
                    f"{settings.api_root} can't be reached ({error}); check the network and BOT_API_URL"
                ) from None
            if not told:
                logger.warning("%s can't be reached yet: %s", settings.api_root, error)
                told = True
        await asyncio.sleep(_FIRST_PAUSE)


async def poll(application: App, settings: BotSettings, stopping: asyncio.Event) -> None:
    """Hand updates to the application until `stopping`. Raises CannotServe where the server sends the bot away."""
    offset, pause = 0, 0.0
    while not stopping.is_set():
        try:
            updates = await unless(
                stopping, application.bot.get_updates(offset, timeout=_LONG_POLL, allowed_updates=UPDATES)
            )
        except InvalidToken:
            raise CannotServe(_not_accepted(settings)) from None
        except Conflict:
            raise CannotServe("another program is polling with this BOT_TOKEN; end it, or use another token") from None
        except TelegramError as error:
            if not pause:
                logger.warning("updates can't be fetched, trying again until they can: %s", error)
            pause = min(max(2 * pause, _FIRST_PAUSE), _LONGEST_PAUSE)
            await unless(stopping, asyncio.sleep(pause))
            continue
        pause = 0.0
        for update in updates or ():
            await application.update_queue.put(update)
            offset = update.update_id + 1
    await _confirm(application, offset)


async def finish(application: App, worker: Worker) -> None:
    """Finish what is in hand within 8 seconds; questions that then still wait are told so."""
    loop = asyncio.get_running_loop()
    hurry = loop.call_later(_HURRY, worker.hurry)
    try:
        async with asyncio.timeout(_END):
            await application.stop()
    except TimeoutError:
        logger.warning("not everything could be finished in %g s", _END)
    hurry.cancel()


async def unless(stopping: asyncio.Event, work: Awaitable[Result]) -> Result | None:
    """Return the result of `work`, or cancel it and return None once `stopping` is set."""
    task = asyncio.ensure_future(work)
    signalled = asyncio.ensure_future(stopping.wait())
    await asyncio.wait([task, signalled], return_when=asyncio.FIRST_COMPLETED)
    signalled.cancel()
    if task.done():
        return task.result()
    task.cancel()
    await asyncio.wait([task])
    return None


async def _confirm(application: App, offset: int) -> None:
    """Tell the server which updates were received, so that they do not come again at the next start."""
    try:
        await application.bot.get_updates(offset, timeout=0, limit=1, allowed_updates=UPDATES)
    except TelegramError as error:
        logger.warning("the last updates may come again: %s", error)


def _not_accepted(settings: BotSettings) -> str:
    """Say that the token is wrong."""
    return f"BOT_TOKEN is not accepted by {settings.api_root}; get one from @BotFather"
