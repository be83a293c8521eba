"""Chrome is known by a table of words, without case, digits and punctuation."""

from __future__ import annotations

import pytest

from index.loading import phrases
from index.loading.chrome import is_advertising, is_chrome, is_end, simple


def test_simple_words_have_no_case_digits_and_punctuation() -> None:
    """Turkish capitals and hyphens are written in one way."""
    assert simple("İLGİLİ  Haberler (12)") == "ilgili haberler"
    assert simple("DAHA FAZLASI") == simple("daha fazlası")
    assert simple("Stay up-to-date!") == "stay up to date"


@pytest.mark.parametrize("table", [phrases.EDGES, phrases.ANYWHERE])
def test_every_entry_of_the_table_is_chrome(table: dict[str, str]) -> None:
    """Whatever is added to the table is found, in capitals too."""
    for entries in table.values():
        for entry in entries.split(","):
            assert is_chrome(entry.strip())
            assert is_chrome(f"{entry.strip().upper()}:")


@pytest.mark.parametrize(
    "line",
    [
        "...",
        "* * *",
        "Comments (3)",
        "Home > World > Asia",
        "© 2024 The Courier",
        "Copyright 2024 AP",
        "5 min read",
        "Follow us on Facebook and Twitter.",
        "Ətraflı oxu",
        "همچنین بخوانید: بندر",
        "Подписывайтесь на наш канал в Telegram",
    ],
)
def test_lines_of_a_page_are_chrome_at_its_edges(line: str) -> None:
    """Buttons, signs, paths of links, notices and subscriptions are chrome."""
    assert is_chrome(line)


@pytest.mark.parametrize(
    "line",
    [
        "2007",
        "The latest",
        "Follow us, said the guide.",
        "به کانال سوئز رسیدند.",
        "Share prices fell",
        "Copyright matters",
        "« Bonjour » dit-il",
        "Sign up for our " + "very " * 25 + "long letter",
    ],
)
def test_other_lines_are_not(line: str) -> None:
    """A line that merely holds such words is not chrome."""
    assert not is_chrome(line)


@pytest.mark.parametrize(
    ("line", "gone"),
    [
        ("Advertisement", True),
        ("READ MORE: The islands that nobody wants", True),
        ("Читайте также: Новый паром вышел на линию", True),
        ("Image source, Getty Images", True),
        ("Share", False),
        ("Read more: it is the best advice.", False),
        ("Sign up for our race, he said.", False),
    ],
)
def test_only_what_nobody_writes_goes_between_paragraphs(line: str, gone: bool) -> None:
    """In the middle of a text, single words and sentences stay."""
    assert is_advertising(line) is gone


def test_comments_that_are_counted_end_an_article() -> None:
    """A number shows the heading of the comments."""
    assert is_end("3 Comments")
    assert is_end("Комментарии (2)")
    assert not is_end("Comments")
