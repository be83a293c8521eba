"""A private chat with the real bot, over HTTP, while something goes wrong."""

from __future__ import annotations

import pytest

from tests.botapi import BotApi

from .running import QUESTION, TARGET, RunningBot


def lines_about(bot: RunningBot, chat: int, words: str) -> list[str]:
    """Wait until the log says `words` and return its lines about a chat."""
    return [line for line in bot.logs(words).splitlines() if f"chat {chat}" in line]


def test_flood_control_delays_an_answer_and_does_not_double_it(api: BotApi, bot: RunningBot) -> None:
    """Told to wait a second, the bot sends the answer after that, once; others are served meanwhile."""
    ann, bob = api.person("Ann"), api.person("Bob")
    api.fail("sendMessage", 429, "Too Many Requests: retry after 2", retry_after=2, chat_id=ann.id)
    ann.says(QUESTION)
    api.called("sendMessage")
    bob.says("hi")
    bob.hears(timeout=1)
    assert TARGET in ann.hears().bold[0]
    ann.hears_nothing(0.5)
    bot.logs("sendMessage: Flood control exceeded. Retry in 0:00:02; sent again in 2 s")


def test_a_failing_server_is_tried_again(api: BotApi, bot: RunningBot) -> None:
    """A message that the server could not take is sent again."""
    ann = api.person("Ann")
    api.fail("sendMessage", 502, "Bad Gateway", chat_id=ann.id)
    ann.says("hi")
    ann.hears(timeout=5)
    ann.hears_nothing(0.3)


def test_a_person_who_blocked_the_bot_is_one_line(api: BotApi, bot: RunningBot) -> None:
    """An answer to someone who is gone is logged in one line, without a traceback."""
    ann = api.person("Ann")
    ann.says(QUESTION)
    ann.blocks()
    (line,) = lines_about(bot, ann.id, f"chat {ann.id}: Forbidden")
    assert line.endswith(f"WARNING chat {ann.id}: Forbidden: bot was blocked by the user")
    assert "Traceback" not in bot.log


def test_refused_markup_is_sent_as_plain_text(api: BotApi, bot: RunningBot) -> None:
    """Where Telegram can't parse the HTML, the answer comes without bold type, and the log says so."""
    ann = api.person("Ann")
    api.fail("sendMessage", 400, "Bad Request: can't parse entities: Unsupported start tag", chat_id=ann.id)
    ann.says(QUESTION)
    answer = ann.hears()
    assert TARGET in answer.text
    assert answer.bold == []
    assert [button.text for button in answer.buttons[0]] == ["More passages", "Context"]
    (line,) = lines_about(bot, ann.id, "sent as plain text")
    assert "ERROR" in line


def test_a_press_that_is_too_old_still_works(api: BotApi, bot: RunningBot) -> None:
    """Where Telegram no longer takes the answer to the press, its message comes all the same."""
    ann = api.person("Ann")
    ann.says(QUESTION)
    answer = ann.hears()
    api.fail("answerCallbackQuery", 400, "Bad Request: query is too old and response timeout expired")
    ann.presses(answer, "Context")
    assert ann.hears().bold == answer.bold
    bot.logs("answerCallbackQuery: Query is too old")


def test_failing_typing_does_not_matter(api: BotApi, bot: RunningBot) -> None:
    """The answer comes without the action where that is refused."""
    ann = api.person("Ann")
    api.fail("sendChatAction", 429, "Too Many Requests: retry after 30", retry_after=30, chat_id=ann.id)
    ann.says(QUESTION)
    assert TARGET in ann.hears(timeout=10).bold[0]


def test_a_lost_connection_is_not_an_answer_sent_twice(api: BotApi, bot: RunningBot) -> None:
    """Whether a message came through is unknown where the connection is lost, so it is logged, not sent again."""
    ann = api.person("Ann")
    api.drop("sendMessage", chat_id=ann.id)
    ann.says(QUESTION)
    lines_about(bot, ann.id, f"chat {ann.id}: httpx.RemoteProtocolError")
    ann.hears_nothing(1)


@pytest.mark.usefixtures("bot")
def test_lost_polls_are_made_again(api: BotApi, bot: RunningBot) -> None:
    """After polls that failed, the bot goes on, having said so in one line."""
    ann = api.person("Ann")
    api.fail("getUpdates", 502, "Bad Gateway", times=2)
    ann.says("hi")
    ann.hears()
    ann.says("hi")
    ann.hears()
    assert bot.logs("Bad Gateway").count("updates can't be fetched") == 1


def test_no_traceback_and_no_token_stands_in_the_log(api: BotApi, bot: RunningBot) -> None:
    """All of this was expected, and the log can be shown to anyone."""
    assert "Traceback" not in bot.log
    assert api.token not in bot.log
    assert api.token.split(":")[1] not in bot.log
