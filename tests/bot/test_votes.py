"""What people think of an answer is kept for the admins, and changes nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot import labels, texts
from index import ArticleIndex
from index.reviews import Review
from index.store import Feedback
from tests.botapi import Answer, BotApi, Group, Person
from tests.samples import HARVEST

from .running import QUESTION, TARGET, RunningBot
from .serving import serve_while

pytestmark = pytest.mark.usefixtures("bot")


def answered(person: Person, question: str = QUESTION) -> Answer:
    """Ask, and return the bot's message."""
    person.says(question)
    return person.hears()


def labels_of(answer: Answer) -> list[list[str]]:
    """Return what stands on the buttons."""
    return [[button.text for button in row] for row in answer.buttons]


def reviewed(newsroom: Path, answer: Answer) -> Review:
    """Return what is kept of the votes on an answer."""
    number = int(next(str(row[0].callback_data) for row in answer.buttons[1:]).split(":")[1])
    feedback = Feedback(newsroom)
    found = [one for one in feedback.reviews() if one.shown.number == number]
    feedback.close()
    return found[0]


def test_a_good_answer_is_noted_with_what_was_shown(ann: Person, newsroom: Path) -> None:
    """The question, the words, the article; a passing line thanks."""
    answer = answered(ann)
    pressed = ann.presses(answer, "👍").answered()
    assert (pressed.text, pressed.show_alert) == (texts.VOTED(), False)
    kept = reviewed(newsroom, answer)
    assert (kept.shown.question, kept.votes) == (QUESTION, (("right", 1),))
    assert TARGET in (kept.shown.quote or "")
    assert (kept.shown.title or "").startswith("Iranian President's visit")


@pytest.mark.parametrize(
    ("label", "verdict"),
    [
        ("Wrong answer", "wrong_answer"),
        ("Wrong article", "wrong_article"),
        ("Another article says it", "should_have_known"),
        ("The articles do not say it", "should_not_have_answered"),
    ],
)
def test_a_bad_answer_is_noted_with_the_reason(ann: Person, newsroom: Path, label: str, verdict: str) -> None:
    """👎 asks what was wrong in the same message; one tap says so, and the votes are back."""
    answer = answered(ann)
    assert ann.presses(answer, "👎").answered().text == texts.WHAT_WAS_WRONG()
    asking = ann.sees_edited(answer)
    assert labels_of(asking)[0] == ["More passages", "Context"]
    assert [label] in labels_of(asking)[1:]
    assert ann.presses(asking, label).answered().text == texts.VOTED()
    assert labels_of(ann.sees_edited(asking)) == labels_of(answer)
    assert reviewed(newsroom, answer).votes == ((verdict, 1),)
    ann.hears_nothing(0.2)


def test_a_vote_can_be_changed(ann: Person, newsroom: Path) -> None:
    """The later one counts, once."""
    answer = answered(ann)
    ann.presses(answer, "👍").answered()
    ann.presses(answer, "👎").answered()
    ann.presses(ann.sees_edited(answer), "Wrong answer").answered()
    assert reviewed(newsroom, answer).votes == (("wrong_answer", 1),)


def test_each_member_of_a_group_has_a_vote(api: BotApi, group: Group, ann: Person, newsroom: Path) -> None:
    """Two people think the same."""
    group.says(ann, f"/ask {QUESTION}")
    answer = group.hears()
    for person in (ann, api.person("Ben"), ann):
        group.presses(person, answer, "👍").answered()
    assert reviewed(newsroom, answer).votes == (("right", 2),)


def test_a_refusal_can_be_contradicted(ann: Person, group: Group, newsroom: Path) -> None:
    """In private, where the nearest passages have a button too, and in a group."""
    question = "Who won the football match?"
    silence = answered(ann, question)
    assert labels_of(silence) == [[labels.NEAREST()], [labels.ARTICLES_DO_SAY()]]
    ann.presses(silence, labels.ARTICLES_DO_SAY()).answered()
    assert reviewed(newsroom, silence).votes == (("articles_do_say", 1),)
    group.says(ann, f"/ask {question}")
    silence = group.hears()
    assert labels_of(silence) == [[labels.ARTICLES_DO_SAY()]]
    assert group.presses(ann, silence, labels.ARTICLES_DO_SAY()).answered().text == texts.VOTED()


def test_what_is_forgotten_is_said(ann: Person) -> None:
    """An alert, not silence."""
    answer = answered(ann)
    pressed = ann.presses_data(answer, "good:999999").answered()
    assert (pressed.text, pressed.show_alert) == (texts.QUESTION_GONE(), True)


def test_buttons_work_after_a_restart_and_say_that_the_articles_changed(library: ArticleIndex, tmp_path: Path) -> None:
    """More passages come from the articles as they are now, and say so; a vote is about what was shown then."""
    with BotApi() as api:
        ann = api.person("Ann")
        shown = list[Answer]()

        def before() -> None:
            shown.append(answered(ann, "What did the new terminal cost?"))
            ann.presses(shown[0], "More passages").answered()
            assert texts.CHANGED_SINCE() not in ann.hears().text

        def after() -> None:
            ann.presses(shown[0], "More passages").answered()
            assert ann.hears().text.startswith(texts.CHANGED_SINCE())
            ann.presses(shown[0], "👍").answered()

        serve_while(api, library, before, articles_home=tmp_path)
        library.remove([HARVEST.id])
        library.add([HARVEST])
        serve_while(api, library, after, articles_home=tmp_path)
    [review] = library.feedback.reviews()
    assert review.votes == (("right", 1),)
    assert review.shown.generation < library.generation


def test_a_running_bot_is_asked(bot: RunningBot) -> None:
    """The votes above went to a process of its own."""
    assert bot.process.poll() is None
