"""What was brought and has no receipt when the program is killed is told of at the next start."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest

from bot import admin_texts
from bot.chats import Chats
from index import ArticleIndex
from tests.botapi import BotApi

from .newsdesk import Desk
from .running import RunningBot
from .serving import until

FERRY = b"The ferry to Elmsford sails again from Monday on."


@pytest.fixture
def desk(library: ArticleIndex) -> Iterator[Desk]:
    """Return a bot that knows three articles, and its admin."""
    with BotApi() as api:
        yield Desk(api, library, api.person("Ada"))


def left(desk: Desk) -> int:
    """Return how much has no receipt yet."""
    with closing(sqlite3.connect(desk.index.settings.articles_home / "unfinished.sqlite")) as database:
        return int(database.execute("SELECT count(*) FROM unfinished").fetchone()[0])


def test_a_kill_is_told_of_with_a_button_to_go_on(desk: Desk) -> None:
    """The file was on its way: the next start says so once, in the admin's language, and adds it after all."""
    home = desk.index.settings.articles_home
    chats = Chats(home)
    chats.change(desk.ada.id, language="tr")
    chats.close()
    desk.api.hang("getFile", 5)
    settings = {"BOT_TOKEN": desk.api.token, "BOT_API_URL": desk.api.url, "ADMIN_IDS": str(desk.ada.id)}
    with RunningBot(home, **settings) as bot:
        sent = desk.ada.sends_file("ferry.txt", FERRY)
        until(lambda: (home / "unfinished.sqlite").exists() and left(desk) == 1)
        bot.process.kill()
        bot.process.wait()

    def act() -> None:
        said = desk.ada.hears()
        assert said.reply_to == sent
        assert said.text != admin_texts.CUT_OFF()
        desk.ada.presses_data(said, "again").answered()
        assert desk.ada.hears().reply_to == sent

    desk.while_serving(act)
    assert left(desk) == 0
    assert len(desk.index.articles()) == 4
    desk.while_serving(lambda: desk.ada.hears_nothing(0.3))


def test_what_has_its_receipt_is_told_of_no_more(desk: Desk) -> None:
    """Nor what failed, which was apologised for."""

    def act() -> None:
        desk.ada.sends_file("ferry.txt", FERRY)
        desk.ada.hears()
        until(lambda: left(desk) == 0)
        desk.api.fail("sendMessage", 400, "Bad Request: anything")
        desk.ada.sends_file("ferry.txt", FERRY)
        desk.ada.hears()
        until(lambda: left(desk) == 0)

    desk.while_serving(act)
    desk.while_serving(lambda: desk.ada.hears_nothing(0.3))


def test_who_can_not_be_told_is_a_line_of_the_log(desk: Desk, caplog: pytest.LogCaptureFixture) -> None:
    """Once: it is not tried again at every start."""
    desk.while_serving(lambda: None)
    with closing(sqlite3.connect(desk.index.settings.articles_home / "unfinished.sqlite")) as database:
        database.execute("INSERT INTO unfinished (chat, message) VALUES (999, 1)")
        database.commit()
    caplog.set_level(logging.WARNING, "bot")
    desk.while_serving(lambda: None)
    assert "chat 999: not told that it was cut off: Chat not found" in caplog.text
    assert left(desk) == 0
