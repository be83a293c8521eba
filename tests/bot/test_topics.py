"""Which article a chat talks about."""

from __future__ import annotations

import pytest

from bot import topics
from bot.topics import Topics


def test_each_chat_has_the_article_of_its_last_answer() -> None:
    """A later answer takes the place of the earlier one, in its own chat only."""
    known = Topics()
    known.note((1, None), "port")
    known.note((2, None), "bridge")
    known.note((1, None), "harvest")
    assert (known.of((1, None)), known.of((2, None)), known.of((3, None))) == ("harvest", "bridge", None)


def test_the_chats_that_asked_last_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond the most that are kept the chat that has not asked for the longest time is forgotten."""
    monkeypatch.setattr(topics, "_CHATS", 2)
    known = Topics()
    known.note((1, None), "port")
    known.note((2, None), "bridge")
    known.note((1, None), "port")
    known.note((3, None), "harvest")
    assert [known.of((chat, None)) for chat in (1, 2, 3)] == ["port", None, "harvest"]


def test_each_topic_of_a_forum_is_a_place_of_its_own() -> None:
    """What one topic talks about says nothing about another, nor about what is outside all."""
    known = Topics()
    known.note((1, 5), "port")
    assert (known.of((1, 5)), known.of((1, 6)), known.of((1, None))) == ("port", None, None)
