"""An admin's private chat has a menu with the commands of admins."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot import labels
from bot.languages import speaking
from index import ArticleIndex
from tests.botapi import BotApi
from tests.botapi.caller import Caller

from .newsdesk import Desk


@pytest.fixture
def desk(library: ArticleIndex) -> Iterator[Desk]:
    """Return a bot that knows three articles, and its admin, whose app is Russian."""
    with BotApi() as api:
        yield Desk(api, library, api.person("Ada", language="ru"))


def menu(desk: Desk, chat: int) -> list[dict[str, str]]:
    """Return the menu of one private chat."""
    with Caller(desk.api) as call:
        shown: list[dict[str, str]] = call("getMyCommands", scope={"type": "chat", "chat_id": chat})
        return shown


def commands(code: str) -> list[dict[str, str]]:
    """Return the menu of an admin in a language."""
    with speaking(code):
        return [{"command": name, "description": label()} for name, label in labels.ADMIN_COMMANDS.items()]


def test_an_admin_gets_the_menu_with_the_first_message(desk: Desk) -> None:
    """In the language of their app, then in the one that they choose; nobody else gets it."""
    cem = desk.api.person("Cem")

    def act() -> None:
        for person in (desk.ada, cem, desk.ada):
            before = len(desk.api.calls_of("setMyCommands"))
            person.says("hello")
            person.hears()
            if person is desk.ada and not menu(desk, desk.ada.id):
                desk.api.called("setMyCommands", times=before + 1)
        assert menu(desk, desk.ada.id) == commands("ru")
        assert menu(desk, cem.id) == []
        before = len(desk.api.calls_of("setMyCommands"))
        desk.ada.says("/language")
        desk.ada.presses(desk.ada.hears(), "Türkçe").answered()
        desk.api.called("setMyCommands", times=before + 1)
        assert menu(desk, desk.ada.id) == commands("tr")

    desk.while_serving(act)


def test_a_menu_that_cannot_be_set_is_a_line(desk: Desk, caplog: pytest.LogCaptureFixture) -> None:
    """The conversation goes on."""

    def act() -> None:
        desk.api.fail("setMyCommands", 400, "Bad Request: chat not found")
        for _ in range(2):
            desk.ada.says("hello")
            desk.ada.hears()

    desk.while_serving(act)
    assert "the menu of commands for chat could not be set: Chat not found" in caplog.text
