"""Whom a message in a group speaks to, as Telegram marks it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from telegram import Chat, ForumTopicCreated, Message, MessageEntity, User

from bot.addressing import Asked, by_command, by_mention, by_reply

_ME = User(7, "Answers", is_bot=True, username="answers_bot")
_ANN = User(5, "Ann", is_bot=False)
_GROUP = Chat(-100, Chat.SUPERGROUP)


def _message(text: str, *entities: MessageEntity, number: int = 1, by: User = _ANN, **more: object) -> Message:
    return Message(number, datetime.now(UTC), _GROUP, from_user=by, text=text, entities=entities, **more)  # type: ignore[arg-type]


def _mention(offset: int, length: int = 12) -> MessageEntity:
    return MessageEntity(MessageEntity.MENTION, offset, length)


@pytest.mark.parametrize("text", ["@answers_bot who won?", "@ANSWERS_BOT who won?"])
def test_a_mention_is_cut_out(text: str) -> None:
    """What is left of the text is the question."""
    assert by_mention(_message(text, _mention(0)), _ME) == Asked("who won?", 1)


def test_offsets_are_in_utf_16() -> None:
    """An emoji counts as two; nothing of it or of the question is lost."""
    assert by_mention(_message("🙂🙂 @answers_bot who won?", _mention(5)), _ME) == Asked("🙂🙂 who won?", 1)


def test_a_text_mention_is_told_by_the_account() -> None:
    """A name without an @ that links to the bot speaks to it; one that links to somebody else does not."""
    own = MessageEntity(MessageEntity.TEXT_MENTION, 0, 7, user=_ME)
    assert by_mention(_message("Answers who won?", own), _ME) == Asked("who won?", 1)
    ann = MessageEntity(MessageEntity.TEXT_MENTION, 0, 7, user=_ANN)
    assert by_mention(_message("Answers who won?", ann), _ME) is None


def test_words_that_look_like_its_name_are_no_mention() -> None:
    """What is not marked as a mention, or marks a longer name or an address, speaks to nobody here."""
    assert by_mention(_message("@answers_bot who won?"), _ME) is None
    assert by_mention(_message("@answers_bot2 who won?", _mention(0, 13)), _ME) is None
    url = MessageEntity(MessageEntity.URL, 0, 12)
    assert by_mention(_message("@answers_bot who won?", url), _ME) is None


def test_a_reply_is_told_by_the_account_replied_to() -> None:
    """A reply to the bot is a question, a reply to somebody of the same name is not."""
    twin = User(8, "Answers", is_bot=True, username="answers2_bot")
    own, other = _message("It was Ann.", number=9, by=_ME), _message("It was Ann.", number=9, by=twin)
    assert by_reply(_message("and in 2023?", reply_to_message=own), _ME) == Asked("and in 2023?", 1)
    assert by_reply(_message("and in 2023?", reply_to_message=other), _ME) is None
    assert by_reply(_message("and in 2023?"), _ME) is None


def test_a_topic_s_first_message_is_no_question() -> None:
    """In a forum every message that replies to nothing replies to that one."""
    opening = _message("", number=9, forum_topic_created=ForumTopicCreated("Trade", 0))
    assert by_command(_message("/ask", reply_to_message=opening)) == Asked("", 1)
    assert by_command(_message("/ask", reply_to_message=_message("who won?", number=9))) == Asked("who won?", 9)
    assert by_command(_message("/ask who\nlost?")) == Asked("who\nlost?", 1)
