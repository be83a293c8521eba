"""Buttons hold what their handlers need, within Telegram's 64 bytes."""

from __future__ import annotations

from bot import keyboards
from bot.keyboards import Kept
from bot.quotes import Quote
from index import Article

ARTICLE = Article("One. Two.")
KEPT = Kept(question=7, shown=9, generation=3)


def test_an_answer_offers_more_passages_first() -> None:
    """The order of the buttons is fixed."""
    row, votes = keyboards.answer(KEPT, Quote(ARTICLE, "text", 0, 4)).inline_keyboard
    assert [button.text for button in (*row, *votes)] == ["More passages", "Context", "👍", "👎"]
    assert [button.callback_data for button in (row[0], *votes)] == ["more:7:3", "good:9", "bad:9"]
    assert row[1].callback_data == f"context:{ARTICLE.id}:t:0:4:{Quote(ARTICLE, 'text', 0, 4).checksum}"


def test_data_fits_into_64_bytes() -> None:
    """Even in the largest of articles, and after many questions."""
    kept = Kept(10**12, 10**12, 10**9)
    answer = keyboards.answer(kept, Quote(ARTICLE, "text", 10**8, 10**8 + 4))
    every = [answer, keyboards.refusal(kept, nearest=True), keyboards.asking_why(answer, kept.shown)]
    data = [button.callback_data for keyboard in every for row in keyboard.inline_keyboard for button in row]
    assert len(data) == 12
    assert max(len(str(one).encode()) for one in data) <= 64


def test_reasons_take_the_place_of_votes_and_back() -> None:
    """The other buttons stay where they are."""
    answer = keyboards.answer(KEPT, Quote(ARTICLE, "text", 0, 4))
    asking = keyboards.asking_why(answer, KEPT.shown)
    labels = [button.text for row in asking.inline_keyboard for button in row]
    reasons = ["Wrong answer", "Wrong article", "Another article says it", "The articles do not say it"]
    assert labels == ["More passages", "Context", *reasons]
    assert keyboards.voting(asking, KEPT.shown) == answer


def test_a_message_tells_what_was_shown_by_its_buttons() -> None:
    """That of an answer, of a refusal, and while the reasons are asked for; others tell nothing."""
    answer = keyboards.answer(KEPT, Quote(ARTICLE, "text", 0, 4))
    every = [answer, keyboards.refusal(KEPT, nearest=False), keyboards.asking_why(answer, KEPT.shown)]
    assert [keyboards.shown_number(one) for one in every] == [9, 9, 9]
    assert [keyboards.shown_number(one) for one in (None, keyboards.pages("sources", 1, 2))] == [None, None]


def test_pages_lead_both_ways() -> None:
    """The first page leads on, the last back, one in between both ways, and a single one nowhere."""
    leading = [keyboards.pages("sources", page, 3) for page in (1, 2, 3)]
    data = [[button.callback_data for row in markup.inline_keyboard for button in row] for markup in leading if markup]
    assert data == [["sources:2"], ["sources:1", "sources:3"], ["sources:2"]]
    assert keyboards.pages("sources", 1, 1) is None


def test_without_examples_there_are_no_buttons() -> None:
    """An index that answers nothing offers nothing."""
    assert keyboards.examples([]) is None
