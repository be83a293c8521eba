"""Inline queries: what a person types behind the bot's name, and what the bot offers."""

from __future__ import annotations

import re
from typing import Any

from .errors import bad_request
from .events import ANYWHERE, Offered
from .formatted import FormattedText, formatted
from .parameters import Parameters
from .queries import TOO_OLD, InlineAnswer, InlineResult
from .world import World

_MAX_RESULTS = 50
_MAX_ID = 64  # bytes


def answer_inline_query(world: World, parameters: Parameters) -> bool:
    """Offer results for what somebody typed, once and only while they wait."""
    button = _button(parameters.decoded("button", "inline query results button"))
    given = parameters.decoded("results", "inline query results")
    if not isinstance(given, list):
        raise bad_request("expected an Array of inline query results")
    if len(given) > _MAX_RESULTS:
        raise bad_request("too many inline query results specified")
    results = tuple(inline_result(one) for one in given)
    if len({one.id for one in results}) < len(results):
        raise bad_request("RESULT_ID_DUPLICATE")
    query = world.inline.get(parameters.text("inline_query_id"))
    if query is None or not query.is_open:
        raise bad_request(TOO_OLD)
    query.waits = False
    query.answer = InlineAnswer(
        results,
        *button,
        parameters.number("cache_time", 300),
        parameters.flag("is_personal"),
    )
    world.events.append(Offered(ANYWHERE, query.who, query.answer))
    return True


def inline_result(given: Any) -> InlineResult:
    """Return a result as it is stored; raises ApiError where Telegram refuses it."""
    if not isinstance(given, dict):
        raise bad_request("can't parse inline query result: Inline query result must be an object")
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


def _button(given: Any) -> tuple[str, str]:
    """Return the words on the button above the results, and the parameter of /start; both empty where there is none."""
    if given is None:
        return "", ""
    problem = "can't parse inline query results button: "
    if not isinstance(given, dict):
        raise bad_request(f"{problem}InlineQueryResultsButton must be an Object")
    text, parameter = given.get("text"), given.get("start_parameter")
    if not isinstance(text, str):
        raise bad_request(f'{problem}Can\'t find field "text"')
    if not isinstance(parameter, str):
        raise bad_request(f"{problem}InlineQueryResultsButton must have exactly one optional field")
    if not parameter:
        raise bad_request("START_PARAM_EMPTY")
    if not re.fullmatch(r"[A-Za-z0-9_-]{1,64}", parameter):
        raise bad_request("START_PARAM_INVALID")
    return text, parameter
