"""Guest queries of the stand-in: mentions where the bot is no member, and its one message there."""

from __future__ import annotations

from typing import Any

from .api import BotApi
from .caller import Caller
from .people import Person
from .queries import TOO_OLD

_ME = "@article_answers_bot"
_RESULT: dict[str, Any] = {
    "type": "article",
    "id": "1",
    "title": "A",
    "input_message_content": {"message_text": "<b>$10 billion</b>", "parse_mode": "HTML"},
}
_LATE = (400, f"Bad Request: {TOO_OLD}")


def test_a_mention_in_a_foreign_group_is_told(api: BotApi, ann: Person, call: Caller) -> None:
    """With the chat, what it replies to and the query's id; what mentions nobody is not told."""
    group = api.group("News fans")
    question = group.says(ann, "how much?")
    mention = group.says(ann, f"{_ME.upper()} well?", reply_to=question)
    group.says(ann, f"{_ME}2 well?")
    [update] = call("getUpdates")
    message = update["guest_message"]
    assert (message["message_id"], message["chat"]["id"], message["from"]["id"]) == (mention, group.id, ann.id)
    assert message["reply_to_message"]["text"] == "how much?"
    assert message["guest_query_id"].isdecimal()


def test_it_is_answered_once(api: BotApi, ann: Person, call: Caller) -> None:
    """The message comes into the chat under the bot's name; a second one, and one that is late, do not."""
    group = api.group("News fans")
    mention = group.says(ann, f"{_ME} how much?")
    query_id = call("getUpdates")[0]["guest_message"]["guest_query_id"]
    sent = call("answerGuestQuery", guest_query_id=query_id, result=_RESULT)
    assert list(sent) == ["inline_message_id"]
    answer = group.hears()
    assert (answer.bold, answer.reply_to) == (["$10 billion"], mention)
    assert call.error("answerGuestQuery", guest_query_id=query_id, result=_RESULT) == _LATE
    group.says(ann, f"{_ME} how much?")
    group.forgets()
    query_id = call("getUpdates")[-1]["guest_message"]["guest_query_id"]
    assert call.error("answerGuestQuery", guest_query_id=query_id, result=_RESULT) == _LATE
    assert call.error("answerGuestQuery", guest_query_id=query_id) == (400, "Bad Request: result isn't specified")


def test_a_chat_of_two_bears_the_id_of_one(api: BotApi, ann: Person, call: Caller) -> None:
    """It looks like that one's chat with the bot, and is not: nothing said there is heard in it."""
    ben = api.person("Ben")
    couple = api.couple(ben)
    couple.says(ann, "hi")
    couple.says(ann, f"{_ME} how much?")
    [update] = call("getUpdates")
    message = update["guest_message"]
    assert (message["chat"]["id"], message["chat"]["type"], message["from"]["id"]) == (ben.id, "private", ann.id)
    call("answerGuestQuery", guest_query_id=message["guest_query_id"], result=_RESULT)
    assert couple.hears().text == "$10 billion"
    ben.hears_nothing(0)
