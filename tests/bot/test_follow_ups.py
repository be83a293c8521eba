"""A follow-up is read with the question before it, and shows how it was understood."""

from __future__ import annotations

from index import ArticleIndex
from tests.botapi import Answer, BotApi, Group, Person

from .running import QUESTION, TARGET, RunningBot
from .serving import serve_while

_COST = "What did the new terminal cost?"


def ask(person: Person, question: str) -> Answer:
    """Ask in private, and return the bot's message."""
    person.says(question)
    return person.hears()


def test_a_follow_up_in_private_belongs_to_what_was_shown_last(bot: RunningBot, ann: Person) -> None:
    """The time that it names takes its place in the question before; what stands alone is asked as it is."""
    ask(ann, QUESTION)
    answer = ask(ann, "and in 2030?")
    assert answer.text.splitlines()[0] == "Understood as: What is the trade goal for five years in 2030?"
    assert TARGET in ask(ann, QUESTION).text.splitlines()[0]


def test_a_follow_up_belongs_to_what_it_replies_to(bot: RunningBot, group: Group, ann: Person, api: BotApi) -> None:
    """Also where others asked since, and whoever writes it; a plain question in a group belongs to none."""
    group.says(ann, f"/ask {QUESTION}")
    answer = group.hears()
    group.says(ann, "/ask How many tickets did the zoo sell?")
    group.hears()
    group.says(api.person("Ben"), "and in 2030?", reply_to=answer)
    assert group.hears().text.startswith("Understood as: What is the trade goal for five years in 2030?")
    group.says(ann, "/ask and in 2030?")
    assert not group.hears().text.startswith("Understood")


def test_a_follow_up_can_reply_to_a_refusal(bot: RunningBot, ann: Person) -> None:
    """What was not answered can be asked in other words."""
    ann.says("Who won the football match in 2020?")
    silence = ann.hears()
    ann.says("and in 2030?", reply_to=silence)
    first, _, rest = ann.hears().text.partition("\n\n")
    assert first == "Understood as: Who won the football match in 2030?"
    assert "do not say" in rest


def test_a_follow_up_can_be_edited(bot: RunningBot, ann: Person) -> None:
    """It still belongs to the question that came before it."""
    ask(ann, QUESTION)
    asked = ann.says("and in 2030?")
    answer = ann.hears()
    ann.edits(asked, "and in 2040?")
    assert ann.sees_edited(answer).text.startswith("Understood as: What is the trade goal for five years in 2040?")


def test_a_follow_up_is_understood_after_a_restart(library: ArticleIndex) -> None:
    """The message that it replies to says which question that was."""
    with BotApi() as api:
        ann, shown = api.person("Ann"), list[Answer]()

        def before() -> None:
            shown.append(ask(ann, _COST))
            assert "310 million euros" in shown[0].text

        def after() -> None:
            ann.says("and in 2030?", reply_to=shown[0])
            assert ann.hears().text.startswith("Understood as: What did the new terminal cost in 2030?")
            ann.says("Who wrote it?", reply_to=shown[0])
            assert "Ada Byrne" in ann.hears().text

        serve_while(api, library, before)
        serve_while(api, library, after)
