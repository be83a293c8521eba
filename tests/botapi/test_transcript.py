"""The transcript of a conversation."""

from __future__ import annotations

from typing import Any

from .api import BotApi
from .caller import Caller
from .formatted import formatted
from .groupchats import ANONYMOUS
from .people import Person
from .transcript import marked, transcript

_HTML = {"parse_mode": "HTML"}


def _buttons(*labels: str) -> dict[str, Any]:
    return {"inline_keyboard": [[{"text": label, "callback_data": label} for label in labels]]}


def test_a_private_chat_is_read_as_on_the_screen(ann: Person, api: BotApi, call: Caller) -> None:
    """Who said what in reply to what, buttons, presses with what they bring, edits, and what is gone."""
    question = ann.says("what is the target?")
    text = 'It is <b>40 billion</b>.\n\n<a href="https://example.org/a">Trade</a>'
    sent = call("sendMessage", chat_id=ann.id, text=text, reply_to_message_id=question,
                reply_markup=_buttons("More", "👎"), **_HTML)  # fmt: skip
    answer = ann.hears()
    press = ann.presses(answer, "👎")
    call("answerCallbackQuery", callback_query_id=press.id, text="What was wrong?", show_alert=True)
    silent = ann.presses(answer, "More")
    call("answerCallbackQuery", callback_query_id=silent.id)
    here = {"chat_id": ann.id, "message_id": sent["message_id"]}
    call("editMessageReplyMarkup", reply_markup=_buttons("Wrong article"), **here)
    call("editMessageReplyMarkup", **here)
    ann.edits(question, "what is the target of the trade?")
    call("editMessageText", text="The articles do not say.", **here)
    call("setMessageReaction", chat_id=ann.id, message_id=question, reaction=[{"type": "emoji", "emoji": "🤷"}])
    call("setMessageReaction", chat_id=ann.id, message_id=question, reaction=[])
    call("deleteMessage", **here)
    ann.presses_data(answer, "forged")
    ann.sends("photo", "look")
    ann.blocks()
    assert (
        transcript(api)
        == """\
── Private chat with Ann ──

Ann: what is the target?

Article Answers, in reply to Ann “what is the target?”:
    It is **40 billion**.

    Trade (https://example.org/a)
    [More] [👎]

Ann presses [👎]

Ann sees an alert: What was wrong?

Ann presses [More]

Article Answers changes the buttons: “It is 40 billion. Trade”
    [Wrong article]

Article Answers takes off the buttons: “It is 40 billion. Trade”

Ann edits “what is the target?”: what is the target of the trade?

Article Answers edits “It is 40 billion. Trade”: The articles do not say.

The bot reacts with 🤷: “what is the target of the trade?”

The bot takes its reaction off: “what is the target of the trade?”

A message of Article Answers is deleted: “The articles do not say.”

Ann presses [a button that is gone] under a message that is gone

Ann: (photo) look

Ann blocks the bot
"""
    )


def test_chats_take_turns(ann: Person, api: BotApi, call: Caller) -> None:
    """Groups with their topics, what happens in them, inline mode, guests and channels, each under its name."""
    group, forum = api.group("News fans"), api.group("Forum", forum=True)
    group.adds_bot(ann)
    group.promotes_bot(ann)
    group.says(ANONYMOUS, "hi")
    forum.adds_bot(ann)
    forum.says(ann, "/ask", topic=forum.opens_topic(ann, "Trade"))
    ann.types("how much?")
    content = {"message_text": "<b>$10</b>", **_HTML}
    result = {"type": "article", "id": "1", "title": "$10", "description": "Trend", "input_message_content": content}
    query = call("getUpdates")[-1]["inline_query"]["id"]
    button = {"text": "Ask in private", "start_parameter": "a"}
    call("answerInlineQuery", inline_query_id=query, results=[result], button=button)
    ann.types("and?")
    call("answerInlineQuery", inline_query_id=call("getUpdates")[-1]["inline_query"]["id"], results=[])
    ann.says("$10", via_bot=True)
    ben = api.person("Ben", last_name="Ray")
    api.couple(ben).says(ann, "@article_answers_bot how much?")
    call("answerGuestQuery", guest_query_id=call("getUpdates")[-1]["guest_message"]["guest_query_id"], result=result)
    group.removes_bot(ann)
    call("leaveChat", chat_id=forum.id)
    api.channel("Daily").posts("News")
    basic, bigger = api.group("Small", basic=True), api.group("Small")
    basic.moves_to(bigger)
    assert (
        transcript(api)
        == """\
── Group “News fans” ──

Ann adds the bot

Ann makes the bot an admin

News fans: hi

── Group “Forum” ──

Ann adds the bot

── Group “Forum”, topic “Trade” ──

Ann opens the topic “Trade”

Ann: /ask

── Behind the bot's name, in any chat ──

Ann types: how much?

Ann is offered:
    $10: Trend
    [Ask in private]

Ann types: and?

Ann is offered nothing

── Private chat with Ann ──

Ann, by way of the bot: $10

── Chat of Ben with somebody else ──

Ann: @article_answers_bot how much?

Article Answers, in reply to Ann “@article_answers_bot how much?”: **$10**

── Group “News fans” ──

Ann removes the bot

── Group “Forum” ──

The bot leaves

── Channel “Daily” ──

News

── Group “Small” ──

The group becomes a supergroup

The group is a supergroup now
"""
    )


def test_marks_stand_around_the_words() -> None:
    """Also where parts touch, nest, or follow an emoji; an end comes before a beginning."""
    html = '🙂<b>a <a href="https://e.org/x">b</a></b><a href="https://e.org/y"><b>c</b> d</a>'
    assert marked(formatted(html, "HTML")) == "🙂**a b (https://e.org/x)c** d (https://e.org/y)"
    assert marked(formatted('<b>a</b> <a href="https://e.org"><b>b</b></a>', "HTML")) == "**a** **b** (https://e.org/)"
