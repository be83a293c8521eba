"""Edited questions with the real bot, over HTTP: the answer follows, in its own message."""

from __future__ import annotations

import pytest

from bot import texts
from index import ArticleIndex
from tests.botapi import Answer, BotApi, Group, Person

from .running import QUESTION, TARGET, RunningBot
from .serving import serve_while, until
from .test_worker import Held

_OTHER, _SAID = "How many tickets did the zoo sell?", "5 < 6 tickets"
_REFUSAL = "The 10 articles that I know do not say."
_UNKNOWN = "Who wrote it?"  # nobody knows which article is meant


@pytest.fixture
def ann(api: BotApi, bot: RunningBot) -> Person:
    """Return a person who has not written yet."""
    return api.person("Ann")


@pytest.fixture
def asked(ann: Person) -> tuple[int, Answer]:
    """Return the number of a question, and its answer."""
    question = ann.says(QUESTION)
    answer = ann.hears()
    assert TARGET in answer.text
    return question, answer


def test_the_answer_is_changed_in_place(ann: Person, asked: tuple[int, Answer]) -> None:
    """No second message comes, the buttons belong to the new question, and another edit is followed too."""
    question, answer = asked
    ann.edits(question, _OTHER)
    other = ann.sees_edited(answer)
    assert _SAID in other.text
    assert other.buttons != answer.buttons
    ann.edits(question, QUESTION)
    assert ann.sees_edited(other).text == answer.text
    ann.hears_nothing(0.3)


def test_the_same_text_changes_nothing(api: BotApi, ann: Person, asked: tuple[int, Answer]) -> None:
    """Telegram tells of edits that nobody made, such as a link's preview."""
    question, _ = asked
    ann.edits(question, QUESTION)
    ann.says("hi")
    assert ann.hears().text == texts.GREETING()
    assert _edits_of(api, ann.id) == 0


def test_a_reply_that_stays_the_same_is_no_error(ann: Person, bot: RunningBot) -> None:
    """Two greetings get the same words; Telegram's complaint that nothing changes is not one."""
    greeting = ann.says("hello")
    heard = ann.hears()
    ann.edits(greeting, "hello!")
    ann.edits(greeting, _OTHER)
    assert _SAID in ann.sees_edited(heard).text
    assert heard.text == texts.GREETING()
    ann.hears_nothing(0.3)
    assert "not modified" not in bot.log


def test_a_refusal_becomes_an_answer_and_an_answer_small_talk(ann: Person) -> None:
    """Whatever was replied is replaced, with its buttons."""
    question = ann.says(_UNKNOWN)
    refused = ann.hears()
    assert refused.text == _REFUSAL
    ann.edits(question, QUESTION)
    answer = ann.sees_edited(refused)
    assert TARGET in answer.text
    ann.edits(question, "👍")
    friendly = ann.sees_edited(answer)
    assert (friendly.text, friendly.buttons) == (texts.NO_WORDS(), ())


def test_a_deleted_answer_is_given_anew(ann: Person, asked: tuple[int, Answer]) -> None:
    """What is gone can't be changed; the new answer replies to the question."""
    question, answer = asked
    ann.deletes(answer)
    ann.edits(question, _OTHER)
    other = ann.hears()
    assert _SAID in other.text
    assert other.reply_to == question
    ann.edits(question, QUESTION)
    assert TARGET in ann.sees_edited(other).text


def test_an_answer_that_cannot_be_changed_any_more_is_given_anew(
    api: BotApi, ann: Person, asked: tuple[int, Answer]
) -> None:
    """Telegram refuses to edit some old messages."""
    question, _ = asked
    api.fail("editMessageText", 400, "Bad Request: message can't be edited", chat_id=ann.id)
    ann.edits(question, _OTHER)
    assert _SAID in ann.hears().text


def test_markup_that_is_refused_is_plain_in_an_edit_too(api: BotApi, ann: Person, asked: tuple[int, Answer]) -> None:
    """The words arrive without bold type."""
    question, answer = asked
    api.fail("editMessageText", 400, "Bad Request: can't parse entities: Unsupported start tag", chat_id=ann.id)
    ann.edits(question, _OTHER)
    other = ann.sees_edited(answer)
    assert _SAID in other.text
    assert other.bold == []


def test_ask_is_followed_and_other_commands_do_nothing_twice(ann: Person) -> None:
    """/ask is a question; /start and /help that are edited are left alone."""
    question = ann.says(f"/ask {QUESTION}")
    answer = ann.hears()
    ann.edits(question, f"/ask {_OTHER}")
    assert _SAID in ann.sees_edited(answer).text
    command = ann.says("/help")
    ann.hears()
    for text in ("/start", "/help", "/weather"):
        ann.edits(command, text)
    ann.hears_nothing(0.3)


def test_groups_are_followed_too(group: Group, ann: Person) -> None:
    """/ask and replies to the bot; chatter that is edited stays chatter."""
    question = group.says(ann, f"/ask {QUESTION}")
    answer = group.hears()
    group.edits(ann, question, f"/ask {_OTHER}")
    other = group.sees_edited(answer)
    assert _SAID in other.text
    follow_up = group.says(ann, _UNKNOWN, reply_to=other)
    refused = group.hears()
    group.edits(ann, follow_up, QUESTION)
    assert TARGET in group.sees_edited(refused).text
    group.hears_nothing(0.3)


def test_where_a_group_has_moved_the_answer_is_given_anew(api: BotApi, group: Group, ann: Person) -> None:
    """Messages of the old group can't be changed from the new one."""
    bigger = api.group("News fans")
    bigger.adds_bot(ann)
    bigger.hears()
    question = group.says(ann, f"/ask {QUESTION}")
    group.hears()
    moved = "Bad Request: group chat was upgraded to a supergroup chat"
    for method in ("editMessageText", "sendMessage"):
        api.fail(method, 400, moved, migrate_to_chat_id=bigger.id, chat_id=group.id)
    group.edits(ann, question, f"/ask {_OTHER}")
    assert _SAID in bigger.hears().text


@pytest.mark.usefixtures("without_privacy")
def test_chatter_that_begins_to_mention_the_bot_is_answered(group: Group, ann: Person) -> None:
    """Who forgot the mention adds it; what never speaks to the bot gets nothing."""
    message = group.says(ann, QUESTION)
    group.edits(ann, message, f"{QUESTION}?")
    group.edits(ann, message, f"@article_answers_bot {QUESTION}")
    answer = group.hears()
    assert answer.reply_to == message
    group.edits(ann, message, QUESTION)
    group.hears_nothing(0.3)


def test_an_edit_before_the_answer_gets_one_answer() -> None:
    """Be the question in hand or waiting for its turn: only the newest text is answered, in one message."""
    index = Held()
    with BotApi() as api:
        ann, ben = api.person("Ann"), api.person("Ben")

        def act() -> None:
            first = ann.says("one?")
            second = ann.says("two?")
            until(lambda: index.asked == ["one?"])
            ann.edits(first, "one, or more?")
            ann.edits(second, "two, or more?")
            ben.says("hello")  # what comes after the edits is handled after them
            ben.hears()
            index.free.release(4)
            replies = [ann.hears().reply_to for _ in range(2)]
            assert sorted(replies) == [first, second]  # type: ignore[type-var]
            ann.hears_nothing(0.3)
            assert sorted(index.asked) == ["one, or more?", "one?", "two, or more?"]
            assert _edits_of(api, ann.id) == 0

        serve_while(api, index, act)


def test_after_a_restart_an_edited_question_is_answered_anew(library: ArticleIndex) -> None:
    """What it replied then is forgotten; who edits a question still wants to know."""
    with BotApi() as api:
        ann = api.person("Ann")
        asked = list[int]()

        def before() -> None:
            asked.append(ann.says("What did the new terminal cost?"))
            assert "310 million" in ann.hears().text

        def after() -> None:
            ann.edits(asked[0], "Why was the Orlen bridge closed?")
            answer = ann.hears()
            assert "cracks" in answer.text
            assert answer.reply_to == asked[0]
            ann.hears_nothing(0.3)

        for act in (before, after):
            serve_while(api, library, act, articles_home=library.settings.articles_home)


def _edits_of(api: BotApi, chat: int) -> int:
    return sum(call.parameters["chat_id"] == str(chat) for call in api.calls_of("editMessageText"))
