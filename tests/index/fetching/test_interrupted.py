"""However long a server keeps one waiting, a fetch ends when it is told to."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler

import pytest

from index.errors import Interrupted, TryLater
from index.fetching import Fetcher
from index.interrupting import unless
from tests.index.fetching.serving import MAX_BYTES, Server, page, status


def _ends_at_once(fetcher: Fetcher, address: str, hangs: Callable[[], bool]) -> None:
    """Assert that a fetch ends soon after the server hangs, and not when its patience does."""
    began = time.monotonic()
    with unless(hangs), pytest.raises(Interrupted):
        fetcher.get(address)
    assert time.monotonic() - began < 10  # a fetch has 30 seconds


@pytest.mark.parametrize("sent", [None, b"<html><body>The ferry"])
def test_a_server_that_hangs(server: Server, sent: bytes | None) -> None:
    """Before its answer, and in the middle of it."""
    begun = threading.Event()

    def hang(handler: BaseHTTPRequestHandler) -> None:
        if sent:
            handler.send_response(200)
            handler.send_header("Content-Length", "1000")
            handler.end_headers()
            handler.wfile.write(sent)
        begun.set()
        server.over.wait()

    server.pages["/"] = hang
    _ends_at_once(server.fetcher(), server.address(), begun.is_set)


def test_a_name_that_is_looked_up_for_ever() -> None:
    """The system's resolver takes no word that it is to end."""
    begun, free = threading.Event(), threading.Event()

    def resolver(host: str) -> list[str]:
        begun.set()
        free.wait(30)
        return []

    _ends_at_once(Fetcher(frozenset(), MAX_BYTES, resolver=resolver), "http://news.test/", begun.is_set)
    free.set()


def test_a_turn_that_is_waited_for(server: Server) -> None:
    """Another one has the host, or the pause after it is not over."""
    begun = threading.Event()

    def hang(handler: BaseHTTPRequestHandler) -> None:
        begun.set()
        server.over.wait()

    server.pages["/"] = hang
    fetcher = Fetcher(frozenset(), MAX_BYTES, resolver=lambda host: ["127.0.0.1"])
    with fetcher._turns.at("news.test"):
        began = time.monotonic()
        with unless(lambda: time.monotonic() > began + 0.3), pytest.raises(Interrupted):
            fetcher.get(f"http://news.test:{server.port}/")
    assert not begun.is_set()


def test_a_fetch_that_may_go_on_comes(server: Server) -> None:
    """Its result and its errors are the same; what a server says of when to come again is kept."""
    server.pages["/"] = page("Rain.")
    server.pages["/busy"] = status(429, Retry_After="60")
    with unless(lambda: False):
        assert server.fetcher().get(server.address()).body == b"Rain."
        with pytest.raises(TryLater) as later:
            server.fetcher().get(server.address("/busy"))
    assert later.value.reason == "its server is too busy now (it answers 429); try again later"
