"""Forum topics with the real bot, over HTTP: what it writes stays in the topic, as long as there is one."""

from __future__ import annotations

import pytest

from bot import texts
from index import ArticleIndex
from tests.botapi import BotApi, Group, Person

from .running import QUESTION, TARGET, RunningBot
from .serving import serve_while


@pytest.fixture
def forum(api: BotApi, bot: RunningBot, ann: Person) -> Group:
    """Return a forum that the bot was just added to."""
    made = api.group("Forum", forum=True)
    made.adds_bot(ann)
    made.hears()
    return made


def _last_thread(api: BotApi, forum: Group) -> str | None:
    """Return the topic that the last message was sent to."""
    sent = [call for call in api.calls_of("sendMessage") if call.parameters["chat_id"] == str(forum.id)]
    return sent[-1].parameters.get("message_thread_id")


def test_a_new_topic_gets_nothing(forum: Group, ann: Person) -> None:
    """Nobody asked anything by opening one."""
    forum.opens_topic(ann, QUESTION)
    forum.hears_nothing(0.3)


def test_buttons_answer_in_the_topic(api: BotApi, forum: Group, ann: Person) -> None:
    """What a button brings comes where the button is, as a reply."""
    topic = forum.opens_topic(ann, "Trade")
    forum.says(ann, f"/ask {QUESTION}", topic=topic)
    answer = forum.hears()
    for button in ("More passages", "Context"):
        forum.presses(api.person("Ben"), answer, button).answered()
        assert forum.hears().reply_to == answer.id
        assert _last_thread(api, forum) == str(topic)


def test_a_topic_that_is_gone_is_answered_outside(api: BotApi, forum: Group, ann: Person) -> None:
    """Where the number is no topic's any more, the answer comes without it."""
    topic = forum.opens_topic(ann, "Trade")
    forum.deletes_topic(topic)
    question = forum.says(ann, f"/ask {QUESTION}", topic=topic)
    answer = forum.hears()
    assert TARGET in answer.text
    assert answer.reply_to == question
    assert _last_thread(api, forum) is None


def test_a_closed_topic_is_a_line_in_the_log(bot: RunningBot, forum: Group, ann: Person) -> None:
    """An admin may ask there, but the bot may not answer."""
    topic = forum.opens_topic(ann, "Trade")
    forum.closes_topic(topic)
    forum.says(ann, f"/ask {QUESTION}", topic=topic)
    bot.logs(f"WARNING chat {forum.id}: Topic_closed")
    assert "Traceback" not in bot.log


def test_an_apology_comes_into_the_topic(index: ArticleIndex, caplog: pytest.LogCaptureFixture) -> None:
    """Not into the General one, where nobody knows what it is about."""
    with BotApi() as api:
        ann, forum = api.person("Ann"), api.group("Forum", forum=True)

        def act() -> None:
            forum.adds_bot(ann)
            forum.hears()
            topic = forum.opens_topic(ann, "Trade")
            api.fail("sendMessage", 400, "Bad Request: anything", chat_id=forum.id)
            forum.says(ann, "/ask who won?", topic=topic)
            assert forum.hears().text.startswith(texts.went_wrong("")[:30])
            assert _last_thread(api, forum) == str(topic)

        serve_while(api, index, act)
    assert [record for record in caplog.records if record.levelname == "ERROR"]
