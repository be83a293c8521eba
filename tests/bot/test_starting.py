"""How the bot starts, and when it is sent away."""

from __future__ import annotations

import urllib.request
from collections.abc import Iterator

import pytest

from bot.connecting import CannotServe
from index import ArticleIndex
from tests.botapi import BotApi

from .serving import idle, listening, serve_until_stopped, stop


@pytest.fixture
def api() -> Iterator[BotApi]:
    """Return a Bot API server for one test."""
    with BotApi() as server:
        yield server


def test_a_wrong_token_is_named_as_such(api: BotApi, index: ArticleIndex) -> None:
    """The message says which server refused it and where to get another; the token does not stand in it."""
    with pytest.raises(CannotServe) as caught:
        serve_until_stopped(api, index, idle, token="123:wrong")
    assert str(caught.value) == f"BOT_TOKEN is not accepted by {api.url}; get one from @BotFather"


def test_a_server_that_is_away_is_waited_for(
    api: BotApi, index: ArticleIndex, caplog: pytest.LogCaptureFixture
) -> None:
    """A server that fails at first is tried again, with one log line, and then served."""
    api.fail("getMe", 502, "Bad Gateway", times=2)

    def person() -> None:
        listening(api)
        stop()

    serve_until_stopped(api, index, person)
    assert [record.getMessage() for record in caplog.records if "reached" in record.getMessage()] == [
        f"{api.url} can't be reached yet: Bad Gateway"
    ]


def test_a_server_that_stays_away_is_given_up(index: ArticleIndex) -> None:
    """After START_PATIENCE the program ends and says what to check."""
    with BotApi() as closed:
        url = closed.url
    with pytest.raises(CannotServe, match=rf"^{url} can't be reached \(.*\); check the network and BOT_API_URL$"):
        serve_until_stopped(closed, index, idle, start_patience=0)


def test_a_second_poller_ends_the_first(api: BotApi, index: ArticleIndex) -> None:
    """Where another program polls with the same token, this one ends at once and says why."""

    def person() -> None:
        listening(api)
        urllib.request.urlopen(f"{api.url}/bot{api.token}/getUpdates", timeout=10).close()

    with pytest.raises(CannotServe, match=r"^another program is polling with this BOT_TOKEN"):
        serve_until_stopped(api, index, person)


def test_a_webhook_is_removed(api: BotApi, index: ArticleIndex) -> None:
    """A bot that had a webhook can be polled."""
    urllib.request.urlopen(f"{api.url}/bot{api.token}/setWebhook?url=https://example.org/", timeout=10).close()

    def person() -> None:
        listening(api)
        stop()

    serve_until_stopped(api, index, person)
    assert 200 in [call.status for call in api.calls_of("getUpdates")]
    assert not [call for call in api.calls if "webhook is active" in call.description]
