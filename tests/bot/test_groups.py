"""Groups with the real bot, over HTTP: whom it answers, where, and when it is quiet."""

from __future__ import annotations

from collections import Counter

import pytest

from bot import labels, texts
from tests.botapi import BotApi, Group, Person
from tests.botapi.groupchats import ANONYMOUS

from .running import QUESTION, SOURCE, TARGET, RunningBot

_ME = "@article_answers_bot"
_HOW = texts.how_to_ask_in_groups(_ME[1:], mentions=False)


def test_it_says_hello_once(api: BotApi, bot: RunningBot, ann: Person) -> None:
    """Added to a group, it says in two lines how to ask; when it is promoted or removed it says nothing."""
    group = api.group("News fans")
    group.adds_bot(ann)
    hello = group.hears().text
    assert hello == f"Hello! {_HOW}"
    assert hello.count("\n") == 1
    group.promotes_bot(ann)
    group.hears_nothing(0.3)
    group.removes_bot(ann)
    group.hears_nothing(0.3)
    group.adds_bot(ann)
    assert group.hears().text == hello


@pytest.mark.parametrize("command", ["/ask", f"/ask{_ME}", f"/ask{_ME.upper()}"])
def test_ask_gets_one_answer(group: Group, ann: Person, command: str) -> None:
    """The answer is short and a reply to the question, with the rest behind buttons."""
    question = group.says(ann, f"{command} {QUESTION}")
    answer = group.hears()
    [bold] = answer.bold
    assert TARGET in bold
    assert answer.text == f"{bold}\n\n{SOURCE}, Trend News Agency"
    assert answer.reply_to == question
    assert [button.text for button in answer.buttons[0]] == ["More passages", "Context"]
    group.hears_nothing(0.3)


def test_what_is_asked_of_another_bot_is_left_alone(group: Group, ann: Person) -> None:
    """Neither another bot's command nor one with a longer name is this bot's; unknown ones get nothing."""
    for command in ("/ask@other_bot", f"/ask{_ME}2", "/asking", f"/asking{_ME}", "/help", "/start"):
        group.says(ann, f"{command} {QUESTION}")
    group.hears_nothing(0.5)


def test_ask_as_a_reply_asks_what_is_replied_to(api: BotApi, group: Group, ann: Person) -> None:
    """Somebody's message is the question, whose it ever is, and the answer is a reply to it."""
    ben = api.person("Ben")
    question = group.says(ben, QUESTION)
    group.says(ann, "/ask", reply_to=question)
    answer = group.hears()
    assert TARGET in answer.text
    assert answer.reply_to == question


def test_a_bare_ask_says_how(group: Group, ann: Person) -> None:
    """Without a question there is one line on how to ask."""
    group.says(ann, "/ask")
    assert group.hears().text == texts.HOW_TO_ASK()


def test_a_refusal_is_one_line_without_passages(group: Group, ann: Person) -> None:
    """Nobody in a group sees unrelated passages, nor is led to them; who knows better can say so."""
    group.says(ann, "/ask Who wrote it?")
    answer = group.hears()
    assert answer.text == "The 10 articles that I know do not say."
    assert [[button.text for button in row] for row in answer.buttons] == [[labels.ARTICLES_DO_SAY()]]


def test_no_action_is_shown_in_a_group(api: BotApi, group: Group, ann: Person) -> None:
    """It would count among the messages that a bot may send there."""
    group.says(ann, f"/ask {QUESTION}")
    group.hears()
    mine = [call.method for call in api.calls if call.parameters.get("chat_id") == str(group.id)]
    assert mine == ["sendMessage", "sendMessage"]  # the hello and the answer


def test_privacy_mode_delivers_no_mention(group: Group, ann: Person) -> None:
    """What Telegram does not show, the bot can't answer; its hello does not promise it."""
    group.says(ann, f"{_ME} {QUESTION}")
    group.hears_nothing(0.3)
    assert "mention" not in _HOW


@pytest.mark.usefixtures("without_privacy")
@pytest.mark.parametrize("form", ["{me} {question}", "{question} {me}", "Hey 🙂 {me}, {question}", "{ME} {question}"])
def test_a_mention_is_told_by_its_entity(group: Group, ann: Person, form: str) -> None:
    """Wherever it stands and however it is written, also behind an emoji, which Telegram counts as two."""
    question = group.says(ann, form.format(me=_ME, ME=_ME.upper(), question=QUESTION))
    answer = group.hears()
    assert TARGET in answer.text
    assert answer.reply_to == question


@pytest.mark.usefixtures("without_privacy")
def test_a_link_to_the_account_is_a_mention(group: Group, ann: Person) -> None:
    """A name that links to the bot speaks to it as @name does, and is no part of the question."""
    question = group.says(ann, f"🙂 Article Answers, {QUESTION}", links_name=True)
    answer = group.hears()
    assert TARGET in answer.text
    assert answer.reply_to == question


def test_an_admin_is_answered_where_it_is_mentioned(group: Group, ann: Person) -> None:
    """Made an admin, the bot sees mentions in privacy mode too."""
    group.promotes_bot(ann)
    group.says(ann, f"{_ME} {QUESTION}")
    assert TARGET in group.hears().text


@pytest.mark.usefixtures("without_privacy")
def test_a_name_that_only_looks_like_its_own_is_no_mention(group: Group, ann: Person) -> None:
    """Chatter, another bot whose name begins so, and an address get nothing."""
    for text in (QUESTION, f"{_ME}2 {QUESTION}", f"write to ann{_ME}.org: {QUESTION}", f"x{_ME} {QUESTION}"):
        group.says(ann, text)
    group.hears_nothing(0.5)


@pytest.mark.usefixtures("without_privacy")
def test_a_mention_alone_asks_what_it_replies_to(group: Group, ann: Person) -> None:
    """Without a question of its own it means the message replied to; where there is none, it is told how."""
    question = group.says(ann, QUESTION)
    group.says(ann, f"{_ME}?", reply_to=question)
    assert group.hears().reply_to == question
    group.says(ann, _ME)
    assert group.hears().text == texts.HOW_TO_ASK()


@pytest.mark.usefixtures("without_privacy")
def test_a_mention_below_a_picture_is_one(group: Group, ann: Person) -> None:
    """A caption asks like a text; a picture without a mention gets nothing."""
    group.sends(ann, "photo", f"{_ME} {QUESTION}")
    assert TARGET in group.hears().text
    group.sends(ann, "photo", QUESTION)
    group.sends(ann, "voice")
    group.hears_nothing(0.3)


def test_a_reply_to_its_answer_is_a_question(group: Group, ann: Person) -> None:
    """Who replies to the bot asks it; thanks are left alone."""
    group.says(ann, f"/ask {QUESTION}")
    answer = group.hears()
    group.says(ann, "Who wrote it?", reply_to=answer)
    assert group.hears().bold == ["Elchin Alioghlu"]
    group.says(ann, "thanks!", reply_to=answer)
    group.hears_nothing(0.3)


@pytest.mark.usefixtures("without_privacy")
def test_what_was_sent_by_way_of_the_bot_is_no_question(group: Group, ann: Person) -> None:
    """Answers from inline mode are not answered again."""
    group.says(ann, f"{_ME} {QUESTION}", via_bot=True)
    group.says(ann, f"/ask {QUESTION}", via_bot=True)
    group.hears_nothing(0.3)


def test_an_anonymous_admin_is_answered(group: Group) -> None:
    """Who hides behind the group asks like anybody."""
    question = group.says(ANONYMOUS, f"/ask {QUESTION}")
    assert group.hears().reply_to == question


def test_buttons_answer_in_the_group(api: BotApi, group: Group, ann: Person) -> None:
    """Any member may press them, and what they bring comes into the group."""
    group.says(ann, f"/ask {QUESTION}")
    answer = group.hears()
    press = group.presses(api.person("Ben"), answer, "More passages")
    assert press.answered().text == ""
    more = group.hears()
    assert more.text.startswith("Other passages")
    assert more.reply_to == answer.id


def test_a_topic_is_answered_in_it(api: BotApi, bot: RunningBot, ann: Person) -> None:
    """In a forum the answer comes into the topic, and "Who wrote it?" means what was said there."""
    group = api.group("Forum", forum=True)
    group.adds_bot(ann)
    group.hears()
    trade, other = group.opens_topic(ann, "Trade"), group.opens_topic(ann, "Other")
    group.says(ann, f"/ask {QUESTION}", topic=trade)
    group.hears()
    assert _threads(api, group)[-1] == str(trade)
    group.says(ann, "/ask Who wrote it?", topic=other)
    assert group.hears().text.endswith(" do not say.")
    group.says(ann, "/ask Who wrote it?", topic=trade)
    assert group.hears().bold == ["Elchin Alioghlu"]
    group.says(ann, "/ask", topic=trade)
    assert group.hears().text == texts.HOW_TO_ASK()


def test_the_general_topic_has_no_number(api: BotApi, bot: RunningBot, ann: Person) -> None:
    """What is asked there is answered without one, which the server would not know."""
    group = api.group("Forum", forum=True)
    group.adds_bot(ann)
    group.hears()
    group.says(ann, f"/ask {QUESTION}", topic=1)
    assert TARGET in group.hears().text
    assert _threads(api, group)[-1] is None


def test_a_chain_of_replies_is_no_topic(api: BotApi, group: Group, ann: Person) -> None:
    """The number that Telegram gives to replies is not sent back."""
    group.says(ann, f"/ask {QUESTION}", thread=7)
    assert TARGET in group.hears().text
    assert _threads(api, group)[-1] is None


def test_a_migrated_group_is_no_new_one(api: BotApi, bot: RunningBot, ann: Person) -> None:
    """It goes on under its new id without a second hello, and what was meant for the old one gets there."""
    group = api.group("News fans", basic=True)
    group.adds_bot(ann)
    group.hears()
    bigger = api.group("News fans")
    group.moves_to(bigger)
    bigger.adds_bot(ann)
    bigger.hears_nothing(0.3)
    bigger.says(ann, f"/ask {QUESTION}")
    assert TARGET in bigger.hears().text
    group.says(ann, f"/ask {QUESTION}")
    assert TARGET in bigger.hears().text


def test_buttons_of_a_migrated_group_are_no_error(api: BotApi, bot: RunningBot, ann: Person) -> None:
    """What they bring comes into the new group; a page can't be turned any more, which is a line in the log."""
    group, bigger = api.group("News fans", basic=True), api.group("News fans")
    group.adds_bot(ann)
    group.hears()
    group.says(ann, f"/ask {QUESTION}")
    answer = group.hears()
    group.presses(ann, answer, "More passages")
    pages = group.hears()
    group.moves_to(bigger)
    group.presses(ann, answer, "Context").answered()
    assert TARGET in bigger.hears().text
    group.presses(ann, pages, "▶").answered()
    bot.logs(f"WARNING chat {group.id}: Group migrated to supergroup")
    assert "Traceback" not in bot.log


def test_where_it_may_not_write_the_log_says_so_in_a_line(
    api: BotApi, bot: RunningBot, group: Group, ann: Person
) -> None:
    """No traceback, and other chats go on."""
    group.mutes_bot()
    group.says(ann, f"/ask {QUESTION}")
    bot.logs(f"chat {group.id}: Not enough rights")
    ann.says("hi")
    assert ann.hears().text == texts.GREETING()
    assert "Traceback" not in bot.log


def test_a_group_that_removed_it_is_a_line_in_the_log(api: BotApi, bot: RunningBot, group: Group, ann: Person) -> None:
    """What it was asked before can't be answered any more."""
    api.hang("sendMessage", 1, chat_id=group.id)
    group.says(ann, f"/ask {QUESTION}")
    group.removes_bot(ann)
    bot.logs(f"WARNING chat {group.id}: Forbidden: bot was kicked from the supergroup chat")
    assert "Traceback" not in bot.log


def test_commands_with_its_name_are_answered_in_short(group: Group, ann: Person) -> None:
    """/help and /start say how to ask, /id tells the group's id."""
    for command in ("help", "start"):
        group.says(ann, f"/{command}{_ME}")
        assert group.hears().text == _HOW
    group.says(ann, f"/id{_ME}")
    assert group.hears().text == texts.group_id(group.id)


def test_menus_are_for_each_kind_of_chat(api: BotApi, bot: RunningBot) -> None:
    """Private chats and groups list the commands that work there."""
    calls = api.calls_of("setMyCommands")
    menus = {call.value("scope")["type"]: call.value("commands") for call in calls}
    names = {scope: [one["command"] for one in commands] for scope, commands in menus.items()}
    assert names == {
        "all_private_chats": ["start", "help", "sources", "language", "id"],
        "all_group_chats": ["ask", "help", "id"],
        "all_chat_administrators": ["ask", "help", "id", "settings"],
    }
    codes = Counter(call.parameters.get("language_code") for call in calls)
    assert codes == dict.fromkeys([None, "az", "fa", "ru", "tr"], 3)


def _threads(api: BotApi, group: Group) -> list[str | None]:
    """Return the topic of each message that was sent to the group."""
    sent = [call for call in api.calls_of("sendMessage") if call.parameters["chat_id"] == str(group.id)]
    return [call.parameters.get("message_thread_id") for call in sent]


def test_a_nod_to_its_answer_is_left_alone(group: Group, ann: Person) -> None:
    """Who says "ok" or thanks to the bot asks nothing."""
    group.says(ann, f"/ask {QUESTION}")
    answer = group.hears()
    for nod in ("ok", "Nice!", "спасибо", "👍"):
        group.says(ann, nod, reply_to=answer)
    group.hears_nothing(0.5)
