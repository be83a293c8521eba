"""The webhook: what is set, what is brought, and what is brought again."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

import pytest

from .api import BotApi
from .caller import Caller
from .people import Person


class Listener(BaseHTTPRequestHandler):
    """A webhook that answers with the statuses in `answers`, then with 200, and keeps what came."""

    came: list[tuple[str | None, Any]]
    answers: list[int]

    def do_POST(self) -> None:
        """Keep the secret and the body."""
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.came.append((self.headers["X-Telegram-Bot-Api-Secret-Token"], json.loads(body)["message"]["text"]))
        self.send_response(self.answers.pop(0) if self.answers else 200)
        self.end_headers()

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the name is http.server's
        """Keep quiet."""


@pytest.fixture
def webhook() -> Iterator[str]:
    """Return the address of a webhook."""
    Listener.came, Listener.answers = [], []
    server = HTTPServer(("127.0.0.1", 0), Listener)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/hook"
    server.shutdown()
    server.server_close()
    thread.join()


def test_updates_are_brought_in_order_with_the_secret(api: BotApi, ann: Person, call: Caller, webhook: str) -> None:
    """What waited when the webhook was set comes first."""
    ann.says("a")
    call("setWebhook", url=webhook, secret_token="s-1_")
    ann.says("b")
    api.delivered()
    assert Listener.came == [("s-1_", "a"), ("s-1_", "b")]
    assert call("getWebhookInfo")["pending_update_count"] == 0


def test_what_is_not_taken_comes_again(api: BotApi, ann: Person, call: Caller, webhook: str) -> None:
    """Anything but 2xx counts as not taken, and the reason can be read."""
    Listener.answers = [403, 500]
    call("setWebhook", url=webhook)
    ann.says("a")
    api.delivered()
    assert Listener.came == [(None, "a")] * 3
    assert call("getWebhookInfo")["last_error_message"] == "Wrong response from the webhook: 500 Internal Server Error"
    api.sends_again()
    api.delivered()
    assert len(Listener.came) == 4


def test_secrets_that_are_refused(call: Caller) -> None:
    """A secret has at most 256 letters, digits, underscores and hyphens."""
    url = "https://example.com/"
    assert call("setWebhook", url=url, secret_token="x" * 256) is True
    too_long = (400, "Bad Request: secret token is too long")
    assert call.error("setWebhook", url=url, secret_token="x" * 257) == too_long
    odd = (400, "Bad Request: secret token contains unallowed characters")
    assert call.error("setWebhook", url=url, secret_token="a b") == odd


def test_what_was_fetched_can_come_again(api: BotApi, ann: Person, call: Caller) -> None:
    """Confirmed updates are offered once more where their confirmation got lost."""
    ann.says("a")
    [first] = call("getUpdates")
    assert call("getUpdates", offset=first["update_id"] + 1) == []
    api.sends_again()
    assert call("getUpdates") == [first]
