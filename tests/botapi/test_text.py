"""The limits of a text, and that any text survives being escaped."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from .api import BotApi
from .caller import Caller
from .entities import Entity, part, units
from .people import Person


@pytest.fixture(scope="module")
def line() -> Iterator[tuple[Person, Caller]]:
    """Make a person and a client that all examples share."""
    with BotApi() as api, Caller(api) as caller:
        yield api.person("Ann"), caller


def as_telegram_keeps(text: str) -> str:
    """Return the text without what Telegram drops, blanks for control characters, trimmed."""
    text = re.sub("[\r\u2028-\u202e\u0333\u033f\u030a]", "", text)
    text = "".join(" " if char < " " and char != "\n" else char for char in text)
    return re.sub("[\u200e\u200f](?=[\u200e\u200f])", "\u200c", text).strip(" \n")


@settings(max_examples=60, deadline=None, database=None)
@given(st.text(min_size=1, max_size=40))
def test_any_escaped_text_comes_back(line: tuple[Person, Caller], text: str) -> None:
    """Escaped and sent in bold as HTML, any text comes back as itself, measured in UTF-16 code units."""
    ann, call = line
    kept = as_telegram_keeps(text)
    assume(kept)
    call("sendMessage", chat_id=ann.id, text=f"{html.escape(text.strip(' '))}<b>!</b>", parse_mode="HTML")
    answer = ann.hears()
    assert answer.text == as_telegram_keeps(text.strip(" ") + "!")
    assert answer.entities == (Entity("bold", len(answer.text[:-1].encode("utf-16-le")) // 2, 1),)


@pytest.mark.parametrize(
    "text",
    [
        "ایران: \u2068Trend News Agency\u2069، ۲۸ آوریل",
        "\u2067می\u200cگوید\u2069 \u2066$10 billion\u2069",
        "\u2068\u2067אב\u2069\u2069",
    ],
)
def test_isolates_are_kept(ann: Person, call: Caller, text: str) -> None:
    """Text from right to left comes back as it was, isolates at its ends too, in messages, edits, results and words."""
    html = {"text": f"{text}<b>{text}</b>", "parse_mode": "HTML"}
    number = call("sendMessage", chat_id=ann.id, **html)["message_id"]
    sent = ann.hears()
    assert (sent.text, sent.bold) == (text + text, [text])
    call("editMessageText", chat_id=ann.id, message_id=number, text=text)
    assert ann.sees_edited(sent).text == text
    ann.says(text)
    assert call("getUpdates")[-1]["message"]["text"] == text


def test_length_counts_code_units_after_parsing(ann: Person, call: Caller) -> None:
    """A text may have 4096 UTF-16 code units once parsed and trimmed, an astral character takes two of them."""
    call("sendMessage", chat_id=ann.id, text=f" <b>{'😀' * 2048}</b> ", parse_mode="HTML")
    answer = ann.hears()
    assert (units(answer.text), part(answer.text, answer.entities[0])) == (4096, "😀" * 2048)
    too_long = (400, "Bad Request: message is too long")
    assert call.error("sendMessage", chat_id=ann.id, text="😀" * 2048 + "x") == too_long


@pytest.mark.parametrize(
    ("parameters", "error"),
    [
        ({}, "message text is empty"),
        ({"text": ""}, "message text is empty"),
        ({"text": " \n\t "}, "text must be non-empty"),
        ({"text": "<b> </b>", "parse_mode": "HTML"}, "text must be non-empty"),
        ({"text": "x" * 32769}, "text is too long"),
        ({"text": "x", "parse_mode": "BBCode"}, "unsupported parse_mode"),
        ({"text": "x", "parse_mode": "MarkdownV2"},
         "parse_mode MarkdownV2 is not implemented by this stand-in, which knows HTML only"),
    ],
)  # fmt: skip
def test_texts_that_are_refused(ann: Person, call: Caller, parameters: dict[str, str], error: str) -> None:
    """No text, nothing but blanks, too many bytes and other parse modes are bad requests."""
    assert call.error("sendMessage", chat_id=ann.id, **parameters) == (400, f"Bad Request: {error}")


def test_only_a_hundred_entities_are_kept(ann: Person, call: Caller) -> None:
    """Of more than a hundred entities the first hundred are kept."""
    call("sendMessage", chat_id=ann.id, text="<b>x</b> " * 101, parse_mode="HTML")
    assert ann.hears().entities == tuple(Entity("bold", 2 * index, 1) for index in range(100))
