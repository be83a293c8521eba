"""A private chat with the real bot, over HTTP: what is said around the questions."""

from __future__ import annotations

import re

import pytest

from bot import texts
from tests.botapi import BotApi
from tests.botapi.attachments import Kind

from .running import SOURCE, RunningBot

pytestmark = pytest.mark.usefixtures("bot")


def test_start_is_one_message_with_two_examples(api: BotApi) -> None:
    """The first message says what the bot does and how much it knows, and offers two questions."""
    ann = api.person("Ann")
    ann.says("/start")
    welcome = ann.hears()
    assert welcome.text == (
        "I answer questions from 10 news articles, word for word, and name the source. "
        "Try one of these, or ask your own:"
    )
    assert [len(row) for row in welcome.buttons] == [1, 1]
    ann.hears_nothing(0.3)


def test_an_example_is_asked_by_pressing_it(api: BotApi) -> None:
    """The press is answered, and the answer comes as one new message."""
    ann = api.person("Ann")
    ann.says("/start")
    welcome = ann.hears()
    press = ann.presses(welcome, welcome.buttons[0][0].text)
    assert press.answered().text == ""
    answer = ann.hears()
    assert answer.bold
    assert [button.text for button in answer.buttons[0]] == ["More passages", "Context"]
    ann.hears_nothing(0.3)


def test_help_names_every_command(api: BotApi) -> None:
    """/help says how to ask and which commands there are."""
    ann = api.person("Ann")
    ann.says("/help")
    heard = ann.hears().text
    assert re.findall(r"^/\w+", heard, re.MULTILINE) == ["/start", "/help", "/sources", "/language", "/id"]


def test_sources_are_paged_in_place(api: BotApi) -> None:
    """Eight articles a page, newest first; the buttons turn the same message."""
    ann = api.person("Ann")
    ann.says("/sources")
    first = ann.hears()
    lines = first.text.split("\n\n")
    assert lines[0] == "10 articles, newest first (page 1 of 2)"
    assert lines[1].startswith(SOURCE)
    assert lines[3] == "Harvest 1997, 1 September 1997"
    assert len(lines) == 9
    ann.presses(first, "▶")
    second = ann.sees_edited(first)
    assert second.text.split("\n\n")[1:] == ["Harvest 1991, 1 September 1991", "Harvest 1990, 1 September 1990"]
    ann.presses(second, "◀")
    assert ann.sees_edited(second).text == first.text


def test_turning_to_the_same_page_again_is_no_error(api: BotApi, bot: RunningBot) -> None:
    """Where nothing changes, nothing happens, and nothing goes wrong."""
    ann = api.person("Ann")
    ann.says("/sources")
    first = ann.hears()
    assert ann.presses_data(first, "sources:1").answered().text == ""
    ann.says("hi")
    assert ann.hears().text == texts.GREETING()
    assert "not modified" not in bot.log


def test_id_tells_the_own_id(api: BotApi) -> None:
    """/id is for ADMIN_IDS, and says so."""
    ann = api.person("Ann")
    ann.says("/id")
    assert ann.hears().text == f"Your id is {ann.id}; to make you an admin, it goes into ADMIN_IDS."


@pytest.mark.parametrize(
    ("text", "reply"), [("Salam!", texts.GREETING()), ("спасибо", texts.THANKS()), ("👍", texts.NO_WORDS())]
)
def test_small_talk_gets_one_friendly_line(api: BotApi, text: str, reply: str) -> None:
    """Greetings, thanks and emoji are no questions."""
    ann = api.person("Ann")
    ann.says(text)
    assert ann.hears().text == reply


@pytest.mark.parametrize("kind", ["photo", "voice", "sticker", "document", "video", "location", "contact"])
def test_what_is_no_text_gets_one_line(api: BotApi, kind: Kind) -> None:
    """Whatever else can be sent, the reply says what the bot reads."""
    ann = api.person("Ann")
    ann.sends(kind)
    assert ann.hears().text == texts.TEXT_ONLY()


def test_an_unknown_command_points_to_help(api: BotApi) -> None:
    """A command that is none gets one friendly line."""
    ann = api.person("Ann")
    ann.says("/weather Baku")
    assert ann.hears().text == texts.UNKNOWN_COMMAND()
