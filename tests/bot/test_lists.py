"""Lists are cut into pages."""

from __future__ import annotations

from bot import texts
from bot.lists import passages_page, sources_page
from bot.sending import Page
from index import Answer, Article, ArticleIndex
from tests.samples import BRIDGE, HARVEST, PORT

from .samples import answered, candidate

LETTERS = Article("a b c d e f g h", title="T")
PASSAGES = [candidate(LETTERS, start, start + 1) for start in range(0, 14, 2)]


def buttons(page: Page) -> list[str | object]:
    """Return the data of a page's buttons."""
    return [button.callback_data for row in page.keyboard.inline_keyboard for button in row] if page.keyboard else []


def test_articles_are_listed_newest_first(index: ArticleIndex) -> None:
    """Titles link where there is a URL; dates and publishers stand behind them, where known."""
    index.add([HARVEST, PORT, BRIDGE])
    page = sources_page(index, 1, None, admin=False)
    assert page.html == (
        "3 articles, newest first\n\nOrlen bridge closed, 11 April 2024\n\n"
        '<a href="https://courier.example.org/port">Elmsford doubles its port</a>, 5 March 2024, Coast Courier\n\n'
        "Untitled article"
    )
    assert page.keyboard is None


def test_beyond_the_last_page_stands_the_last(index: ArticleIndex) -> None:
    """A page that no longer exists, since articles were removed, is no error."""
    index.add([PORT])
    assert sources_page(index, 7, None, admin=False) == sources_page(index, 1, None, admin=False)


def test_an_admin_reads_how_to_add_articles(index: ArticleIndex) -> None:
    """Only who can do something about an empty index is told what."""
    assert sources_page(index, 1, None, admin=False).html == "There are no articles yet."
    said = "There are no articles yet. Send me a file or an address, or add some with: python -m index add FILE"
    assert sources_page(index, 1, None, admin=True).html == said


def test_passages_leave_the_shown_one_out() -> None:
    """Six others make two pages of three, in their order."""
    answer = answered(LETTERS, 0, 1, *PASSAGES)
    first, second = (passages_page(answer, 5, page, None) for page in (1, 2))
    assert first.html == "Other passages (page 1 of 2)\n\nb\n— T\n\nc\n— T\n\nd\n— T"
    assert second.html == "Other passages (page 2 of 2)\n\ne\n— T\n\nf\n— T\n\ng\n— T"
    assert (buttons(first), buttons(second)) == (["passages:5:2"], ["passages:5:1"])
    assert buttons(passages_page(answer, 5, 1, "a1")) == ["passages:5:2:a1"]


def test_nearest_passages_are_called_that() -> None:
    """Without an answer, all passages are listed, under a heading that promises nothing."""
    page = passages_page(Answer("?", "not_found", 0.1, tuple(PASSAGES[:2]), reason="not_in_articles"), 5, 1, None)
    assert page.html == "Nearest passages, which may not answer the question\n\na\n— T\n\nb\n— T"


def test_where_there_are_no_others_that_is_said() -> None:
    """An index with one passage has no more than that."""
    assert passages_page(answered(LETTERS, 0, 1, PASSAGES[0]), 5, 1, None) == Page(texts.NO_MORE())
