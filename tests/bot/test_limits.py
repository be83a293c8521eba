"""Calls are made again only where they certainly had no effect."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from time import monotonic
from typing import Any

import httpx
import pytest
from telegram.error import BadRequest, NetworkError, RetryAfter, TelegramError, TimedOut

from bot.limits import ResendingLimiter


def caused(error: TelegramError, cause: Exception) -> TelegramError:
    """Return `error` as it is when raised from `cause`."""
    error.__cause__ = cause
    return error


def failing_once(error: TelegramError, calls: list[float]) -> Callable[..., Coroutine[Any, Any, bool]]:
    """Return a call that fails at first, and notes when it was made."""

    async def call() -> bool:
        calls.append(monotonic())
        if len(calls) == 1:
            raise error
        return True

    return call


async def process(call: Callable[..., Coroutine[Any, Any, bool]], endpoint: str = "sendMessage") -> object:
    """Make a call through the limiter."""
    return await ResendingLimiter().process_request(call, (), {}, endpoint, {}, None)


@pytest.mark.parametrize(
    "error",
    [
        NetworkError("Bad Gateway"),
        caused(NetworkError("httpx.ConnectError"), httpx.ConnectError("refused")),
        caused(TimedOut(), httpx.ConnectTimeout("")),
        caused(TimedOut(), httpx.PoolTimeout("")),
    ],
    ids=["502", "refused", "connect timeout", "pool timeout"],
)
def test_what_was_not_delivered_is_sent_again(error: TelegramError) -> None:
    """A failed connection or a failing server is tried again, once that is enough."""
    calls: list[float] = []
    assert asyncio.run(process(failing_once(error, calls))) is True
    assert len(calls) == 2


@pytest.mark.parametrize(
    "error",
    [
        BadRequest("Message text is empty"),
        caused(TimedOut(), httpx.ReadTimeout("")),
        caused(NetworkError("httpx.RemoteProtocolError"), httpx.RemoteProtocolError("closed")),
        RetryAfter(3600),
    ],
    ids=["400", "read timeout", "connection lost", "an hour"],
)
def test_what_may_have_been_delivered_is_not_sent_again(error: TelegramError) -> None:
    """Refusals, and calls whose fate is unknown, are made once."""
    calls: list[float] = []
    with pytest.raises(type(error)):
        asyncio.run(process(failing_once(error, calls)))
    assert len(calls) == 1


def test_a_call_waits_as_long_as_it_is_told_and_others_do_not() -> None:
    """While one call waits the second that the server asked for, another one goes through."""

    async def both() -> float:
        calls: list[float] = []
        waiting = asyncio.create_task(process(failing_once(RetryAfter(1), calls)))
        await asyncio.sleep(0.1)
        began = monotonic()
        await process(failing_once(RetryAfter(1), [0.0]))
        other = monotonic() - began
        await waiting
        assert calls[1] - calls[0] >= 1
        return other

    assert asyncio.run(both()) < 0.5


def test_typing_is_not_sent_again() -> None:
    """A late "typing" is worth nothing."""
    calls: list[float] = []
    with pytest.raises(RetryAfter):
        asyncio.run(process(failing_once(RetryAfter(1), calls), "sendChatAction"))
    assert len(calls) == 1
