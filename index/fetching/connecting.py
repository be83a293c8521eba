"""Connections that go to the very network address that was checked, and end in time."""

from __future__ import annotations

import socket
import ssl
import time
from collections.abc import Callable, Iterable
from typing import Any

import httpcore
from httpcore import SOCKET_OPTION, NetworkBackend, NetworkStream

from index.fetching.public import is_public
from index.fetching.refusals import NO_HOST, Refused, not_public

# From the name of a host to its network addresses as text; an OSError where there are none.
Resolver = Callable[[str], Iterable[str]]


def resolve(host: str) -> list[str]:
    """Return the network addresses of `host`, the preferred first. Raises OSError where there is no such host."""
    try:
        found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except UnicodeError as error:  # a part of the name is too long, or empty
        raise OSError(str(error)) from None
    return list(dict.fromkeys(str(address[0]) for *_, address in found))


class Guard(NetworkBackend):
    """Connects to public addresses and to the hosts in `allow`, for one fetch, whose time ends at `deadline`.

    A name is looked up once for each connection: an answer that changes between a check and its use can't be used.
    """

    def __init__(
        self, allow: frozenset[tuple[str, int]], deadline: float, resolver: Resolver, network: NetworkBackend
    ) -> None:
        """Look names up by `resolver` and connect by `network`; `deadline` is in seconds of `time.monotonic`."""
        self._allow, self._deadline, self._resolver, self._network = allow, deadline, resolver, network

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[SOCKET_OPTION] | None = None,
    ) -> NetworkStream:
        """Connect to the first address of `host` that answers. Raises Refused where one of them is not public."""
        failed: Exception = Refused(NO_HOST)
        for address in self._addresses(host, port):
            left = _within(self._deadline, timeout)
            try:
                stream = self._network.connect_tcp(address, port, left, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failed = error
            else:
                return _Timed(stream, self._deadline)
        raise failed

    def _addresses(self, host: str, port: int) -> list[str]:
        """Return the addresses of `host`. Raises Refused where there are none, or one is not public."""
        try:
            addresses = list(self._resolver(host))
        except OSError:
            raise Refused(NO_HOST) from None
        if (host.lower(), port) not in self._allow and not all(map(is_public, addresses)):
            raise not_public(host, port)
        return addresses


class _Timed(NetworkStream):
    """A connection each of whose waits ends at the deadline: a body that trickles can't keep it open."""

    def __init__(self, stream: NetworkStream, deadline: float) -> None:
        self._stream, self._deadline = stream, deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Return what came, at most `max_bytes`, empty at the end."""
        return self._stream.read(max_bytes, _within(self._deadline, timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Send all of `buffer`."""
        self._stream.write(buffer, _within(self._deadline, timeout))

    def close(self) -> None:
        """Close the connection."""
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> NetworkStream:
        """Return the same connection under TLS, the server known by `server_hostname`."""
        left = _within(self._deadline, timeout)
        return _Timed(self._stream.start_tls(ssl_context, server_hostname, left), self._deadline)

    def get_extra_info(self, info: str) -> Any:
        """Return what the connection itself says about `info`."""
        return self._stream.get_extra_info(info)


def _within(deadline: float, timeout: float | None) -> float:
    """Return the seconds that a wait may take. Raises TimeoutException where none are left."""
    left = deadline - time.monotonic()
    if left <= 0:
        raise httpcore.ReadTimeout("the time for all of it is over")
    return left if timeout is None else min(timeout, left)
