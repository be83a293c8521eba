"""The buttons that only admins see, and their receipts, fit into what Telegram takes."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime

from bot import admin_keyboards, keyboards
from bot.admin_lists import A_PAGE, articles_page
from bot.feed_lists import A_PAGE as FEEDS_A_PAGE
from bot.feed_lists import feeds_page
from bot.fitting import units
from bot.messages import MESSAGE_UNITS
from bot.receipt_messages import receipt
from bot.recording import LISTED, Outcome, Placed
from index import Article, ArticleIndex
from index.errors import SourceError
from index.feeds import Watched
from index.folders import Folder
from index.records import Added
from tests.botapi.formatted import formatted

LARGE = 10**12
_NOW = datetime.now(UTC)
FOLDER = Folder("/<b>😀" * 500, _NOW, _NOW, 10**6, _NOW, "</i>😀" * 500)
FEED = Watched(
    f"https://example.org/{'x' * 1300}", _NOW, "<u>😀" * 500, checked=_NOW, failures=10**6, error="</i>😀" * 500
)


def test_data_fits_into_64_bytes() -> None:
    """After any number of receipts, searches and pages."""
    turning = keyboards.pages(f"{admin_keyboards.ARTICLES}:{LARGE}", 10**8, 10**9)
    every = [
        admin_keyboards.receipt(LARGE, stopped=True, article="0" * 12),
        admin_keyboards.article_or_question(),
        admin_keyboards.remove_or_keep("0" * 12),
        admin_keyboards.cancel(10**17),
        admin_keyboards.removals(["0" * 12] * A_PAGE, turning),
        admin_keyboards.fields("0" * 12),
        admin_keyboards.feeds(["0" * 12] * FEEDS_A_PAGE, None),
        admin_keyboards.stop_or_go_on("0" * 12),
        admin_keyboards.review(10**17, answered=True, before=10**17, after=10**17),
    ]
    data = [str(button.callback_data) for one in every if one for row in one.inline_keyboard for button in row]
    assert len(data) == 3 + 2 + 2 + 1 + A_PAGE + 2 + 6 + 2 * FEEDS_A_PAGE + 2 + 5
    assert max(len(one.encode()) for one in data) <= 64


def test_undo_is_the_first_button_of_a_receipt() -> None:
    """Behind it what goes on; where there is neither, there are no buttons."""
    full = admin_keyboards.receipt(7, stopped=True, article="0" * 12)
    assert full
    assert [button.callback_data for button in full.inline_keyboard[0]] == ["undo:7", "edit:000000000000", "again"]
    assert admin_keyboards.receipt(None) is None


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
    """Many articles, feeds and failures, all of them long, and none of it is read as markup."""
    outcome = Outcome(Counter(added=10**6, updated=10**6, unchanged=10**6, removed=10**6), 10**6)
    outcome.shown = [Placed(Added("0" * 12, None, "added", 10**6), hostile(n), twin=False) for n in range(LISTED)]
    outcome.failed = [SourceError("<i>😀" * 500, "</b>😀" * 500)] * 100
    outcome.watched = [FEED] * 100
    outcome.seconds, outcome.ending = 10**6, "stopped"
    text = formatted(receipt(outcome, LARGE).html, "HTML").text
    assert units(text) <= MESSAGE_UNITS
    for part in ("<b>&😀", "</b>😀", "<u>😀", "and 97 more feeds"):
        assert part in text


def test_the_largest_page_of_feeds_fits_into_a_message() -> None:
    """Five, each of which fails for a long reason."""
    page = feeds_page([FEED] * 11, [FOLDER] * 100, 2)
    text = formatted(page.html, "HTML").text
    assert units(text) <= MESSAGE_UNITS
    assert text.startswith("11 feeds are watched (page 2 of 3)")
    assert text.endswith("and 97 more folders")


def test_the_largest_page_of_articles_fits_into_a_message(index: ArticleIndex) -> None:
    """Eight articles with their ids."""
    index.add([hostile(number) for number in range(A_PAGE + 1)])
    page = articles_page(index, None, "<b>&😀", LARGE, 1)
    assert units(formatted(page.html, "HTML").text) <= MESSAGE_UNITS
