"""Faults that are ordered."""

from __future__ import annotations

import time

import httpx
import pytest

from .api import BotApi
from .caller import Caller
from .people import Person


def test_an_ordered_failure_happens_so_many_times(api: BotApi, ann: Person, call: Caller) -> None:
    """The next calls fail with what was ordered, in the body and the headers, then the method works again."""
    api.fail("sendMessage", 429, "Too Many Requests: retry after 2", retry_after=2, times=2)
    for _ in range(2):
        response = call.raw("sendMessage", chat_id=ann.id, text="hi")
        assert (response.status_code, response.headers["Retry-After"]) == (429, "2")
        assert response.json()["parameters"] == {"retry_after": 2}
    assert call("sendMessage", chat_id=ann.id, text="hi")["text"] == "hi"
    assert [call.status for call in api.calls_of("sendMessage")] == [429, 429, 200]


def test_a_failure_may_meet_one_chat_only(api: BotApi, ann: Person, call: Caller) -> None:
    """A fault for one chat leaves the others alone and may say where the chat went."""
    bob = api.person("Bob")
    api.fail("sendMessage", 400, "Bad Request: group chat was upgraded", migrate_to_chat_id=-100, chat_id=ann.id)
    assert call("sendMessage", chat_id=bob.id, text="hi")["chat"]["id"] == bob.id
    response = call.raw("sendMessage", chat_id=ann.id, text="hi")
    assert response.json()["parameters"] == {"migrate_to_chat_id": -100}


def test_a_dropped_call_has_neither_answer_nor_effect(api: BotApi, ann: Person, call: Caller) -> None:
    """The connection closes, nothing is sent, and the record says so."""
    api.drop("sendMessage")
    with pytest.raises(httpx.RemoteProtocolError):
        call.raw("sendMessage", chat_id=ann.id, text="hi")
    ann.hears_nothing(0)
    assert [(made.method, made.status, made.description) for made in api.calls] == [("sendMessage", 0, "dropped")]


def test_a_call_that_hangs_comes_late(api: BotApi, ann: Person, call: Caller) -> None:
    """A call waits as long as was ordered, the same method's next call does not."""
    api.hang("sendMessage", 0.1)
    began = time.monotonic()
    call("sendMessage", chat_id=ann.id, text="late")
    assert time.monotonic() - began >= 0.1
    assert ann.hears().text == "late"


def test_the_end_does_not_wait_for_what_hangs() -> None:
    """Closing the server ends calls that hang, without an answer."""
    with BotApi() as api, Caller(api) as call:
        api.hang("getMe", 60)
        with pytest.raises(httpx.ReadTimeout):
            call.http.post("getMe", timeout=0.05)
        began = time.monotonic()
    assert time.monotonic() - began < 30


def test_the_end_closes_connections_that_clients_keep() -> None:
    """A client that keeps its connection open finds it closed once the server has ended."""
    with BotApi() as api:
        call = Caller(api)
        call("getMe")
    with call, pytest.raises(httpx.TransportError):
        call.raw("getMe")
