"""Guest queries with the real bot, over HTTP: mentions in chats that it has not joined."""

from __future__ import annotations

import time

import pytest

from bot import labels, texts
from index import ArticleIndex
from index.errors import StoreError
from tests.botapi import BotApi, Person
from tests.botapi.groupchats import ANONYMOUS
from tests.botapi.users import User

from .running import QUESTION, SOURCE, TARGET, RunningBot
from .serving import serve_while
from .test_worker import Held

_ME = "@article_answers_bot"
_UNKNOWN = "Who wrote it?"  # nobody knows which article is meant
_REFUSAL = "The 10 articles that I know do not say."


@pytest.fixture
def ann(api: BotApi, bot: RunningBot) -> Person:
    """Return a person who mentions the bot."""
    return api.person("Ann")


@pytest.mark.parametrize("form", ["{me} {question}", "{question} {ME}", "Hey 🙂 {me}, {question}"])
def test_a_mention_in_a_foreign_group_is_answered_once(api: BotApi, ann: Person, form: str) -> None:
    """The question is what stands around the mention; the answer names its source, and nothing else is written."""
    group = api.group("Elsewhere")
    mention = group.says(ann, form.format(me=_ME, ME=_ME.upper(), question=QUESTION))
    answer = group.hears()
    [bold] = answer.bold
    assert TARGET in bold
    assert answer.text == f"{bold}\n\n{SOURCE}, Trend News Agency"
    assert answer.reply_to == mention
    assert answer.buttons == ()
    group.hears_nothing(0.3)
    assert not [call for call in api.calls if call.parameters.get("chat_id") == str(group.id)]


def test_a_mention_alone_asks_what_it_replies_to(api: BotApi, ann: Person) -> None:
    """Without anything to reply to, it is told how to ask; a greeting is returned."""
    group = api.group("Elsewhere")
    question = group.says(ann, QUESTION)
    group.says(ann, f"{_ME}?", reply_to=question)
    assert TARGET in group.hears().text
    group.says(ann, _ME)
    assert group.hears().text == texts.how_to_ask_a_guest(_ME[1:])
    group.says(ann, f"{_ME} hello")
    assert group.hears().text == texts.GREETING()


def test_a_refusal_is_one_line(api: BotApi, ann: Person) -> None:
    """Nobody there sees unrelated passages."""
    group = api.group("Elsewhere")
    group.says(ann, f"{_ME} {_UNKNOWN}")
    assert group.hears().text == _REFUSAL


def test_the_chat_of_two_people_is_not_the_bot_s_own(api: BotApi, ann: Person) -> None:
    """It bears Ben's id, but what Ben last asked in his own chat is not what is meant, and he hears nothing of it."""
    ben = api.person("Ben")
    ben.says(QUESTION)
    ben.hears()
    couple = api.couple(ben)
    couple.says(ann, f"{_ME} {_UNKNOWN}")
    assert couple.hears().text == _REFUSAL
    couple.says(ann, f"{_ME} {QUESTION}")
    assert TARGET in couple.hears().text
    ben.says("Who wrote it?")
    assert ben.hears().bold == ["Elchin Alioghlu"]
    ben.hears_nothing(0.3)


@pytest.mark.usefixtures("without_privacy")
@pytest.mark.parametrize("guest_first", [False, True])
def test_a_message_that_comes_in_both_shapes_is_answered_once(api: BotApi, ann: Person, guest_first: bool) -> None:
    """Telegram may tell of a mention as a message and as a guest query; the first is answered, in either order."""
    group = api.group("News fans")
    if guest_first:
        mention = group.says(ann, f"{_ME} {QUESTION}")
        assert TARGET in group.hears().text
        group.adds_bot(ann)
        group.hears()
        group.tells(mention)
    else:
        group.adds_bot(ann)
        group.hears()
        mention = group.says(ann, f"{_ME} {QUESTION}")
        assert TARGET in group.hears().text
        group.summons(mention)
    group.hears_nothing(0.5)
    group.says(ann, f"{QUESTION} {_ME}")  # other words: the same ones within a second would be a twin again
    assert TARGET in group.hears().text


def test_a_late_answer_is_one_line_in_the_log(api: BotApi, bot: RunningBot, ann: Person) -> None:
    """A query that Telegram has forgotten is no fault."""
    group = api.group("Elsewhere")
    api.hang("answerGuestQuery", 0.5)
    group.says(ann, f"{_ME} {QUESTION}")
    group.forgets()
    bot.logs("answerGuestQuery: Query is too old")
    group.hears_nothing(0)
    assert "Traceback" not in bot.log


def test_a_bot_that_mentions_it_is_left_alone(api: BotApi, bot: RunningBot, ann: Person) -> None:
    """Two bots could mention each other for ever; who hides behind a group looks like a bot, and is answered."""
    other = User(777, "Other", username="other_bot", is_bot=True)
    couple = api.couple(ann)
    answered = len(api.calls_of("answerGuestQuery"))
    couple.says(other, f"{_ME} {QUESTION}")
    time.sleep(0.5)
    assert len(api.calls_of("answerGuestQuery")) == answered
    group = api.group("Elsewhere")
    group.says(ANONYMOUS, f"{_ME} {QUESTION}")
    assert TARGET in group.hears().text


def test_what_is_not_ready_in_time_leads_into_private(monkeypatch: pytest.MonkeyPatch) -> None:
    """The one message is a link that asks the same question; whoever asks later is answered."""
    monkeypatch.setattr("bot.handlers.guest._PATIENCE", 0.3)
    index = Held()
    with BotApi() as api:
        ann = api.person("Ann")
        group = api.group("Elsewhere")

        def act() -> None:
            group.says(ann, f"{_ME} who won?")
            late = group.hears()
            assert late.text == labels.INLINE_LATER()
            assert [link.url for link in late.links] == [f"https://t.me/{_ME[1:]}?start=ask1"]
            index.free.release(4)
            group.says(ann, f"{_ME} who won the cup?")
            assert group.hears().text == "The articles that I know do not say."

        serve_while(api, index, act)


def test_where_only_some_are_served(library: ArticleIndex) -> None:
    """A group's mentions count where the group is on the list, those of two people where the writer is; admins' always.

    All others get one line that says why.
    """
    with BotApi() as api:
        ann, eve, boss = api.person("Ann"), api.person("Eve"), api.person("Boss")
        listed, foreign = api.group("Listed"), api.group("Foreign")
        with_ann, with_eve = api.couple(ann), api.couple(eve)
        question, said = f"{_ME} What did the new terminal cost?", "310 million euros"

        def act() -> None:
            for chat, person in ((listed, eve), (foreign, boss), (with_eve, ann), (with_eve, boss)):
                chat.says(person, question)
                assert said in chat.hears().text
            for chat, person, refused in (
                (foreign, eve, foreign.id),
                (foreign, ann, foreign.id),
                (with_ann, eve, eve.id),
            ):
                chat.says(person, question)
                assert chat.hears().text == texts.not_admitted(refused, "")
            for quiet in (ann, eve, boss):
                quiet.hears_nothing(0)

        serve_while(
            api,
            library,
            act,
            allowed_chats=(ann.id, listed.id),
            admin_ids=(boss.id,),
            articles_home=library.settings.articles_home,
        )


class _Broken(Held):
    """An index that can't be read."""

    def answer(self, question: str, **given: object) -> None:  # type: ignore[override]
        """Fail."""
        raise StoreError("the database is damaged")


def test_an_apology_comes_to_where_the_question_was_asked() -> None:
    """It is the one message there, and not one to the person whose id the chat bears."""
    with BotApi() as api:
        ann, ben = api.person("Ann"), api.person("Ben")
        couple = api.couple(ben)

        def act() -> None:
            couple.says(ann, f"{_ME} who won?")
            assert couple.hears().text.startswith("Something went wrong on my side.")
            ben.hears_nothing(0.2)

        serve_while(api, _Broken(), act)
