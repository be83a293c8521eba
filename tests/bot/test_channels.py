"""Channels with the real bot, over HTTP: their posts, and what they write in groups."""

from __future__ import annotations

import pytest

from bot import texts
from index import ArticleIndex
from tests.botapi import BotApi, Group, Person

from .running import QUESTION, TARGET
from .serving import serve_while


def test_a_plain_message_handler_gets_no_channel_posts_or_edits(
    index: ArticleIndex, caplog: pytest.LogCaptureFixture
) -> None:
    """Posts that wait from before the bot said what it wants are dropped, whatever stands in them."""
    with BotApi() as api:
        channel, ann = api.channel("Daily"), api.person("Ann")
        for text in ("who won?", "@article_answers_bot who won?", "/ask who won?", "/help@article_answers_bot"):
            channel.edits(channel.posts(text), text)

        def act() -> None:
            ann.says("hi")
            assert ann.hears().text == texts.GREETING()

        serve_while(api, index, act)
        assert [call.parameters["chat_id"] for call in api.calls_of("sendMessage")] == [str(ann.id)]
    assert not [record for record in caplog.records if record.levelname == "ERROR"]


def test_who_writes_as_a_channel_is_answered(api: BotApi, group: Group) -> None:
    """There is no person to know, but a question."""
    question = group.says(api.channel("Daily"), f"/ask {QUESTION}")
    answer = group.hears()
    assert TARGET in answer.text
    assert answer.reply_to == question


def test_a_channel_s_post_is_asked_by_a_reply(api: BotApi, group: Group, ann: Person) -> None:
    """A post in the group that discusses it gets nothing by itself; in its comments it can be the question."""
    post = group.forwards(api.channel("Daily"), QUESTION)
    group.hears_nothing(0.3)
    group.says(ann, "/ask", reply_to=post, thread=post)
    answer = group.hears()
    assert TARGET in answer.text
    assert answer.reply_to == post
