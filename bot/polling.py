"""Fetching updates, where there is no webhook."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable

from telegram.error import Conflict, InvalidToken, TelegramError

from bot.app import UPDATES, App
from bot.connecting import CannotServe, not_accepted, patiently
from bot.inbox import Inbox
from bot.settings import BotSettings
from bot.stopping import unless

logger = logging.getLogger(__name__)

_LONG_POLL = 30  # seconds that the server may hold a request open while there is no update
_FIRST_PAUSE, _LONGEST_PAUSE = 1.0, 30.0  # seconds between attempts while the server is away


async def poll(
    application: App, inbox: Inbox, settings: BotSettings, stopping: asyncio.Event, ready: Callable[[], None]
) -> None:
    """Take updates until `stopping`; `ready` is called before the first. Raises CannotServe."""
    await unless(stopping, patiently(application.bot.delete_webhook, settings))
    ready()
    offset, pause = 0, 0.0
    while not stopping.is_set():
        try:
            updates = await unless(
                stopping, application.bot.get_updates(offset, timeout=_LONG_POLL, allowed_updates=UPDATES)
            )
        except InvalidToken:
            raise not_accepted(settings) from None
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
            inbox.take(update)
            offset = update.update_id + 1
    await _confirm(application, offset)


async def _confirm(application: App, offset: int) -> None:
    """Tell the server which updates were received, so that they do not come again at the next start."""
    try:
        await application.bot.get_updates(offset, timeout=0, limit=1, allowed_updates=UPDATES)
    except TelegramError as error:
        logger.warning("the last updates may come again: %s", error)
