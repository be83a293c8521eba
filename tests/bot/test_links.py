"""Links that ask a question in the private chat."""

from __future__ import annotations

import pytest

from bot import links


def test_what_a_link_carries_comes_back() -> None:
    """The number of the question goes out and is read again; the address opens the chat with it."""
    assert links.question_number(links.parameter(17)) == 17
    assert links.address("answers_bot", 17) == "https://t.me/answers_bot?start=ask17"


@pytest.mark.parametrize("given", ["", "ask", "ask-1", "ask1x", "17", "start", "ask" + "9" * 19])
def test_anything_else_asks_nothing(given: str) -> None:
    """Somebody's own parameter, or a number larger than the database keeps, is no question."""
    assert links.question_number(given) is None
