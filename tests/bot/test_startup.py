"""What the operator reads at the start: what is off, and how to turn it on."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from typing import Any

import pytest

from tests.botapi import BotApi
from tests.botapi.caller import Caller

from .serving import idle, serve_while
from .test_worker import Held


@pytest.fixture
def api() -> Iterator[BotApi]:
    """Return a Bot API server whose bot may do everything."""
    with BotApi() as server:
        server.botfather(inline=True, guests=True)
        server.privacy_mode(on=False)
        yield server


def said(api: BotApi, caplog: pytest.LogCaptureFixture) -> list[str]:
    """Start the bot, and return what it logs until it polls."""
    caplog.set_level(logging.INFO, "bot")
    serve_while(api, Held(), idle)
    return [record.getMessage() for record in caplog.records]


def test_a_healthy_bot_says_no_more_than_that_it_runs(api: BotApi, caplog: pytest.LogCaptureFixture) -> None:
    """There is a line for the start and one for the end."""
    assert said(api, caplog) == [
        "@article_answers_bot is listening, 1 article",
        "@article_answers_bot has stopped",
    ]


@pytest.mark.parametrize(
    ("powers", "words"),
    [
        ({"inline": False, "guests": True}, ["inline mode is off", "/setinline"]),
        ({"inline": True, "guests": False}, ["guest mode is off", "Guest Mode", "@BotFather"]),
        ({"inline": True, "guests": True, "groups": False}, ["nobody can add", "/setjoingroups"]),
    ],
    ids=["inline", "guests", "groups"],
)
def test_what_is_off_is_a_line(
    api: BotApi, caplog: pytest.LogCaptureFixture, powers: dict[str, Any], words: list[str]
) -> None:
    """It says what does not work, and what to do at @BotFather."""
    api.botfather(**powers)
    finding, *usual = said(api, caplog)
    assert len(usual) == 2
    assert all(word in finding for word in words)


def test_privacy_mode_is_explained(api: BotApi, caplog: pytest.LogCaptureFixture) -> None:
    """Mentions do not reach the bot, /ask and replies do; turned off, it works once the bot is added again."""
    api.privacy_mode(on=True)
    finding, *usual = said(api, caplog)
    assert len(usual) == 2
    assert all(word in finding for word in ("privacy mode", "/ask", "replies", "/setprivacy", "add it again"))


def test_a_webhook_elsewhere_is_named_and_removed(api: BotApi, caplog: pytest.LogCaptureFixture) -> None:
    """Where the bot is to fetch its updates, it says whose webhook ends; of its address only the host."""
    with Caller(api) as call:
        call("setWebhook", url="https://old.example.org/secret-path")
        assert said(api, caplog)[0] == "a webhook was set at old.example.org; it is removed, as WEBHOOK_URL says"
        assert call("getWebhookInfo")["url"] == ""


def test_a_server_that_knows_no_webhooks_will_do(api: BotApi, caplog: pytest.LogCaptureFixture) -> None:
    """Where the state of the webhook can't be had, that is a line, and the bot goes on."""
    api.fail("getWebhookInfo", 404, "Not Found")
    finding, *usual = said(api, caplog)
    assert finding.startswith("whether a webhook is set is not known: ")
    assert len(usual) == 2


@pytest.mark.parametrize("status", [400, 404, 429, 502])
def test_a_menu_that_cannot_be_set_is_a_line(api: BotApi, caplog: pytest.LogCaptureFixture, status: int) -> None:
    """The other menu is set, and the bot goes on without waiting."""
    api.fail("setMyCommands", status, "No", retry_after=30 if status == 429 else None)
    finding, *usual = said(api, caplog)
    assert finding.startswith("the menu of commands for all_private_chats could not be set: ")
    assert len(usual) == 2
    with Caller(api) as call:
        assert call("getMyCommands", scope={"type": "all_private_chats"}) == []
        assert [one["command"] for one in call("getMyCommands", scope={"type": "all_group_chats"})] == [
            "ask",
            "help",
            "id",
        ]
