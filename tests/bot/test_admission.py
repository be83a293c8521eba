"""Which chats are served, where ALLOWED_CHATS is set and something goes wrong."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot import texts
from index import ArticleIndex
from tests.botapi import BotApi, Person

from .serving import serve_while


@pytest.fixture
def api() -> Iterator[BotApi]:
    """Return a Bot API server for one test."""
    with BotApi() as server:
        yield server


def _lines(caplog: pytest.LogCaptureFixture) -> list[str]:
    """Return the warnings, and make sure that there was nothing worse."""
    assert not [record for record in caplog.records if record.levelname == "ERROR"]
    return [record.getMessage() for record in caplog.records if record.levelname == "WARNING"]


@pytest.mark.parametrize("code", [403, 400])
def test_who_can_not_be_told_is_not_served_either(api: BotApi, ann: Person, index: ArticleIndex, code: int) -> None:
    """Where saying so fails, for whatever reason, the question is still not answered."""
    api.fail("sendMessage", code, "Bad Request: anything", chat_id=ann.id)

    def act() -> None:
        ann.says("/start")
        ann.hears_nothing(0.5)

    serve_while(api, index, act, allowed_chats=(1,))


def test_a_press_that_can_not_be_refused_has_no_effect(api: BotApi, ann: Person, index: ArticleIndex) -> None:
    """An update whose handler failed goes to no other."""

    def act() -> None:
        ann.says("/start")
        refusal = ann.hears()
        api.fail("answerCallbackQuery", 403, "Forbidden: anything")
        ann.presses_data(refusal, "sources:1")
        api.called("answerCallbackQuery")
        api.delivered()

    serve_while(api, index, act, allowed_chats=(1,))
    assert len(api.calls_of("answerCallbackQuery")) == 1
    assert api.calls_of("editMessageText") == []


def test_a_group_where_it_may_not_write_is_left_too(
    api: BotApi, ann: Person, index: ArticleIndex, caplog: pytest.LogCaptureFixture
) -> None:
    """Without a word, since there it has none; the log says why in one line."""
    group = api.group("Elsewhere")
    group.mutes_bot()

    def act() -> None:
        group.adds_bot(ann)
        api.called("leaveChat")
        group.hears_nothing(0.2)

    serve_while(api, index, act, allowed_chats=(1,))
    assert not group.has_bot
    assert _lines(caplog) == [f"chat {group.id}: Not enough rights to send text messages to the chat"]


def test_a_group_is_told_and_left_once(
    api: BotApi, ann: Person, index: ArticleIndex, caplog: pytest.LogCaptureFixture
) -> None:
    """What was written there before it left gets nothing; who adds it again is told again."""
    group = api.group("Elsewhere")

    def act() -> None:
        api.hang("sendMessage", 0.5, chat_id=group.id)
        group.adds_bot(ann)
        for text in ("/ask who won?", "/help@article_answers_bot"):
            group.says(ann, text)
        assert group.hears().text == texts.not_admitted(group.id, "")
        group.hears_nothing(0.3)
        group.adds_bot(ann)
        assert group.hears().text == texts.not_admitted(group.id, "")
        api.called("leaveChat", times=2)

    serve_while(api, index, act, allowed_chats=(1,))
    assert _lines(caplog) == []


def test_a_migrated_group_stays_admitted(
    api: BotApi, ann: Person, index: ArticleIndex, caplog: pytest.LogCaptureFixture
) -> None:
    """A group on the list that goes on under another id is served there, and the log says what to put on the list."""
    group, bigger = api.group("News fans", basic=True), api.group("News fans")

    def act() -> None:
        api.hang("sendMessage", 2, chat_id=group.id)  # what the old group tells waits for this
        group.adds_bot(ann)
        api.delivered()
        group.moves_to(bigger)
        bigger.says(ann, "/ask who won?")
        assert bigger.hears().text == texts.EMPTY_INDEX()

    serve_while(api, index, act, allowed_chats=(group.id,))
    assert bigger.has_bot
    assert _lines(caplog) == [
        f"group {group.id} has become {bigger.id}: add this to ALLOWED_CHATS before the next start"
    ]
