"""How calls come in: URLs, encodings, and what the bot says of itself."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

import httpx
import pytest

from .api import BotApi
from .caller import Caller
from .people import Person


@pytest.mark.parametrize(
    ("path", "code", "description"),
    [
        ("/bot1:wrong/getMe", 401, "Unauthorized"),
        ("/bot{token}/fly", 404, "Not Found: method not found"),
        ("/elsewhere", 404, "Not Found"),
    ],
)
def test_calls_that_lead_nowhere(api: BotApi, path: str, code: int, description: str) -> None:
    """A wrong token, an unknown method and a path of another kind are refused."""
    response = httpx.get(api.url + path.format(token=api.token), verify=False)
    assert response.status_code == code
    assert response.json() == {"ok": False, "error_code": code, "description": description}


def test_every_way_to_call_is_understood(api: BotApi, ann: Person, call: Caller) -> None:
    """A quoted token, any case of the method, parameters in the URL, a form or JSON all make the same call."""
    url = f"{api.url}/bot{quote(api.token, safe='')}/SENDmessage"
    form = {"chat_id": str(ann.id), "text": "hi"}
    responses = [
        call.http.get(url, params=form),
        call.http.post(url, data=form),
        call.http.post(url, json={"chat_id": ann.id, "text": "hi"}),
    ]
    assert [response.json()["result"]["text"] for response in responses] == ["hi", "hi", "hi"]
    assert [(made.method, dict(made.parameters)) for made in api.calls] == [("sendMessage", form)] * 3


def test_text_must_be_unicode(ann: Person, call: Caller) -> None:
    """Half a surrogate pair is no text, neither as it is nor as a character reference."""
    body = f'{{"chat_id": {ann.id}, "text": "\\ud83d"}}'.encode()
    response = call.http.post("sendMessage", content=body, headers={"Content-Type": "application/json"})
    assert response.json()["description"] == "Bad Request: strings must be encoded in UTF-8"
    code, description = call.error("sendMessage", chat_id=ann.id, text="&#xd83d;", parse_mode="HTML")
    assert (code, description[:69]) == (400, "Bad Request: can't parse entities: Text contains invalid Unicode char")


def test_the_bot_tells_about_itself(call: Caller) -> None:
    """The bot's account says what it may do."""
    me = call("getMe")
    assert (me["id"], me["is_bot"], me["username"]) == (7000000001, True, "article_answers_bot")
    assert me["can_join_groups"] is True
    assert (me["can_read_all_group_messages"], me["supports_inline_queries"]) == (False, False)


def test_commands_are_kept_by_scope_and_language(api: BotApi, call: Caller) -> None:
    """Commands come back for the scope and language they were set for, and bad ones are refused."""
    commands = [{"command": "start", "description": "Begin"}]
    scope = {"type": "all_private_chats"}
    assert call("setMyCommands", commands=commands, scope=scope, language_code="en") is True
    assert call("getMyCommands", scope=scope, language_code="en") == commands
    assert call("getMyCommands") == []
    assert api.calls[0].value("commands") == commands
    turkish = [{"command": "start", "description": "Başla"}]
    call("setMyCommands", commands=turkish, scope=scope, language_code="tr")
    call("setMyCommands", commands=[], scope=scope)
    kept = {code: call("getMyCommands", scope=scope, language_code=code) for code in ("en", "tr", "")}
    assert kept == {"en": commands, "tr": turkish, "": []}


@pytest.mark.parametrize(
    ("command", "description", "error"),
    [
        ("Start", "Begin", "BOT_COMMAND_INVALID"),
        ("/", "Begin", "command must be non-empty"),
        ("x" * 33, "Begin", "command length must not exceed 32"),
        ("start", " ", "command description must be non-empty"),
        ("start", "x" * 257, "command description length must not exceed 256"),
    ],
)
def test_bad_commands_are_refused(call: Caller, command: str, description: str, error: str) -> None:
    """Names are 1 to 32 small letters, digits and underscores, descriptions 1 to 256 characters."""
    bad = [{"command": command, "description": description}]
    assert call.error("setMyCommands", commands=bad) == (400, f"Bad Request: {error}")


@pytest.mark.parametrize(
    ("given", "error"),
    [
        ({"language_code": "pt-br"}, "invalid language code specified"),
        ({"language_code": "EN"}, "invalid language code specified"),
        ({"scope": {"type": "everybody"}}, "can't parse BotCommandScope: unsupported type specified"),
        ({"scope": {"type": "chat", "chat_id": 43}}, "chat not found"),
        ({"scope": {"type": "chat_administrators", "chat_id": 42}}, "can't use specified scope in private chats"),
        ({"commands": [{"command": "x", "description": "x"}] * 101}, "BOT_COMMANDS_TOO_MUCH"),
    ],
)
def test_bad_lists_of_commands_are_refused(api: BotApi, call: Caller, given: dict[str, Any], error: str) -> None:
    """Languages have two letters, scopes are for chats that there are, and a list has at most 100."""
    api.person("Bob", user_id=42)
    assert call.error("setMyCommands", **{"commands": []} | given) == (400, f"Bad Request: {error}")


def test_descriptions_have_limits(call: Caller) -> None:
    """A description may have 512 characters, a short one 120."""
    assert call("setMyDescription", description="x" * 512) is True
    assert call("setMyShortDescription", short_description="x" * 120) is True
    too_long = (400, "Bad Request: DESCRIPTION_TOO_LONG")
    assert call.error("setMyShortDescription", short_description="x" * 121) == too_long
