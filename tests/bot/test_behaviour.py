"""A group's admins decide how the bot behaves in it."""

from __future__ import annotations

import pytest

from bot import labels, texts
from tests.botapi import Answer, BotApi, Group, Person
from tests.botapi.groupchats import ANONYMOUS

from .running import QUESTION, TARGET, RunningBot

pytestmark = pytest.mark.usefixtures("bot")

_UNKNOWN = "Who won the football match?"
_ME = "@article_answers_bot"


@pytest.fixture
def chief(api: BotApi, group: Group) -> Person:
    """Return an admin of the group."""
    person = api.person("Chief")
    group.makes(person, "administrator")
    return person


def settings(group: Group, chief: Person) -> Answer:
    """Ask for the settings, and return the message that has them."""
    group.says(chief, "/settings")
    shown = group.hears()
    assert shown.text == texts.BEHAVIOUR()
    return shown


def test_an_admin_sees_what_holds(group: Group, chief: Person) -> None:
    """Mentions and replies are answered, a refusal is a message, and the language is that of who asks."""
    shown = settings(group, chief)
    assert [button.text for row in shown.buttons for button in row][:5] == [
        f"✅ {labels.MENTIONS()}",
        f"✅ {labels.REPLIES()}",
        f"☐ {labels.REACTION()}",
        f"✅ {labels.ASKERS_LANGUAGE()}",
        "English",
    ]


def test_nobody_else_can_change_it(group: Group, chief: Person, ann: Person) -> None:
    """Who asks by the bot's name is told so; another bot's command may be meant else; a press is an alert."""
    group.says(ann, f"/settings{_ME}")
    assert group.hears().text == texts.GROUP_ADMINS_ONLY()
    group.says(ann, "/settings")
    group.hears_nothing(0.3)
    shown = settings(group, chief)
    pressed = group.presses(ann, shown, f"✅ {labels.MENTIONS()}").answered()
    assert (pressed.text, pressed.show_alert) == (texts.GROUP_ADMINS_ONLY(), True)


def test_an_anonymous_admin_is_one(api: BotApi, group: Group, ann: Person) -> None:
    """Who hides behind the group is its admin; who hides behind a channel is not."""
    group.says(ANONYMOUS, f"/settings{_ME}")
    assert group.hears().text == texts.BEHAVIOUR()
    group.says(api.channel("Daily"), f"/settings{_ME}")
    assert group.hears().text == texts.GROUP_ADMINS_ONLY()


def test_mentions_can_be_left_alone(group: Group, chief: Person, ann: Person, without_privacy: None) -> None:
    """Commands and replies still ask."""
    shown = settings(group, chief)
    group.presses(chief, shown, f"✅ {labels.MENTIONS()}").answered()
    assert group.sees_edited(shown).buttons[0][0].text == f"☐ {labels.MENTIONS()}"
    group.says(ann, f"{_ME} {QUESTION}")
    group.hears_nothing(0.5)
    group.says(ann, f"/ask {QUESTION}")
    assert TARGET in group.hears().text


def test_replies_can_be_left_alone(group: Group, chief: Person, ann: Person, without_privacy: None) -> None:
    """Mentions still ask."""
    group.says(ann, f"{_ME} {QUESTION}")
    answer = group.hears()
    shown = settings(group, chief)
    group.presses(chief, shown, f"✅ {labels.REPLIES()}").answered()
    group.sees_edited(shown)
    group.says(ann, QUESTION, reply_to=answer)
    group.hears_nothing(0.5)


def test_a_refusal_can_be_a_reaction(group: Group, chief: Person, ann: Person) -> None:
    """Where the articles do not say, nothing is written; an answer is, also when the question is edited into one."""
    shown = settings(group, chief)
    group.presses(chief, shown, f"☐ {labels.REACTION()}").answered()
    group.sees_edited(shown)
    asked = group.says(ann, f"/ask {_UNKNOWN}")
    assert group.reaction(asked) == "🤷"
    group.hears_nothing(0.3)
    group.edits(ann, asked, f"/ask {QUESTION}")
    assert TARGET in group.hears().text
    group.sees_no_reaction(asked)


def test_where_no_reaction_is_allowed_a_refusal_is_a_message(
    api: BotApi, group: Group, chief: Person, ann: Person
) -> None:
    """Nobody is left without a word."""
    shown = settings(group, chief)
    group.presses(chief, shown, f"☐ {labels.REACTION()}").answered()
    group.sees_edited(shown)
    api.fail("setMessageReaction", 400, "REACTION_INVALID", chat_id=group.id)
    group.says(ann, f"/ask {_UNKNOWN}")
    assert "do not say" in group.hears().text


def test_a_group_has_a_language_of_its_own(group: Group, chief: Person, api: BotApi) -> None:
    """Everybody is answered in it, whatever their app speaks; and in their own again once that is chosen."""
    turk = api.person("Cem", language="tr")
    group.says(turk, "/ask")
    assert group.hears().text.startswith("Sorunuzu")
    shown = settings(group, chief)
    group.presses(chief, shown, "Русский").answered()
    russian = group.sees_edited(shown)
    assert russian.text == "Как я веду себя в этой группе:"
    group.says(turk, "/ask")
    assert group.hears().text.startswith("Напишите вопрос")
    group.presses(chief, russian, "Язык того, кто спрашивает").answered()
    group.sees_edited(russian)
    group.says(turk, "/ask")
    assert group.hears().text.startswith("Sorunuzu")


def test_a_group_that_moves_keeps_its_settings(api: BotApi, bot: RunningBot, ann: Person) -> None:
    """They follow to the new id."""
    small, large = api.group("Small", basic=True), api.group("Small")
    small.makes(ann, "creator")
    small.adds_bot(ann)
    small.hears()
    shown = settings(small, ann)
    small.presses(ann, shown, "Türkçe").answered()
    small.sees_edited(shown)
    small.moves_to(large)
    large.says(ann, "/ask")
    assert large.hears().text.startswith("Sorunuzu")


def test_a_group_that_adds_it_again_finds_its_settings(api: BotApi, group: Group, chief: Person) -> None:
    """It is quiet when it is removed, says hello when it is added, and goes on as it was told."""
    shown = settings(group, chief)
    group.presses(chief, shown, "Русский").answered()
    group.sees_edited(shown)
    group.removes_bot(chief)
    group.hears_nothing(0.3)
    group.adds_bot(chief)
    assert group.hears().text.startswith("Здравствуйте!")
    group.says(chief, "/ask")
    assert group.hears().text.startswith("Напишите вопрос")
