"""A web server on loopback, whose pages the tests put there."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread

from index.fetching import Fetcher

Page = Callable[[BaseHTTPRequestHandler], None]

MAX_BYTES = 100_000
# For the name news.test, signed by itself, with its key; valid until 2125.
CERTIFICATE = Path(__file__).with_name("news_test.pem")
ARTICLE = (
    "<html><head><title>Elmsford doubles its port</title>{head}</head><body><article><h1>Elmsford doubles its port</h1>"
    "<p>The port of Elmsford will handle 4 million containers a year from 2026, its director said on Monday.</p>"
    "<p>The new terminal cost 310 million euros, and Mayor Ines Falk opened it in the rain.</p></article></body></html>"
)


class Server(ThreadingHTTPServer):
    """A server of `pages`, by their paths; `asked` are the headers that came, with the path."""

    daemon_threads = False

    def __init__(self, host: str = "127.0.0.1") -> None:
        """Listen at a free port."""
        self.address_family = socket.AF_INET6 if ":" in host else socket.AF_INET
        super().__init__((host, 0), _Handler)
        self.pages: dict[str, Page] = {}
        self.asked: list[dict[str, str]] = []
        self.names: list[str | None] = []
        self.over = Event()

    @property
    def port(self) -> int:
        """The port at which it listens."""
        return int(self.server_address[1])

    def address(self, path: str = "/", *, host: str = "127.0.0.1", scheme: str = "http") -> str:
        """Return the address of a page, under the name `host`."""
        return f"{scheme}://{host}:{self.port}{path}"

    def fetcher(self, *hosts: str) -> Fetcher:
        """Return a fetcher that may ask this server, under the names `hosts` or by its number."""
        return Fetcher(frozenset((host, self.port) for host in hosts or ("127.0.0.1",)), MAX_BYTES)

    def speak_tls(self) -> None:
        """Serve https, and note the names that are asked for."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(CERTIFICATE)
        context.sni_callback = lambda _socket, name, _context: self.names.append(name)
        self.socket = context.wrap_socket(self.socket, server_side=True)

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of a client that hung up, which is what many of the tests are about."""


class _Handler(BaseHTTPRequestHandler):
    server: Server

    def do_GET(self) -> None:
        """Note what was asked, and answer by the page at the path."""
        self.server.asked.append({"path": self.path, **{name.lower(): value for name, value in self.headers.items()}})
        self.server.pages.get(self.path.partition("?")[0], status(404))(self)

    def log_message(self, *args: object) -> None:
        """Say nothing."""


@contextmanager
def serving(host: str = "127.0.0.1", *, tls: bool = False) -> Iterator[Server]:
    """Run a server while the block runs."""
    with Server(host) as server:
        if tls:
            server.speak_tls()
        thread = Thread(target=server.serve_forever, args=(0.02,))
        thread.start()
        try:
            yield server
        finally:
            server.over.set()
            server.shutdown()
            thread.join()


def page(body: bytes | str, content_type: str | None = "text/html; charset=utf-8", **headers: str) -> Page:
    """Return a page with this body; an underscore in the name of a header is a hyphen."""
    data = body.encode() if isinstance(body, str) else body
    types = {"Content-Type": content_type} if content_type else {}
    return status(200, data, **types, **headers)


def status(code: int, body: bytes = b"", **headers: str) -> Page:
    """Return a page that answers with this status."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(code)
        for name, value in {"Content-Length": str(len(body)), **headers}.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(body)

    return answer


def leads_to(address: str, code: int = 302) -> Page:
    """Return a page that redirects to `address`."""
    return status(code, Location=address)
