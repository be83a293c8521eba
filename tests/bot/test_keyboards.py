"""Buttons hold what their handlers need, within Telegram's 64 bytes."""

from __future__ import annotations

from bot import keyboards
from bot.quotes import Quote
from index import Article

ARTICLE = Article("One. Two.")


def test_an_answer_offers_more_passages_first() -> None:
    """The order of the buttons is fixed."""
    (row,) = keyboards.answer(7, Quote(ARTICLE, "text", 0, 4)).inline_keyboard
    assert [button.text for button in row] == ["More passages", "Context"]
    assert row[0].callback_data == "more:7"
    assert row[1].callback_data == f"context:{ARTICLE.id}:t:0:4:{Quote(ARTICLE, 'text', 0, 4).checksum}"


def test_data_fits_into_64_bytes() -> None:
    """Even in the largest of articles, and after many questions."""
    (row,) = keyboards.answer(10**12, Quote(ARTICLE, "text", 10**8, 10**8 + 4)).inline_keyboard
    assert max(len(str(button.callback_data)) for button in row) <= 64


def test_pages_lead_both_ways() -> None:
    """The first page leads on, the last back, one in between both ways, and a single one nowhere."""
    leading = [keyboards.pages("sources", page, 3) for page in (1, 2, 3)]
    data = [[button.callback_data for row in markup.inline_keyboard for button in row] for markup in leading if markup]
    assert data == [["sources:2"], ["sources:1", "sources:3"], ["sources:2"]]
    assert keyboards.pages("sources", 1, 1) is None


def test_without_examples_there_are_no_buttons() -> None:
    """An index that answers nothing offers nothing."""
    assert keyboards.examples([]) is None
