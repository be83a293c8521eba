"""Inline queries of the stand-in: what it tells the bot, and what it takes from it."""

from __future__ import annotations

import time
from typing import Any

import pytest

from .caller import Caller
from .people import Person
from .queries import TOO_OLD


def _article(number: int = 1, **given: Any) -> dict[str, Any]:
    content = {"message_text": "<b>$10 billion</b>", "parse_mode": "HTML"}
    return {"type": "article", "id": f"{number}", "title": "A", "input_message_content": content} | given


def test_results_are_taken_once(ann: Person, call: Caller) -> None:
    """The bot hears what was typed; its results are seen, their text formatted; a second answer comes too late."""
    typed = ann.types("what?")
    query = call("getUpdates")[0]["inline_query"]
    assert (query["query"], query["from"]["id"]) == ("what?", ann.id)
    button = {"text": "More", "start_parameter": "ask1"}
    answer = {"inline_query_id": query["id"], "results": [_article(1), _article(2)], "button": button, "cache_time": 5}
    assert call("answerInlineQuery", **answer) is True
    seen = typed.answered()
    assert ([one.title for one in seen.results], seen.results[0].text.text) == (["A", "A"], "$10 billion")
    assert (seen.button, seen.start_parameter, seen.cache_time, seen.is_personal) == ("More", "ask1", 5, False)
    code, description = call.error("answerInlineQuery", **answer)
    assert (code, description.startswith("Bad Request: query is too old")) == (400, True)


@pytest.mark.parametrize(
    ("results", "error"),
    [
        ([_article(1), _article(1)], "RESULT_ID_DUPLICATE"),
        ([_article(1, id="x" * 65)], "RESULT_ID_INVALID"),
        ([_article(1, title="")], "ARTICLE_TITLE_EMPTY"),
        ([_article(number) for number in range(51)], "too many inline query results specified"),
        ([_article(1, input_message_content={"message_text": ""})], "message text is empty"),
    ],
)
def test_bad_results_are_refused(ann: Person, call: Caller, results: list[dict[str, Any]], error: str) -> None:
    """As the real server does, before anything is shown."""
    ann.types("what?")
    query = call("getUpdates")[0]["inline_query"]
    assert call.error("answerInlineQuery", inline_query_id=query["id"], results=results) == (
        400,
        f"Bad Request: {error}",
    )


@pytest.mark.parametrize(
    ("button", "error"),
    [
        ({"text": "More"}, "InlineQueryResultsButton must have exactly one optional field"),
        ({"start_parameter": "a"}, 'Can\'t find field "text"'),
        ({"text": "More", "start_parameter": ""}, "START_PARAM_EMPTY"),
        ({"text": "More", "start_parameter": "a" * 65}, "START_PARAM_INVALID"),
        ({"text": "More", "start_parameter": "ask 1"}, "START_PARAM_INVALID"),
    ],
)
def test_bad_buttons_are_refused(ann: Person, call: Caller, button: dict[str, str], error: str) -> None:
    """What the button sends to the bot are 1 to 64 letters, digits, dashes and underscores."""
    ann.types("what?")
    query = call("getUpdates")[0]["inline_query"]
    code, description = call.error("answerInlineQuery", inline_query_id=query["id"], results=[], button=button)
    assert (code, description.endswith(error)) == (400, True)


def test_a_query_is_open_for_ten_seconds(ann: Person, call: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    """After that it can't be answered any more."""
    typed = [ann.types("what?") for _ in range(2)]
    ids = [update["inline_query"]["id"] for update in call("getUpdates")]
    later = time.monotonic()
    monkeypatch.setattr(time, "monotonic", lambda: later + 9)
    assert call("answerInlineQuery", inline_query_id=ids[0], results=[]) is True
    monkeypatch.setattr(time, "monotonic", lambda: later + 10)
    assert call.error("answerInlineQuery", inline_query_id=ids[1], results=[]) == (400, f"Bad Request: {TOO_OLD}")
    assert [one.is_answered for one in typed] == [True, False]
