"""The first calls to the Bot API server, which may start later than the bot."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable

from telegram.error import BadRequest, InvalidToken, NetworkError, RetryAfter

from bot.settings import BotSettings

logger = logging.getLogger(__name__)

_PAUSE = 1.0  # seconds between attempts


class CannotServe(Exception):
    """The Bot API refuses or can't be reached; the message says why and what to do."""


async def patiently(call: Callable[[], Awaitable[object]], settings: BotSettings, about: str = "BOT_API_URL") -> None:
    """Make a call that is `about` a setting, again while the server is away, for START_PATIENCE. Raises CannotServe."""
    end = asyncio.get_running_loop().time() + settings.start_patience
    told = False
    while True:
        try:
            await call()
            return
        except InvalidToken:
            raise not_accepted(settings) from None
        except BadRequest as error:
            raise CannotServe(f"{settings.api_root} refuses: {error}; check {about}") from None
        except (NetworkError, RetryAfter) as error:
            if asyncio.get_running_loop().time() > end:
                raise CannotServe(
                    f"{settings.api_root} can't be reached ({error}); check the network and BOT_API_URL"
                ) from None
            if not told:
                logger.warning("%s can't be reached yet: %s", settings.api_root, error)
                told = True
        await asyncio.sleep(_PAUSE)


def not_accepted(settings: BotSettings) -> CannotServe:
    """Return the error of a wrong token."""
    return CannotServe(f"BOT_TOKEN is not accepted by {settings.api_root}; get one from @BotFather")
