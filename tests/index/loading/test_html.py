"""HTML pages of several layouts become their articles, without menus, banners, related links and comments."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.loading.html import read
from index.loading.metadata import Metadata
from index.records import Article
from tests.index.loading.reading import PAGES, articles, load, messages

EXPECTED = {
    "courier": Article(
        "Oil prices rose by 2.5% on Sunday after ministers agreed to cut output by 1 million barrels per day.\n"
        "Brent crude was up $2.10 at $85.64 a barrel, the highest in three months.\n"
        "“The market was surprised,” said an analyst in Geneva.\n"
        "What was agreed\n"
        "- Saudi Arabia cuts 500,000 barrels.\n"
        "- Russia cuts 300,000 barrels.\n"
        "Country | Cut\n"
        "Iraq | 211,000\n"
        "Kuwait | 128,000\n"
        "The cuts begin in April and last for three months, the ministers said after the meeting in Vienna.",
        "Oil rises as ministers cut output",
        ("Jane Doe", "John Roe"),
        "2024-03-03T10:15:00+03:00",
        "The Courier",
        "https://courier.example.org/oil",
    ),
    "broadcaster": Article(
        "The ferry across Lake Van carries trains again after two years of repairs.\n"
        "It takes four hours from Tatvan to Van, and tea is served on both decks.\n"
        "Why it stopped\n"
        "The engine failed in January 2022, and its parts were no longer made.",
        "Ferry returns to Lake Van",
        ("Jane Doe", "John Roe"),
        "2024-03-03T09:00:00+00:00",
        "Northern Broadcasting",
        "https://news.example.com/articles/ferry?id=7",
    ),
    "blog": Article(
        "We picked the last grapes on Saturday, two weeks earlier than in any year before.\n"
        "The reasons are easy to list:\n"
        "- No rain fell between June and August.\n"
        "- The nights were warm.\n"
        "My father never picked before October.\n"
        "sugar = 23.5\n"
        "Year | First day\n"
        "2022 | 28 September\n"
        "2023 | 14 September\n"
        "The wine will be strong, and there will be little of it.",
        "Notes from the harvest",
        ("Ann Moe",),
        "2023-10-02T07:30:00+02:00",
        "The Vine Letter",
        "https://vine.example.net/2023/10/harvest/",
    ),
    "old": Article(
        "Порт Баку увеличил перевалку грузов на 25 процентов по сравнению с прошлым годом.\n"
        "По словам директора порта, рост обеспечили контейнеры из Китая, а также новый паром.\n"
        "Всего за квартал порт принял 1,8 миллиона тонн, что стало рекордом за десять лет.",
        "Порт Баку увеличил перевалку",
    ),
    "divs": Article(
        "The court ruled on Tuesday that the dam on the upper river may not be built before 2027.\n"
        "It said that the ministry had not asked the villages below, as the law of 2011 demands.\n"
        "The ministry will appeal, a spokeswoman told this newspaper in the evening.",
        "Court rules on river dam",
    ),
}


@pytest.mark.parametrize("name", EXPECTED)
def test_a_page_becomes_its_article(name: str) -> None:
    """Metadata of any make are found, and only the article's own text is kept."""
    path = PAGES / f"{name}.html"
    wanted = EXPECTED[name]
    [found] = articles(path)
    assert found == Article(
        wanted.text, wanted.title, wanted.authors, wanted.published, wanted.publisher, wanted.url, str(path.resolve())
    )


@pytest.mark.parametrize(
    "page", ["", "<html><body></body></html>", "<nav><a href='/'>Home</a></nav>", "<script>x</script>"]
)
def test_a_page_without_an_article_is_an_error(page: str, tmp_path: Path) -> None:
    """A page of menus, or of nothing, is said."""
    path = tmp_path / "a.HTM"
    path.write_text(f"<title>Only a title</title>{page}")
    assert messages(load(path)) == [
        f"{path}: no article text found in it; paste the text into a .txt file and add that"
    ]


def test_a_short_page_is_read() -> None:
    """One sentence in a page is an article."""
    assert read("<html><body><p>It rained in Baku.</p></body></html>") == ("It rained in Baku.", Metadata())


def test_the_publisher_behind_a_title_is_taken_off() -> None:
    """A title tag names the page's publisher too, which is known apart."""
    page = (
        "<html><head><title>Oil rises - The Courier</title><meta property='og:site_name' content='The Courier'></head>"
        "<body><p>Oil prices rose by 2.5% on Sunday after ministers agreed to cut output.</p></body></html>"
    )
    assert read(page)[1] == Metadata(title="Oil rises", publisher="The Courier")
