"""How the bot handles a crowd, faults and SIGTERM, with an index that answers when it is let."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator

import pytest

from bot import texts
from tests.botapi import BotApi

from .serving import serve_until_stopped, stop
from .test_worker import Held


@pytest.fixture
def api() -> Iterator[BotApi]:
    """Return a Bot API server for one test."""
    with BotApi() as server:
        yield server


def test_a_question_in_hand_is_answered_after_the_signal(api: BotApi) -> None:
    """What was asked before SIGTERM is answered; the long poll does not hold the end up."""
    index = Held()
    ann = api.person("Ann")

    def person() -> None:
        ann.says("Why?")
        api.called("sendChatAction")
        stop()
        time.sleep(0.3)
        index.free.release()

    began = time.monotonic()
    serve_until_stopped(api, index, person)
    assert ann.hears(timeout=0).text == texts.not_in_articles(0)
    assert time.monotonic() - began < 5


def test_whoever_still_waits_at_the_end_is_told(api: BotApi) -> None:
    """A few seconds after SIGTERM, questions that did not get their turn are turned away kindly."""
    index = Held()
    ann, bob = api.person("Ann"), api.person("Bob")

    def person() -> None:
        ann.says("Why?")
        api.called("sendChatAction")
        bob.says("When?")
        api.called("sendChatAction", times=2)
        stop()
        time.sleep(5)
        index.free.release()

    serve_until_stopped(api, index, person)
    assert len([call for call in api.calls_of("sendChatAction") if call.parameters["chat_id"] == str(ann.id)]) == 2
    assert ann.hears(timeout=0).text == texts.not_in_articles(0)
    assert [bob.hears(timeout=0).text, bob.hears(timeout=0).text] == [texts.position(1), texts.STOPPING()]


def test_a_full_queue_is_said(api: BotApi) -> None:
    """With one question in hand and two waiting, the fourth person is asked to come back."""
    index = Held()
    people = [api.person(name) for name in ("Ann", "Bob", "Cem", "Dan")]

    def person() -> None:
        for number, one in enumerate(people, start=1):
            one.says("Why?")
            api.called("sendChatAction", times=number)
        assert people[3].hears().text == texts.BUSY()
        assert people[2].hears().text == "Queued, 2 before you; your answer is coming."
        index.free.release(3)
        assert people[2].hears().text == texts.not_in_articles(0)
        stop()

    serve_until_stopped(api, index, person)


def test_an_unexpected_error_is_logged_and_apologised_for(api: BotApi, caplog: pytest.LogCaptureFixture) -> None:
    """The log has the traceback under a reference, and the person hears the same reference."""

    class Broken(Held):
        def answer(self, question: str, **_: object) -> object:  # type: ignore[override]
            raise ZeroDivisionError

    ann = api.person("Ann")

    def person() -> None:
        ann.says("Why?")
        assert ann.hears().text.startswith("Something went wrong on my side.")
        stop()

    serve_until_stopped(api, Broken(), person)
    (record,) = [record for record in caplog.records if record.levelno == logging.ERROR]
    assert record.exc_info
    assert isinstance(record.exc_info[1], ZeroDivisionError)
    assert record.getMessage().partition("(")[2].partition(")")[0] in ann.screen[0].text
