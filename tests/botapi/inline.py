"""Inline queries: what a person types behind the bot's name, and what the bot offers."""

from __future__ import annotations

from typing import Any

from .errors import bad_request
from .formatted import FormattedText, formatted
from .parameters import Parameters
from .queries import InlineAnswer, InlineResult
from .world import World

_MAX_RESULTS = 50
_MAX_ID = 64  # bytes


def answer_inline_query(world: World, parameters: Parameters) -> bool:
    """Offer results for what somebody typed, once and only while they wait."""
    given = parameters.decoded("results", "inline query results")
    if not isinstance(given, list):
        raise bad_request("expected an Array of inline query results")
    if len(given) > _MAX_RESULTS:
        raise bad_request("RESULTS_TOO_MUCH")
    results = tuple(_result(one) for one in given)
    if len({one.id for one in results}) < len(results):
        raise bad_request("RESULT_ID_DUPLICATE")
    button = parameters.decoded("button", "InlineQueryResultsButton") or {}
    query = world.inline.get(parameters.text("inline_query_id"))
    if query is None or not query.waits:
        raise bad_request("query is too old and response timeout expired or query ID is invalid")
    query.waits = False
    query.answer = InlineAnswer(
        results,
        button.get("text", ""),
        button.get("start_parameter", ""),
        parameters.number("cache_time", 300),
        parameters.flag("is_personal"),
    )
    return True


def _result(given: dict[str, Any]) -> InlineResult:
    if given.get("type") != "article":
        raise bad_request("this stand-in takes articles only")
    if not 1 <= len(given.get("id", "").encode()) <= _MAX_ID:
        raise bad_request("RESULT_ID_INVALID")
    if not given.get("title"):
        raise bad_request("ARTICLE_TITLE_EMPTY")
    content = given.get("input_message_content", {})
    if not content.get("message_text"):
        raise bad_request("message text is empty")
    text: FormattedText = formatted(content["message_text"], content.get("parse_mode", ""))
    return InlineResult(given["id"], given["title"], given.get("description", ""), text)
