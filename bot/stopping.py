"""Ending in order: what waits is left, what is in hand is finished."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable
from typing import TypeVar

from bot.app import App
from bot.worker import Worker

logger = logging.getLogger(__name__)

Result = TypeVar("Result")

_HURRY = 4.0  # seconds after the signal until questions that still wait are turned away
_END = 8.0  # seconds after the signal until what is not finished is given up


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
