"""What the bot would send is printed for the terminal."""

from __future__ import annotations

import asyncio
import io
import json
from typing import Any, Literal

from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console
from telegram.request import RequestData
from telegram.request._requestparameter import RequestParameter

from bot.screen import Screen, formatted

KEYBOARD = {
    "inline_keyboard": [[{"text": "More passages", "callback_data": "more:1"}], [{"text": "▶", "callback_data": "x"}]]
}


def called(screen: Screen, method: str, **parameters: Any) -> Any:
    """Call a method of the Bot API and return its result."""
    data = RequestData([RequestParameter.from_input(key, value) for key, value in parameters.items()])
    status, reply = asyncio.run(screen.do_request(f"https://api.telegram.org/bot0:t/{method}", "POST", data))
    assert status == 200
    return json.loads(reply)["result"]


def printing(*, terminal: bool) -> tuple[Screen, io.StringIO]:
    """Return a screen and what it prints to."""
    paper = io.StringIO()
    colours: Literal["standard"] | None = "standard" if terminal else None
    return Screen(Console(file=paper, force_terminal=terminal, color_system=colours, highlight=False)), paper


def test_bold_and_links_are_readable_without_a_terminal() -> None:
    """Where output is no terminal, asterisks mark what is bold, and an address stands behind its words."""
    screen, paper = printing(terminal=False)
    called(
        screen, "sendMessage", text='a <b>b &lt; c</b> <a href="https://x.org/?a=1&amp;b=2">d</a>', parse_mode="HTML"
    )
    assert paper.getvalue() == "a **b < c** d (https://x.org/?a=1&b=2)\n\n"


def test_bold_is_bold_on_a_terminal() -> None:
    """On a terminal the answer is set in bold type."""
    screen, paper = printing(terminal=True)
    called(screen, "sendMessage", text="a <b>b</b>", parse_mode="HTML")
    assert paper.getvalue() == "a \x1b[1mb\x1b[0m\n\n"


def test_a_text_without_parse_mode_is_printed_as_it_is() -> None:
    """What looks like markup of any kind is left alone."""
    screen, paper = printing(terminal=False)
    called(screen, "sendMessage", text="<b> [bold] :smile: &lt;")
    assert paper.getvalue() == "<b> [bold] :smile: &lt;\n\n"


def test_buttons_are_numbered_on() -> None:
    """Each button has a number of its own, under which its data and message are found."""
    screen, paper = printing(terminal=False)
    first = called(screen, "sendMessage", text="one", reply_markup=KEYBOARD)
    second = called(screen, "sendMessage", text="two", reply_markup=KEYBOARD)
    assert paper.getvalue() == "one\n\n[1] More passages  [2] ▶\n\ntwo\n\n[3] More passages  [4] ▶\n\n"
    assert screen.press("1") == {"message": first, "data": "more:1"}
    assert screen.press("4") == {"message": second, "data": "x"}


def test_a_number_of_no_button_is_no_press() -> None:
    """Only the numbers of buttons that were shown press one."""
    screen, _ = printing(terminal=False)
    called(screen, "sendMessage", text="one", reply_markup=KEYBOARD)
    assert [screen.press(text) for text in ("0", "3", "2024", "1.", "x")] == [None] * 5


def test_an_alert_is_printed_and_a_silent_answer_is_not() -> None:
    """The answer to a press shows only what it says."""
    screen, paper = printing(terminal=False)
    called(screen, "answerCallbackQuery", callback_query_id="1")
    called(screen, "answerCallbackQuery", callback_query_id="1", text="Gone.", show_alert=True)
    assert paper.getvalue() == "Gone.\n\n"


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])))
def test_escaped_text_is_read_back(text: str) -> None:
    """What was escaped for Telegram stands on the screen as it was written."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    assert formatted(f"<b>{escaped}</b>").plain == text
