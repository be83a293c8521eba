"""A private chat with the real bot, over HTTP: questions, answers, and the buttons under them."""

from __future__ import annotations

import pytest

from bot import labels, texts
from tests.botapi import BotApi, Person

from .conftest import HOSTILE
from .running import QUESTION, SOURCE, TARGET

pytestmark = pytest.mark.usefixtures("bot")


def test_a_question_gets_one_answer(api: BotApi) -> None:
    """The answer is bold above its source, as a reply, without the rest of its passage."""
    ann = api.person("Ann")
    question = ann.says(QUESTION)
    answer = ann.hears()
    [bold] = answer.bold
    assert TARGET in bold
    assert answer.text == f"{bold}\n\n{SOURCE}, Trend News Agency"
    assert answer.reply_to == question
    assert [button.text for button in answer.buttons[0]] == ["More passages", "Context"]
    ann.hears_nothing(0.3)


def test_ask_works_in_private_too(api: BotApi) -> None:
    """With a question behind it, as in groups; alone it asks for one."""
    ann = api.person("Ann")
    question = ann.says(f"/ask {QUESTION}")
    answer = ann.hears()
    assert TARGET in answer.text
    assert answer.reply_to == question
    ann.says("/ask")
    assert ann.hears().text == texts.NO_WORDS()


def test_who_wrote_it_is_asked_of_the_article_just_answered_from(api: BotApi) -> None:
    """The bot knows what each chat talks about; whoever has not asked yet is told that the articles do not say."""
    ann, ben = api.person("Ann"), api.person("Ben")
    ann.says(QUESTION)
    ann.hears()
    ann.says("Who wrote it?")
    answer = ann.hears()
    assert (answer.bold, answer.text.split("\n\n")[:2]) == (
        ["Elchin Alioghlu"],
        ["Elchin Alioghlu", "Written by Elchin Alioghlu."],
    )
    ben.says("Who wrote it?")
    assert ben.hears().text.endswith(" do not say.")


def test_typing_comes_before_the_answer(api: BotApi) -> None:
    """While the answer is made, the chat shows that the bot types."""
    ann = api.person("Ann")
    ann.says(QUESTION)
    ann.hears()
    mine = [call.method for call in api.calls if call.parameters.get("chat_id") == str(ann.id)]
    assert mine == ["sendChatAction", "sendMessage"]


def test_more_passages_come_as_a_new_message_and_turn_in_place(api: BotApi) -> None:
    """The passages besides the one shown, three a page, each with its source, as a reply to the answer."""
    ann = api.person("Ann")
    ann.says(QUESTION)
    answer = ann.hears()
    assert ann.presses(answer, "More passages").answered().text == ""
    more = ann.hears()
    assert more.text.startswith("Other passages (page 1 of ")
    assert more.text.count("\n— ") == 3
    assert answer.text.split("\n\n")[0] not in more.text
    assert more.reply_to == answer.id
    ann.presses(more, "▶")
    assert ann.sees_edited(more).text.startswith("Other passages (page 2 of ")


def test_context_shows_the_paragraphs_around_the_answer(api: BotApi) -> None:
    """The paragraphs before and after come with the one that holds the sentence, which is bold."""
    ann = api.person("Ann")
    ann.says(QUESTION)
    answer = ann.hears()
    assert ann.presses(answer, "Context").answered().text == ""
    context = ann.hears()
    assert context.bold == answer.bold
    assert "Tehran, which has long tried to maneuver" in context.text
    assert "amid ongoing Western sanctions" in context.text
    assert context.reply_to == answer.id


@pytest.mark.parametrize(
    ("data", "alert"),
    [
        ("context:000000000000:t:0:5:00000000", texts.ARTICLE_GONE()),
        ("more:999999", texts.QUESTION_GONE()),
        ("passages:999999:2", texts.QUESTION_GONE()),
        ("ask:999999", texts.QUESTION_GONE()),
        ("of an earlier version", texts.QUESTION_GONE()),
    ],
)
def test_a_button_without_its_data_says_so(api: BotApi, data: str, alert: str) -> None:
    """Where the article or the question is gone, the press is answered with a short alert."""
    ann = api.person("Ann")
    ann.says("/sources")
    shown = ann.hears()
    answered = ann.presses_data(shown, data).answered()
    assert (answered.text, answered.show_alert) == (alert, True)
    ann.hears_nothing(0.2)


def test_markup_in_articles_and_questions_is_shown_as_it_is(api: BotApi) -> None:
    """What looks like HTML is text, in the question, the sentence, the title and the link."""
    ann = api.person("Ann")
    ann.says("How many <b>tickets</b> did the zoo & park of Elmsford sell?")
    answer = ann.hears()
    assert answer.bold == ["The <b>zoo</b> & the &amp; park of Elmsford sold 5 < 6 tickets."]
    assert answer.text.endswith('</a> "Zoo" <script> & co, 2 January 2023, A&B <i>')
    fragment = "#:~:text=The%20%3Cb%3Ezoo%3C%2Fb%3E%20%26%20the%20%26amp,sold%205%20%3C%206%20tickets"
    assert [(link.text, link.url) for link in answer.links] == [(HOSTILE.title, f"{HOSTILE.url}{fragment}")]


def test_a_question_of_four_thousand_characters_is_answered(api: BotApi) -> None:
    """Long questions are questions too."""
    ann = api.person("Ann")
    ann.says("What is the trade target? " * 155)
    assert ann.hears().bold


def test_a_question_about_something_else_is_not_answered(api: BotApi) -> None:
    """The bot says that the articles do not say, and shows nothing unasked."""
    ann = api.person("Ann")
    ann.says("how do I cook pasta?")
    answer = ann.hears()
    assert answer.text == texts.not_in_articles(10)
    assert [[button.text for button in row] for row in answer.buttons] == [
        [labels.NEAREST()],
        [labels.ARTICLES_DO_SAY()],
    ]


def test_answers_keep_the_order_of_the_questions(api: BotApi) -> None:
    """Five questions at once by one person are answered in their order."""
    ann = api.person("Ann")
    asked = [ann.says(f"How was the harvest of {year}?") for year in range(1990, 1995)]
    assert [ann.hears().reply_to for _ in asked] == asked


def test_a_deleted_question_is_answered_all_the_same(api: BotApi) -> None:
    """The answer is allowed to stand without the message that it replies to."""
    ann = api.person("Ann")
    ann.says(QUESTION)
    ann.hears()
    sent = [call for call in api.calls_of("sendMessage") if call.parameters["chat_id"] == str(ann.id)]
    assert sent[-1].value("reply_parameters")["allow_sending_without_reply"] is True


def test_no_message_has_a_preview(api: BotApi, ann: Person) -> None:
    """An article's picture would cover the answer, in a new message as well as in one that turns its page."""
    ann.says("What do the harvests have in common?")
    ann.hears()
    ann.says("/sources")
    sources = ann.hears()
    ann.presses(sources, "▶").answered()
    ann.sees_edited(sources)
    calls = [*api.calls_of("sendMessage"), *api.calls_of("editMessageText")]
    mine = [call for call in calls if call.parameters["chat_id"] == str(ann.id)]
    assert len(mine) == 3
    assert all(call.value("link_preview_options") == {"is_disabled": True} for call in mine)
