"""Inline mode with the real bot, over HTTP: what is offered to whoever types behind its name."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import date
from typing import Self

import pytest

from bot import labels, texts
from bot.inline_results import example, results
from index import Article, ArticleIndex
from tests.botapi import BotApi
from tests.botapi.typing_in import Typed
from tests.samples import PORT

from .running import QUESTION, SOURCE, TARGET, RunningBot
from .samples import said, span
from .serving import serve_while, until
from .test_worker import Held

_UNKNOWN = "Who wrote it?"  # nobody knows which article is meant


def test_an_answer_is_offered(api: BotApi, bot: RunningBot) -> None:
    """Its words are the title, its sentence stands below, and what is sent is the usual answer with its source."""
    ann = api.person("Ann")
    answered = ann.types(QUESTION).answered()
    [result] = answered.results
    assert TARGET in result.title
    assert TARGET in result.description
    assert TARGET in result.text.text
    assert SOURCE in result.text.text
    assert [entity.type for entity in result.text.entities] == ["bold"]
    assert (answered.button, answered.cache_time, answered.is_personal) == ("", 60, True)
    ann.hears_nothing(0.2)


def test_what_was_answered_is_not_asked_again(api: BotApi, bot: RunningBot) -> None:
    """The same words get the same results."""
    first = api.person("Ann").types(QUESTION).answered()
    assert api.person("Ben").types(f" {QUESTION} ").answered() == first


def test_nothing_is_offered_that_the_articles_do_not_say(api: BotApi, bot: RunningBot) -> None:
    """A button says so, and leads into the private chat, where the same question is asked."""
    ann = api.person("Ann")
    answered = ann.types(_UNKNOWN).answered()
    assert (answered.results, answered.button) == ((), labels.INLINE_NOT_FOUND())
    ann.says(f"/start {answered.start_parameter}")
    assert ann.hears().text.endswith(" do not say.")
    ann.hears_nothing(0.2)


@pytest.mark.parametrize("text", ["", "  ", "wh", "hello", "👍"])
def test_what_is_no_question_yet_shows_examples(api: BotApi, bot: RunningBot, text: str) -> None:
    """Each is a question that is answered; what is sent is the answer. Above them stands what to type."""
    answered = api.person("Ann").types(text).answered()
    assert answered.button == labels.INLINE_EMPTY()
    assert len(answered.results) == 2
    assert all(result.title.endswith("?") for result in answered.results)
    assert all(result.description in result.text.text for result in answered.results)


def test_examples_with_the_same_answer_are_told_apart() -> None:
    """Telegram takes no two results of one id."""
    asked = [replace(said(f"{word}?", PORT, PORT.text[:71], "2026"), passages=()) for word in ("when", "what year")]
    ids = {shown.id for answer in asked if (shown := example(answer))}
    assert len(ids) == 2


def test_an_index_without_articles_says_so(index: ArticleIndex) -> None:
    """There is nothing that could say anything."""
    with BotApi() as api:
        ann = api.person("Ann")

        def act() -> None:
            assert ann.types("").answered().results == ()
            assert ann.types("what is the trade goal?").answered().button == texts.NO_SOURCES()

        serve_while(api, index, act, articles_home=index.settings.articles_home)


def test_a_re_indexing_ends_what_was_kept(library: ArticleIndex) -> None:
    """An article that is gone answers no more, and an answer is made once in between."""
    question = "What did the new terminal cost?"
    with BotApi() as api:
        ann = api.person("Ann")

        def act() -> None:
            assert "310 million" in ann.types(question).answered().results[0].text.text
            library.remove([PORT.id])
            assert not any("310 million" in one.text.text for one in ann.types(question).answered().results)

        serve_while(api, library, act, articles_home=library.settings.articles_home)


def test_a_link_that_is_forgotten_is_a_start(api: BotApi, bot: RunningBot) -> None:
    """A number that recalls nothing, and any other parameter, brings the usual welcome."""
    ann = api.person("Ann")
    for parameter in ("ask999999", "start", "ask", "ask1x"):
        ann.says(f"/start {parameter}")
        assert ann.hears().text.startswith("I answer questions from 10 news articles")


def test_what_is_sent_to_the_bot_itself_is_not_asked(api: BotApi, bot: RunningBot) -> None:
    """An answer that somebody chose in the chat with the bot is no question."""
    ann = api.person("Ann")
    ann.says(QUESTION, via_bot=True)
    ann.hears_nothing(0.3)


def test_a_late_answer_is_one_line_in_the_log(api: BotApi, bot: RunningBot) -> None:
    """A query that Telegram has forgotten is no fault."""
    api.hang("answerInlineQuery", 0.5)
    typed = api.person("Ann").types(f"{QUESTION} please")
    typed.expires()
    bot.logs("answerInlineQuery: Query is too old")
    assert "Traceback" not in bot.log


def test_what_is_not_ready_in_time_leads_into_private() -> None:
    """Telegram does not wait: there is no result, only a button; the newest words of a person alone are read."""
    index = Held()
    with BotApi() as api:
        ann = api.person("Ann")

        def act() -> None:
            seen.append(ann.types("who won"))
            until(lambda: bool(index.asked))
            seen.extend(ann.types(text) for text in ("who won the", "who won the cup?"))
            seen[2].answered()
            index.free.release(10)
            ann.says("/id")  # handled behind the queries
            ann.hears()

        seen: list[Typed] = []
        serve_while(api, index, act)
    assert (seen[2].answered().button, seen[2].answered().cache_time) == (labels.INLINE_LATER(), 0)
    assert index.asked == ["who won", "who won the cup?"]
    assert not seen[1].is_answered


def test_who_is_not_served_gets_nothing(library: ArticleIndex) -> None:
    """Where only some chats are served, others are told so, and results are for each person alone."""
    with BotApi() as api:
        ann, eve = api.person("Ann"), api.person("Eve")

        def act() -> None:
            refused = eve.types("What did the terminal cost?").answered()
            assert (refused.results, refused.button, refused.is_personal) == ((), labels.INLINE_CLOSED(), True)
            assert ann.types("What did the terminal cost?").answered().results

        serve_while(api, library, act, allowed_chats=(ann.id,), articles_home=library.settings.articles_home)


def test_of_what_is_typed_at_one_go_only_the_end_is_read() -> None:
    """No letter on the way costs the model anything, or is answered."""
    index = Held()
    index.free.release(20)
    with BotApi() as api:
        ann = api.person("Ann")

        def act() -> None:
            typed = [ann.types("who won the cup?"[:length]) for length in range(5, 17)]
            assert typed[-1].answered().button == labels.INLINE_NOT_FOUND()
            assert index.asked == ["who won the cup?"]
            assert not any(one.is_answered for one in typed[:-1])

        serve_while(api, index, act)


def test_what_was_typed_on_leaves_the_queue() -> None:
    """While others ask, a person's words wait in one place of the queue at most, and only the newest are read."""
    index = Held()
    with BotApi() as api:
        ann, ben = api.person("Ann"), api.person("Ben")

        def act() -> None:
            ben.says("first?")
            until(lambda: index.asked == ["first?"])
            typed = []
            for text in ("who won", "who won the", "who won the cup", "who won the cup?"):
                typed.append(ann.types(text))
                time.sleep(0.5)
            index.free.release(10)
            assert typed[-1].answered().button == labels.INLINE_NOT_FOUND()
            assert index.asked == ["first?", "who won the cup?"]
            assert not any(one.is_answered for one in typed[:-1])
            ann.hears_nothing(0)

        serve_while(api, index, act)


def test_an_answer_is_kept_for_a_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was asked about yesterday means another day tomorrow."""
    days = [date(2026, 1, 1), date(2026, 1, 1), date(2026, 1, 2)]

    class Day(date):
        @classmethod
        def today(cls) -> Self:
            return cls.fromordinal(days.pop(0).toordinal())

    monkeypatch.setattr("bot.worker.date", Day)
    index = Held()
    index.free.release(10)
    with BotApi() as api:
        ann = api.person("Ann")

        def act() -> None:
            for _ in range(3):
                ann.types("who won yesterday?").answered()

        serve_while(api, index, act)
    assert index.asked == ["who won yesterday?"] * 2


def test_up_to_five_different_answers_are_offered() -> None:
    """Each has its own words as the title, its sentence below, and its own article in what is sent."""
    articles = [Article(f"The zoo of {town} sold {number} tickets.", title=town) for number, town in enumerate("ABCDE")]
    first, *others = [span(article, f"{number} tickets") for number, article in enumerate(articles)]
    answer = replace(said("how many?", articles[0], articles[0].text, first.text), others=tuple(others))
    offered = results(answer)
    assert [one.title for one in offered] == [f"{number} tickets" for number in range(5)]
    assert [one.description for one in offered] == [article.text for article in articles]
    assert len({one.id for one in offered}) == 5
    sent = [one.input_message_content.to_dict()["message_text"] for one in offered]
    assert [html.rpartition("\n\n")[2] for html in sent] == list("ABCDE")


def test_an_answer_that_does_not_stand_in_its_article_is_not_offered() -> None:
    """The others are."""
    article = Article("The zoo sold 5 tickets.")
    broken = replace(span(article, "5 tickets"), start=30, end=35)
    answer = replace(said("how many?", article, article.text, "5 tickets"), others=(broken,))
    assert [one.title for one in results(answer)] == ["5 tickets"]
