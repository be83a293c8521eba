"""Fetcher: from an address to what stands there, by the rules of this folder."""

from __future__ import annotations

import re
import time
from contextlib import AbstractContextManager, nullcontext
from datetime import UTC, datetime
from functools import cached_property
from http.cookiejar import CookieJar, DefaultCookiePolicy
from importlib.metadata import version
from ssl import SSLContext

import httpcore
import httpx

from index.errors import SourceError, TryLater
from index.fetching import refusals
from index.fetching.connecting import Guard, Resolver, resolve
from index.fetching.fetched import Fetched
from index.fetching.inflating import ACCEPTED, Damaged, inflate
from index.fetching.refusals import Refused
from index.fetching.transport import Transport
from index.fetching.turns import Turns
from index.fetching.waits import wait_of
from index.interrupting import apart

_PATIENCE = 30.0  # seconds for one fetch, redirects included
_TIMEOUT = httpx.Timeout(10.0)  # seconds to connect, and for each wait after that
_MOST_REDIRECTS = 5
_WITH_BODY, _WITHOUT, _NOT_MODIFIED = (200, 203), (404, 410), 304
_CONDITIONS = ("If-None-Match", "If-Modified-Since")
_PORTS, _LAST_PORT = {"http": 80, "https": 443}, 65535
_NAME = "article-qa-bot"
_HEADERS = {"User-Agent": f"{_NAME}/{version(_NAME)}", "Accept-Encoding": ACCEPTED}
_FAILURES = (
    *(httpcore.TimeoutException, httpcore.NetworkError, httpcore.ProtocolError),
    *(httpx.HTTPError, httpx.InvalidURL, Damaged),
)
_TYPE = re.compile(r"[\w.+-]+/[\w.+-]+", re.ASCII)
_CREDENTIALS = re.compile(r"(//)[^/?#]*@")


class Fetcher:
    """Fetches from public http and https addresses, and from the hosts and ports in `allow`; usable from any thread.

    Others than those in `allow` are asked one request at a time, a second apart.
    """

    def __init__(
        self,
        allow: frozenset[tuple[str, int]],
        max_bytes: int,
        *,
        patience: float = _PATIENCE,
        resolver: Resolver = resolve,
        network: httpcore.NetworkBackend | None = None,
        turns: Turns | None = None,
    ) -> None:
        """Take at most `max_bytes` of a body, counted inflated, and `patience` seconds for each fetch.

        Names are looked up by `resolver`, connections made by `network`; `turns` says when a host may be asked again.
        """
        self._allow = frozenset((httpx.URL(scheme="http", host=host).raw_host.decode(), port) for host, port in allow)
        self._max_bytes = max_bytes
        self._patience = patience
        self._resolver = resolver
        self._network = network or httpcore.SyncBackend()
        self._turns = turns or Turns()

    def get(self, url: str, *, etag: str | None = None, modified: str | None = None) -> Fetched:
        """Return what stands at `url`; `etag` and `modified` are those of the last time, to ask only for what changed.

        Raises SourceError that says why nothing comes and what to do, TryLater where the server says when to come
        again, and Interrupted, however long the server keeps one waiting.
        """
        given = {name: value for name, value in zip(_CONDITIONS, (etag, modified), strict=True) if value}
        try:
            address = _address(url)
            return apart(lambda: self._fetch(address, given))
        except Refused as refused:
            if refused.wait:
                raise TryLater(_shown(url), str(refused), datetime.now(UTC) + refused.wait) from None
            raise SourceError(_shown(url), str(refused)) from None

    def _fetch(self, address: httpx.URL, given: dict[str, str]) -> Fetched:
        """Return what stands at `address`, asked for in one's turn with the headers `given`. Raises Refused."""
        with self._turn(address), self._client(given) as client:
            return self._follow(client, address)

    def _turn(self, address: httpx.URL) -> AbstractContextManager[None]:
        """Return what waits for one's turn at the host of `address`."""
        host = address.raw_host.decode()
        return nullcontext() if (host, _port(address)) in self._allow else self._turns.at(host)

    def _client(self, given: dict[str, str]) -> httpx.Client:
        """Return a client for one fetch, whose time begins now."""
        guard = Guard(self._allow, time.monotonic() + self._patience, self._resolver, self._network)
        transport = Transport(guard, self._trusted)
        return httpx.Client(
            transport=transport,
            trust_env=False,
            timeout=_TIMEOUT,
            headers=_HEADERS | given,
            cookies=CookieJar(DefaultCookiePolicy(allowed_domains=[])),
        )

    @cached_property
    def _trusted(self) -> SSLContext:
        """The certificates that are trusted; read once, since that takes a while. Raises Refused."""
        try:
            return httpx.create_ssl_context()
        except OSError as error:
            raise refusals.no_certificates(error) from error

    def _follow(self, client: httpx.Client, address: httpx.URL) -> Fetched:
        """Return what stands at `address`, or where that leads to. Raises Refused."""
        at = address
        try:
            for _ in range(_MOST_REDIRECTS + 1):
                found = self._ask(client, at)
                if isinstance(found, Fetched):
                    return found
                at = found
                _check(at)
        except Refused as refused:
            if at == address:
                raise
            raise Refused(f"it leads to {_shown(str(at))}: {refused}", refused.wait) from None
        raise Refused(refusals.REDIRECTS)

    def _ask(self, client: httpx.Client, address: httpx.URL) -> Fetched | httpx.URL:
        """Return what stands at `address`, or the one to which it leads. Raises Refused."""
        try:
            with client.stream("GET", address) as answer:
                if answer.next_request:
                    return answer.next_request.url
                return self._fetched(answer)
        except _FAILURES as error:
            raise refusals.failure(error, self._patience) from error

    def _fetched(self, answer: httpx.Response) -> Fetched:
        """Return what an answer brings. Raises Refused, or one of the failures."""
        status, headers = answer.status_code, answer.headers
        conditional = any(name in answer.request.headers for name in _CONDITIONS)
        if status not in (*_WITH_BODY, *_WITHOUT) and not (status == _NOT_MODIFIED and conditional):
            raise refusals.bad_status(status, wait_of(headers.get("Retry-After", "")))
        return Fetched(
            str(answer.url.copy_with(fragment=None)),
            status,
            _kind(headers.get("Content-Type", "")),
            answer.charset_encoding,
            self._body(answer) if status in _WITH_BODY else b"",
            _kept(headers.get("ETag")),
            _kept(headers.get("Last-Modified")),
        )

    def _body(self, answer: httpx.Response) -> bytes:
        """Return the body, inflated. Raises Refused where it is too large, or one of the failures."""
        length = answer.headers.get("Content-Length", "")
        if length.isdecimal() and int(length) > self._max_bytes:
            raise refusals.too_large(self._max_bytes)
        body = bytearray()
        for piece in inflate(answer.iter_raw(), answer.headers.get("Content-Encoding", "")):
            body += piece
            if len(body) > self._max_bytes:
                raise refusals.too_large(self._max_bytes)
        return bytes(body)


def _address(url: str) -> httpx.URL:
    """Return `url` read, without its fragment. Raises Refused where it is none that is fetched."""
    try:
        address = httpx.URL(url.strip()).copy_with(fragment=None)
    except (httpx.InvalidURL, UnicodeError):  # the latter for halves of a character
        raise Refused(refusals.NO_ADDRESS) from None
    _check(address)
    return address


def _check(address: httpx.URL) -> None:
    """Raise Refused where `address` is none that is fetched, wherever it leads."""
    if address.scheme not in _PORTS:
        raise Refused(refusals.SCHEME)
    if not address.host or not 0 < _port(address) <= _LAST_PORT:
        raise Refused(refusals.NO_ADDRESS)
    if address.userinfo:
        raise Refused(refusals.CREDENTIALS)


def _port(address: httpx.URL) -> int:
    return _PORTS[address.scheme] if address.port is None else address.port


def _shown(url: str) -> str:
    """Return `url` as it may be shown to people: without a name and a password."""
    return _CREDENTIALS.sub(r"\1", url)


def _kind(header: str) -> str:
    """Return the content type in a header, empty where it is none."""
    name = header.partition(";")[0].strip().lower()
    return name if _TYPE.fullmatch(name) else ""


def _kept(header: str | None) -> str | None:
    """Return a header that can be given back as it is; None for one that can't."""
    return header if header and header.isascii() else None
