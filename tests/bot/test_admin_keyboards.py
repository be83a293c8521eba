"""The buttons that only admins see, and their receipts, fit into what Telegram takes."""

from __future__ import annotations

from bot import keyboards
from bot.adding import Outcome, Placed
from bot.admin_lists import A_PAGE, articles_page
from bot.fitting import units
from bot.messages import MESSAGE_UNITS
from bot.receipt_messages import receipt
from index import Article, ArticleIndex
from index.errors import SourceError
from index.records import Added
from tests.botapi.formatted import formatted

LARGE = 10**12


def test_data_fits_into_64_bytes() -> None:
    """After any number of receipts, searches and pages."""
    turning = keyboards.pages(f"{keyboards.ARTICLES}:{LARGE}", 10**8, 10**9)
    every = [
        keyboards.receipt(LARGE, stopped=True),
        keyboards.article_or_question(),
        keyboards.remove_or_keep("0" * 12),
        keyboards.cancel(10**17),
        keyboards.removals(["0" * 12] * A_PAGE, turning),
    ]
    data = [str(button.callback_data) for one in every if one for row in one.inline_keyboard for button in row]
    assert len(data) == 2 + 2 + 2 + 1 + A_PAGE + 2
    assert max(len(one.encode()) for one in data) <= 64


def test_undo_is_the_first_button_of_a_receipt() -> None:
    """Behind it what goes on; where there is neither, there are no buttons."""
    full = keyboards.receipt(7, stopped=True)
    assert full
    assert [button.callback_data for button in full.inline_keyboard[0]] == ["undo:7", "again"]
    assert keyboards.receipt(None) is None


def hostile(number: int) -> Article:
    """Return an article with as long a title as there may be, in characters that count twice and are markup."""
    return Article(
        f"Text {number}.",
        title="<b>&😀" * 500,
        publisher="</a>😀" * 500,
        published="2024-09-30",
        url=f"https://example.org/{'x' * 1300}?{number}",
    )


def test_the_largest_receipt_fits_into_a_message() -> None:
    """Many articles and many failures, all of them long, and none of it is read as markup."""
    placed = [Placed(Added("0" * 12, None, "added", 10**6), hostile(number), twin=False) for number in range(100)]
    failed = [SourceError("<i>😀" * 500, "</b>😀" * 500)] * 100
    page = receipt(Outcome(placed, failed, [], 10**6, stopped=True), LARGE)
    text = formatted(page.html, "HTML").text
    assert units(text) <= MESSAGE_UNITS
    assert "<b>&😀" in text
    assert "</b>😀" in text


def test_the_largest_page_of_articles_fits_into_a_message(index: ArticleIndex) -> None:
    """Eight articles with their ids."""
    index.add([hostile(number) for number in range(A_PAGE + 1)])
    page = articles_page(index, "<b>&😀", LARGE, 1)
    assert units(formatted(page.html, "HTML").text) <= MESSAGE_UNITS
