"""The bot with a webhook, over HTTP: what it takes, what it refuses, and how it ends."""

from __future__ import annotations

import json
import logging
import socket
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from bot import texts
from bot.connecting import CannotServe
from tests.botapi import BotApi, Person
from tests.botapi.caller import Caller

from .running import QUESTION, TARGET, RunningBot
from .serving import idle, serve_until_stopped, stop, until
from .test_worker import Held

SECRET = "made-up_secret"
HEADER = "X-Telegram-Bot-Api-Secret-Token"


def free_port() -> int:
    """Return a port at which nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def settings() -> dict[str, str]:
    """Return the settings of a webhook on this machine."""
    port = free_port()
    return {
        "webhook_url": f"http://127.0.0.1:{port}/tele.gram",
        "webhook_secret": SECRET,
        "webhook_listen": f"127.0.0.1:{port}",
    }


@pytest.fixture
def api() -> Iterator[BotApi]:
    """Return a Bot API server for one test."""
    with BotApi() as server:
        yield server


@pytest.fixture(scope="module")
def hooked(newsroom: Path) -> Iterator[tuple[BotApi, str]]:
    """Return a server that brings updates to a bot, and where."""
    port = free_port()
    url = f"http://127.0.0.1:{port}/tele.gram"
    with BotApi() as server:
        listen = {"WEBHOOK_URL": url, "WEBHOOK_SECRET": SECRET, "WEBHOOK_LISTEN": f"127.0.0.1:{port}"}
        with RunningBot(newsroom, BOT_TOKEN=server.token, BOT_API_URL=server.url, **listen):
            yield server, url


def asks(ann: Person, number: int, text: str) -> bytes:
    """Return the update of a message, as Telegram brings it."""
    body: dict[str, Any] = {"message_id": number, "date": int(time.time()), "text": text}
    body |= {"from": ann.user.as_json(), "chat": ann.user.as_chat()}
    return json.dumps({"update_id": number, "message": body}).encode()


def post(url: str, content: bytes, secret: str | bytes | None = SECRET) -> int:
    """Bring something to the webhook, and return the status."""
    known = secret.encode() if isinstance(secret, str) else secret
    headers = {} if known is None else {HEADER.encode(): known}
    return httpx.post(url, content=content, headers=headers, verify=False).status_code


def test_what_is_brought_is_answered(hooked: tuple[BotApi, str]) -> None:
    """The webhook is set with its secret and the kinds of updates, nothing is dropped, and nothing is fetched."""
    api, url = hooked
    ann = api.person("Ann")
    ann.says(QUESTION)
    assert TARGET in ann.hears().bold[0]
    call = api.called("setWebhook")
    assert (call.parameters["url"], call.parameters["secret_token"]) == (url, SECRET)
    assert "drop_pending_updates" not in call.parameters
    assert {"message", "callback_query"} <= set(call.value("allowed_updates"))
    assert api.calls_of("getUpdates") == api.calls_of("deleteWebhook") == []


def test_what_is_brought_twice_is_answered_once(hooked: tuple[BotApi, str]) -> None:
    """An update whose confirmation got lost comes again, is taken, and nothing more happens."""
    api, _ = hooked
    ann = api.person("Ann")
    ann.says("hello")
    assert ann.hears().text == texts.GREETING()
    api.sends_again()
    api.delivered()
    ann.hears_nothing(0.5)


def test_updates_out_of_order_are_all_answered(hooked: tuple[BotApi, str]) -> None:
    """A number smaller than one before is no repetition."""
    api, url = hooked
    ann = api.person("Ann")
    for number in (30, 10, 20):
        assert post(url, asks(ann, number, "hello")) == 200
        assert ann.hears().text == texts.GREETING()


@pytest.mark.parametrize("secret", [None, "", "made-up_secre", "made-up_secret2", "é".encode()])
def test_who_does_not_know_the_secret_is_refused(hooked: tuple[BotApi, str], secret: str | bytes | None) -> None:
    """Without the right secret it is 403, and nothing is done; with it the same update is answered."""
    api, url = hooked
    ann = api.person("Ann")
    update = asks(ann, 40, "hello")
    assert post(url, update, secret) == 403
    assert post(url, b"x" * 2_000_000, secret) == 403
    ann.hears_nothing(0.2)
    assert post(url, update) == 200
    assert ann.hears().text == texts.GREETING()


@pytest.mark.parametrize("path", ["/", "/teleXgram", "/tele.gram/more", "/other"])
def test_another_path_is_not_found(hooked: tuple[BotApi, str], path: str) -> None:
    """Only the path of WEBHOOK_URL leads to the bot."""
    api, url = hooked
    ann = api.person("Ann")
    assert post(url.removesuffix("/tele.gram") + path, asks(ann, 50, "hello")) == 404
    ann.hears_nothing(0.2)


@pytest.mark.parametrize(
    "body",
    [b"", b"no JSON", b"\xff", b"null", b"[]", b"{}", b"7", b'{"message": {}}', b'{"update_id": 1, "message": 1}'],
)
def test_what_is_no_update_is_a_bad_request(hooked: tuple[BotApi, str], body: bytes) -> None:
    """It is refused, whatever it is."""
    _, url = hooked
    assert post(url, body) == 400


def test_what_is_too_large_is_refused(hooked: tuple[BotApi, str]) -> None:
    """A megabyte is read, more is not kept; whether its length was said does not matter."""
    _, url = hooked
    assert post(url, b"x" * 1_000_001) == 413
    chunks = httpx.post(url, content=iter([b"x" * 600_000] * 3), headers={HEADER: SECRET}, verify=False)
    assert chunks.status_code == 413


def test_a_slow_answer_does_not_bring_the_question_again(api: BotApi, settings: dict[str, str]) -> None:
    """The update counts as taken while its answer is still being made."""
    index, ann = Held(), api.person("Ann")

    def person() -> None:
        ann.says("Why?")
        api.called("sendChatAction")
        api.delivered()
        assert index.asked == ["Why?"]
        ann.hears_nothing(0)
        index.free.release()
        assert ann.hears().text == texts.not_in_articles(0)
        stop()

    serve_until_stopped(api, index, person, **settings)
    assert index.asked == ["Why?"]


def test_what_is_in_hand_is_finished_and_the_rest_waits(api: BotApi, settings: dict[str, str], tmp_path: Path) -> None:
    """After SIGTERM the question in hand is answered, half a request holds nothing up, later ones wait."""
    index, ann, bob = Held(), api.person("Ann"), api.person("Bob")

    def first() -> None:
        ann.says("Why?")
        api.called("sendChatAction")
        host, _, port = settings["webhook_listen"].partition(":")
        with socket.create_connection((host, int(port))) as half:
            half.sendall(f"POST /tele.gram HTTP/1.1\r\n{HEADER}: {SECRET}\r\nContent-Length: 9\r\n\r\n{{".encode())
            stop()
            until(lambda: _is_closed(settings))
            bob.says("When?")
            index.free.release()

    def second() -> None:
        index.free.release()
        assert bob.hears().text == texts.not_in_articles(0)
        stop()

    serve_until_stopped(api, index, first, articles_home=tmp_path, **settings)
    assert ann.hears(timeout=0).text == texts.not_in_articles(0)
    assert api.pending == 1
    bob.hears_nothing(0)
    serve_until_stopped(api, index, second, articles_home=tmp_path, **settings)
    ann.hears_nothing(0)
    assert index.asked == ["Why?", "When?"]


def test_an_address_that_cannot_be_listened_on_is_named(api: BotApi, settings: dict[str, str]) -> None:
    """The bot says which setting to change, and does not set the webhook."""
    host, _, port = settings["webhook_listen"].partition(":")
    with socket.create_server((host, int(port))), pytest.raises(CannotServe, match=r"^WEBHOOK_LISTEN=.* in use"):
        serve_until_stopped(api, Held(), idle, **settings)
    with pytest.raises(CannotServe, match=r"^WEBHOOK_LISTEN=192\.0\.2\.1:8080 can't be used: .*; set another one$"):
        serve_until_stopped(api, Held(), idle, **settings | {"webhook_listen": "192.0.2.1:8080"})
    assert api.calls_of("setWebhook") == []


def test_a_url_that_the_server_does_not_take_is_named(api: BotApi, settings: dict[str, str]) -> None:
    """The bot ends, and says what the server says."""
    api.fail("setWebhook", 400, "Bad Request: bad webhook: failed to resolve host")
    with pytest.raises(CannotServe) as caught:
        serve_until_stopped(api, Held(), idle, **settings)
    assert str(caught.value) == f"{api.url} refuses: Bad webhook: failed to resolve host; check WEBHOOK_URL"


def test_updates_that_could_not_be_brought_are_a_finding(
    api: BotApi, settings: dict[str, str], caplog: pytest.LogCaptureFixture
) -> None:
    """Where updates wait, the log says why the server did not get through; they are answered then."""
    index, ann = Held(), api.person("Ann")
    index.free.release()
    with Caller(api) as call:
        call("setWebhook", url=settings["webhook_url"], secret_token=SECRET)
        ann.says("Why?")
        until(lambda: "last_error_message" in call("getWebhookInfo"))

    def person() -> None:
        assert ann.hears().text == texts.not_in_articles(0)
        stop()

    caplog.set_level(logging.INFO, "bot.startup")
    serve_until_stopped(api, index, person, **settings)
    assert "updates that wait: 1, since WEBHOOK_URL failed: [Errno 111] Connection refused" in caplog.messages


def _is_closed(settings: dict[str, str]) -> bool:
    host, _, port = settings["webhook_listen"].partition(":")
    with socket.socket() as probe:
        return probe.connect_ex((host, int(port))) != 0
