"""The head of a copied page: what it says, what of it is text, and where it ends."""

from __future__ import annotations

import pytest

from index.loading.head import Head, read_head

LONG = "The river left on a Tuesday, the old women of the village say, and nobody has seen it since."
HEADS = {
    "deck, byline and photographer": (
        "The Great Read\n\nHow a Village Lost Its River\nThe water went first. Then the people did.\n\nJane Doe\n"
        "By Jane Doe\nPhotographs by John Roe\nMarch 3, 2024, 5:00 a.m. ET",
        Head(
            "How a Village Lost Its River",
            ("Jane Doe",),
            "2024-03-03T05:00:00",
            ["The water went first. Then the people did."],
        ),
    ),
    "menu, reading time and share buttons": (
        "Business\nMarkets\nOil surges after surprise production cut\nBy Jane Doe, CNN\n4 minute read\n"
        "Published 3:14 PM EST, Tue March 5, 2024\nFacebook\nLink Copied!",
        Head("Oil surges after surprise production cut", ("Jane Doe",), "2024-03-05T15:14:00-05:00"),
    ),
    "a deck that is a paragraph": (
        "The river nobody misses\nThe deck is a sentence that ends with a full stop and is long.\n\n"
        "Jane Doe in Washington\nTue 12 Mar 2024 16.05 GMT\nLast modified on Wed 13 Mar 2024 10.00 GMT",
        Head(
            "The river nobody misses",
            ("Jane Doe",),
            "2024-03-12T16:05:00+00:00",
            ["The deck is a sentence that ends with a full stop and is long."],
        ),
    ),
    "several authors above the date": (
        "Israel News | Middle East\nMinister resigns over budget\nJane Doe\nJohn Roe\nMar 3, 2024 9:15 am IST",
        Head("Minister resigns over budget", ("Jane Doe", "John Roe"), "2024-03-03T09:15:00"),
    ),
    "an update before the date": (
        "Новости\nМинистр ушёл\nОбновлено 4 марта 2024\nМария Иванова, корреспондент\n3 марта 2024, 10:00",
        Head("Министр ушёл", ("Мария Иванова",), "2024-03-03T10:00:00"),
    ),
    "a name repeated below the date": (
        "28 April 2025\nRiver lost near the border\nJane Doe\nJane Doe",
        Head("River lost near the border", ("Jane Doe",), "2025-04-28"),
    ),
    "a menu alone": ("Home\nShare", Head()),
    "the page's address": (
        "03/13/2024\nRail strike ends at last\nhttps://example.org/4abc",
        Head("Rail strike ends at last", (), "2024-03-13"),
    ),
}


@pytest.mark.parametrize(("head", "wanted"), HEADS.values(), ids=HEADS)
def test_a_head_says_who_wrote_what_when(head: str, wanted: Head) -> None:
    """Title, authors, date and deck are found, whatever stands between them."""
    lines = head.split("\n")
    found = read_head([*lines, "", LONG])
    assert (found.title, found.authors, found.published) == (wanted.title, wanted.authors, wanted.published)
    assert list(found.kept) == list(wanted.kept)
    assert found.length == len(lines)


def test_the_foot_of_a_short_article_is_not_its_head() -> None:
    """One paragraph with chrome below it is no deck."""
    lines = ["Baku hosts forum", "1 May 2025", "", LONG, "Tags:", "Latest"]
    assert read_head(lines) == Head("Baku hosts forum", (), "2025-05-01", [], 2)


def test_without_a_title_only_the_chrome_above_all_is_taken() -> None:
    """Where no line can be the title, the other lines may be of the text."""
    assert read_head(["Share", "28 April 2025", LONG]) == Head(published="2025-04-28", length=1)
