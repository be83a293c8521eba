"""Sending again what was certainly not delivered, and only that.

python-telegram-bot's AIORateLimiter holds every chat back while one is told to wait; here only that call waits.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Coroutine
from datetime import timedelta
from typing import Any

from telegram.error import NetworkError, RetryAfter, TelegramError
from telegram.ext import BaseRateLimiter

logger = logging.getLogger(__name__)

Reply = bool | dict[str, Any] | list[dict[str, Any]]

ATTEMPTS = 5
_FIRST_PAUSE = 0.5  # seconds after a failed connection, doubled each time: together about 8 seconds
# A late "typing" is worth nothing; the start is patient where it must be, and does not wait for the rest.
_ONCE = {"sendChatAction", "getMe", "getWebhookInfo", "setMyCommands"}
_LONGEST_WAIT = 300.0  # seconds; who is told to wait longer is better off with no answer than with a stale one
# By name: httpx is python-telegram-bot's affair, not ours.
_NOT_SENT = {"ConnectError", "ConnectTimeout", "PoolTimeout"}


class ResendingLimiter(BaseRateLimiter[None]):
    """Waits as long as the server says, for the call that was told so."""

    async def initialize(self) -> None:
        """Need nothing."""

    async def shutdown(self) -> None:
        """Leave nothing."""

    async def process_request(
        self,
        callback: Callable[..., Coroutine[Any, Any, Reply]],
        args: Any,
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: None,
    ) -> Reply:
        """Make the call, again where it can't have had an effect. Raises TelegramError at the last attempt."""
        for attempt in range(1, ATTEMPTS):
            try:
                return await callback(*args, **kwargs)
            except (RetryAfter, NetworkError) as error:
                pause = _pause(error, attempt)
                if pause is None or endpoint in _ONCE:
                    raise
                logger.warning("%s: %s; sent again in %g s", endpoint, error, pause)
                await asyncio.sleep(pause)
        return await callback(*args, **kwargs)


def _pause(error: RetryAfter | NetworkError, attempt: int) -> float | None:
    """Return the seconds before the next attempt, None where there must be none.

    After a read timeout or a lost connection the server may have done what was asked: twice would be wrong.
    """
    if isinstance(error, RetryAfter):
        wait = error.retry_after
        seconds = wait.total_seconds() if isinstance(wait, timedelta) else float(wait)
        return seconds if seconds <= _LONGEST_WAIT else None
    refused = type(error) is NetworkError and (error.__cause__ is None or isinstance(error.__cause__, TelegramError))
    if refused or type(error.__cause__).__name__ in _NOT_SENT:
        return _FIRST_PAUSE * float(2 ** (attempt - 1))
    return None
