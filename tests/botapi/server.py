"""The Bot API over HTTP on loopback."""

from __future__ import annotations

import contextlib
import json
import re
import socket
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import unquote, urlsplit

from .answering import Reply, answer
from .errors import ApiError
from .files import file_at
from .parameters import read_parameters
from .world import World

_PATH = re.compile("/bot([^/]*)/(.*)")
_FILE = re.compile("/file/bot([^/]*)/(.*)")


class BotApiServer(ThreadingHTTPServer):
    """Serves one world; closing it also closes the connections that clients keep open."""

    daemon_threads = False

    def __init__(self, world: World) -> None:
        """Bind a free port of loopback."""
        super().__init__(("127.0.0.1", 0), _Handler)
        self.world = world
        self.connections: set[socket.socket] = set()

    def process_request(self, request: Any, client_address: Any) -> None:
        """Note the connection and let a thread of its own serve it."""
        self.connections.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        """Forget the connection and close it."""
        self.connections.discard(request)
        super().shutdown_request(request)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Keep quiet about clients that went away; anything else is a bug and shows its traceback."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)

    def server_close(self) -> None:
        """Close every connection and wait for the threads that served them."""
        for connection in list(self.connections):
            with contextlib.suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)
        super().server_close()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    wbufsize = 1 << 16  # headers and body leave in one packet
    disable_nagle_algorithm = True
    server: BotApiServer

    def do_GET(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        url = urlsplit(self.path)
        if file := _FILE.fullmatch(url.path):
            self._send_file(file_at(self.server.world, unquote(file[1]), file[2]))
            return
        path = _PATH.fullmatch(url.path)
        if not path:
            self._send(Reply(404, ApiError(404, "Not Found").as_json()))
            return
        parameters = read_parameters(url.query, self.headers.get("Content-Type", ""), body)
        reply = answer(self.server.world, unquote(path[1]), path[2], parameters)
        if reply:
            self._send(reply)
        else:
            self.close_connection = True

    do_POST = do_GET  # noqa: N815 - the name is http.server's

    def _send_file(self, content: bytes | None) -> None:
        if content is None:
            self._send(Reply(404, ApiError(404, "Not Found").as_json()))
            return
        self.send_response(200)
        self.send_header("Content-Type", "application/octet-stream")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def _send(self, reply: Reply) -> None:
        content = json.dumps(reply.body).encode()
        self.send_response(reply.status)
        self.send_header("Content-Type", "application/json")
        if wait := reply.body.get("parameters", {}).get("retry_after"):
            self.send_header("Retry-After", str(wait))
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the name is http.server's
        pass
