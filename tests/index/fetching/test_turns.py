"""One request at a time to a host, a second apart."""

from __future__ import annotations

from threading import Event, Thread

import pytest

from index.errors import SourceError
from index.fetching import Fetcher
from index.fetching.turns import Turns
from tests.index.fetching.serving import MAX_BYTES, Server, page, status
from tests.index.fetching.test_guard import PUBLIC, Recorder


class Clock:
    """A clock that moves when it is waited for."""

    def __init__(self) -> None:
        """Begin at 100 seconds."""
        self.now = 100.0
        self.waited: list[float] = []

    def __call__(self) -> float:
        """Return the time."""
        return self.now

    def wait(self, seconds: float) -> None:
        """Note the wait, and let it pass."""
        self.waited.append(seconds)
        self.now += seconds


def test_a_host_has_a_second_between_two_requests() -> None:
    """It counts from the end of the first; whoever comes later does not wait, and other hosts do not matter."""
    clock = Clock()
    turns = Turns(clock, clock.wait)
    with turns.at("a.org"):
        clock.now += 5
    clock.now += 0.25
    with turns.at("b.org"):
        pass
    with turns.at("a.org"):
        pass
    assert clock.waited == [0.75]
    clock.now += 1
    with turns.at("a.org"):
        pass
    assert clock.waited == [0.75]


def test_two_threads_do_not_ask_a_host_at_once() -> None:
    """The second one waits until the first is done, also where that fails."""
    clock = Clock()
    turns = Turns(clock, clock.wait)
    begun, order = Event(), []

    def second() -> None:
        begun.set()
        with turns.at("a.org"):
            order.append("second")

    thread = Thread(target=second)
    try:
        with turns.at("a.org"):
            thread.start()
            begun.wait()
            order.append("first")
            raise OSError
    except OSError:
        thread.join()
    assert order == ["first", "second"]
    assert clock.waited == [1.0]


def test_only_public_hosts_are_waited_for(server: Server) -> None:
    """A second look at a public host has to wait, also after a failure; a host that FETCH_ALLOW names is our own."""
    server.pages["/"] = page("Rain.")
    clock = Clock()
    allow = frozenset({("127.0.0.1", server.port)})
    fetcher = Fetcher(
        allow,
        MAX_BYTES,
        resolver=lambda host: [PUBLIC if host == "news.test" else host],
        network=Recorder(server),
        turns=Turns(clock, clock.wait),
    )
    for _ in range(2):
        fetcher.get(server.address())
    assert clock.waited == []
    fetcher.get("http://news.test/")
    server.pages["/"] = status(500)
    with pytest.raises(SourceError):
        fetcher.get("http://news.test:8080/")
    server.pages["/"] = page("Rain.")
    fetcher.get("http://news.test/")
    assert clock.waited == [1.0, 1.0]
