"""A group whose id stands in ADMIN_IDS: everybody who writes in it is an admin there."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot import admin_texts, edit_texts, labels, texts
from bot.chats import Chats
from bot.prompts import Prompts
from index import ArticleIndex
from tests.botapi import BotApi, Group
from tests.botapi.caller import Caller
from tests.botapi.groupchats import ANONYMOUS
from tests.samples import PORT

from .newsdesk import Desk, labels_of
from .serving import until
from .test_weekly import a_week_ago

_ME = "@article_answers_bot"
FERRY = b"The ferry to Elmsford sails again from Monday on."


@pytest.fixture
def desk(library: ArticleIndex) -> Iterator[Desk]:
    """Return a bot that knows three articles, and somebody who is in its group of admins."""
    with BotApi() as api:
        yield Desk(api, library, api.person("Ada"))


@pytest.fixture
def group(desk: Desk) -> Group:
    """Return a forum, all of whose members are to be admins."""
    return desk.api.group("Newsroom", forum=True)


def joined(desk: Desk, group: Group) -> None:
    """Let the bot join, and hear its greeting."""
    group.adds_bot(desk.ada)
    group.hears()


def test_everybody_in_it_may_use_the_commands(desk: Desk, group: Group) -> None:
    """Also an admin who hides behind the group; whoever hides behind a channel may not, nor do they elsewhere."""
    other = desk.api.group("News fans")

    def act() -> None:
        joined(desk, group)
        group.says(desk.ada, "/stats")
        assert group.hears().text.startswith("Articles: 3")
        group.says(ANONYMOUS, f"/articles{_ME}")
        assert "3 articles" in group.hears().text
        group.says(desk.api.channel("Daily"), f"/stats{_ME}")
        group.says(desk.ada, f"/help{_ME}")
        assert group.hears().text.endswith(admin_texts.help(in_group=True))
        group.says(desk.ada, f"/id{_ME}")
        assert group.hears().text == admin_texts.group_id(group.id)
        joined(desk, other)
        other.says(desk.ada, f"/stats{_ME}")
        other.says(desk.ada, f"/id{_ME}")
        assert other.hears().text == texts.group_id(other.id)
        desk.ada.says("/stats")
        assert desk.ada.hears().text == texts.UNKNOWN_COMMAND()

    desk.while_serving(act, admin_ids=(group.id,))


def test_what_is_brought_needs_a_command(desk: Desk, group: Group) -> None:
    """A group chats: a file alone is nobody's business; /add below it, or as a reply to it, adds it, in its topic."""
    desk.api.privacy_mode(on=False)

    def act() -> None:
        joined(desk, group)
        topic = group.opens_topic(desk.ada, "Articles")
        sent = group.sends_file(desk.ada, "ferry.txt", FERRY, topic=topic)
        group.says(desk.ada, "https://example.org/article", topic=topic)
        group.says(desk.ada, "/add", topic=topic)
        assert group.hears().text == admin_texts.HOW_TO_ADD()
        bea = desk.api.person("Bea")
        group.says(bea, "/add", reply_to=sent, topic=topic)
        receipt = group.hears()
        assert (receipt.bold, receipt.reply_to) == (["Added"], sent)
        assert desk.api.calls_of("sendMessage")[-1].parameters["message_thread_id"] == str(topic)
        group.presses(bea, receipt, "Undo").answered()
        assert group.sees_edited(receipt).text == admin_texts.UNDONE()
        for caption in ("/add", f"/add{_ME} this one"):
            below = group.sends_file(desk.ada, "ferry.txt", FERRY, caption, topic=topic)
            receipt = group.hears()
            assert receipt.reply_to == below
        group.sends_file(desk.ada, "other.txt", b"This is for somebody else.", "/add@another_bot", topic=topic)
        text = group.says(desk.ada, "The library of Orlen is open on Sundays.", topic=topic)
        group.says(desk.ada, "/add", reply_to=text, topic=topic)
        assert group.hears().bold == ["Added"]

    desk.while_serving(act, admin_ids=(group.id,))
    assert len(desk.index.articles()) == 5


def test_a_receipt_is_for_the_group(desk: Desk, group: Group) -> None:
    """Any member undoes it there; elsewhere the same press finds nothing, and who is no member is told so."""
    bea, cem = desk.api.person("Bea"), desk.api.person("Cem")

    def act() -> None:
        joined(desk, group)
        group.says(desk.ada, f"/remove {PORT.id}")
        asking = group.hears()
        pressed = group.presses(cem, asking, "Remove").answered()
        assert (pressed.text, pressed.show_alert) == (admin_texts.ADMINS_ONLY(), True)
        group.presses(desk.ada, asking, "Remove").answered()
        receipt = group.sees_edited(asking)
        data = str(receipt.button("Undo").callback_data)
        bea.says("hello")
        assert bea.presses_data(bea.hears(), data).answered().text == admin_texts.NOT_YOURS()
        cem.says("hello")
        assert cem.presses_data(cem.hears(), data).answered().text == admin_texts.ADMINS_ONLY()
        group.makes(cem, "member")
        group.presses(cem, receipt, "Undo").answered()
        assert group.sees_edited(receipt).text == admin_texts.UNDONE()

    desk.while_serving(act, admin_ids=(group.id, bea.id))
    assert PORT in desk.index.articles()


def test_a_reply_puts_an_article_right_there(desk: Desk, group: Group) -> None:
    """Although a reply to the bot is a question in other groups."""

    def act() -> None:
        joined(desk, group)
        group.says(desk.ada, f"/edit {PORT.id} title")
        asking = group.hears()
        home = desk.index.settings.articles_home
        with Prompts.opened(home) as prompts:
            until(lambda: prompts.find(group.id, asking.id) is not None)
        group.says(desk.ada, "A new port", reply_to=asking)
        assert group.hears().bold == [edit_texts.EDITED()]

    desk.while_serving(act, admin_ids=(group.id,))
    assert desk.index.article(PORT.id).title == "A new port"


def test_it_has_the_menu_of_admins(desk: Desk, group: Group) -> None:
    """In every language, since its members have apps of their own."""

    def act() -> None:
        joined(desk, group)
        group.says(desk.ada, "/stats")
        group.hears()
        with Caller(desk.api) as call:
            scope = {"type": "chat", "chat_id": group.id}
            for code in ("", "ru"):
                while not (shown := call("getMyCommands", scope=scope, language_code=code)):
                    pass
                assert [one["command"] for one in shown] == list(labels.ADMIN_GROUP_COMMANDS)

    desk.while_serving(act, admin_ids=(group.id,))


def test_it_gets_the_weekly_report(desk: Desk, group: Group) -> None:
    """In its own language."""
    home = desk.index.settings.articles_home
    a_week_ago(home)
    chats = Chats(home)
    chats.change(group.id, language="ru")
    chats.close()
    cem = desk.api.person("Cem")

    def ask() -> None:
        joined(desk, group)
        cem.says("Who won the match?")
        cem.hears()

    def read() -> None:
        assert group.hears().text.startswith("На эти вопросы статьи")

    desk.while_serving(ask, admin_ids=(group.id,), weekly_report=False)
    desk.while_serving(read, admin_ids=(group.id,))


def test_who_is_admitted_is_not_changed_by_it(desk: Desk, group: Group) -> None:
    """The group is served although it stands in no other list, and others stay outside."""
    cem = desk.api.person("Cem")

    def act() -> None:
        joined(desk, group)
        group.says(desk.ada, "/stats")
        assert labels_of(group.hears()) == []
        cem.says("/stats")
        assert "ALLOWED_CHATS" in cem.hears().text

    desk.while_serving(act, admin_ids=(group.id,), allowed_chats=(12345,))
