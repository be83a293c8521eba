"""httpx over connections of our own: no proxies, no HTTP/2, nothing that reaches past the guard."""

from __future__ import annotations

import ssl
from collections.abc import Iterable, Iterator
from typing import cast

import httpcore
import httpx


class Transport(httpx.BaseTransport):
    """Sends requests over connections that `network` makes. Raises httpcore's errors, and those of `network`."""

    def __init__(self, network: httpcore.NetworkBackend, context: ssl.SSLContext) -> None:
        """Keep connections until it is closed; `context` says which certificates are trusted."""
        self._pool = httpcore.ConnectionPool(ssl_context=context, network_backend=network)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request and return its answer, whose body is yet to be read."""
        url = request.url
        answer = self._pool.handle_request(
            httpcore.Request(
                request.method,
                httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path),
                headers=request.headers.raw,
                extensions=request.extensions,
            )
        )
        body = cast("Iterable[bytes]", answer.stream)
        return httpx.Response(answer.status, headers=answer.headers, stream=_Body(body), extensions=answer.extensions)

    def close(self) -> None:
        """Close all connections."""
        self._pool.close()


class _Body(httpx.SyncByteStream):
    """The body of an answer."""

    def __init__(self, pieces: Iterable[bytes]) -> None:
        self._pieces = pieces

    def __iter__(self) -> Iterator[bytes]:
        yield from self._pieces

    def close(self) -> None:
        """Close the connection, unless all of the body was read and it can be used again."""
        close = getattr(self._pieces, "close", None)
        if close:
            close()
