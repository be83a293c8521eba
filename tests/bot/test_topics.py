"""What a chat talks about."""

from __future__ import annotations

import pytest

from bot import topics
from bot.topics import Talk, Topics


def test_each_chat_has_the_article_of_its_last_answer() -> None:
    """A later answer takes the place of the earlier one, in its own chat only."""
    known = Topics()
    known.note((1, None), 7, "port")
    known.note((2, None), 7, "bridge")
    known.note((1, None), 7, "harvest")
    assert (known.of((1, None)).article, known.of((2, None)).article, known.of((3, None)).article) == (
        "harvest",
        "bridge",
        None,
    )


def test_the_chats_that_asked_last_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond the most that are kept the chat that has not asked for the longest time is forgotten."""
    monkeypatch.setattr(topics, "_CHATS", 2)
    known = Topics()
    known.note((1, None), 7, "port")
    known.note((2, None), 7, "bridge")
    known.note((1, None), 7, "port")
    known.note((3, None), 7, "harvest")
    assert [known.of((chat, None)).article for chat in (1, 2, 3)] == ["port", None, "harvest"]


def test_each_topic_of_a_forum_is_a_place_of_its_own() -> None:
    """What one topic talks about says nothing about another, nor about what is outside all."""
    known = Topics()
    known.note((1, 5), 7, "port")
    assert (known.of((1, 5)).article, known.of((1, 6)).article, known.of((1, None)).article) == ("port", None, None)


def test_a_refusal_leaves_the_article_that_is_talked_about() -> None:
    """What was shown last is the refusal, the article still that of the answer before."""
    known = Topics()
    known.note((1, None), 7, "port")
    known.note((1, None), 8, None)
    assert known.of((1, None)) == Talk(8, "port")
    assert known.of((2, None)) == Talk(None, None)
