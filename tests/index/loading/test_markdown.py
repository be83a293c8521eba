"""Markdown is read as its reader sees it."""

from __future__ import annotations

import pytest

from index.loading.markdown import read
from index.loading.metadata import Metadata


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("The [ferry](http://x.y) **carries** *trains*\nagain `now`.", "The ferry carries trains again now."),
        ("one<br>two  \nthree", "one\ntwo\nthree"),
        ("![picture](a.png) Snow &amp; ice, ~~not~~ <b>sun</b>", "Snow & ice, not sun"),
        ("## Prices\n\ntext", "Prices\n\ntext"),
        ("- one\n- two\n  - three\n\n    more\n- four", "- one\n- two\n  - three\n    more\n- four"),
        ("3. third\n4. fourth", "3. third\n4. fourth"),
        ("> A quote.\n> More.", "A quote. More."),
        ("| Day | Time |\n|---|--:|\n| Mon | *10:00* |", "Day | Time\nMon | 10:00"),
        ("```py\nprint(1)\n\nx\n```\n\n    code", "print(1)\n\nx\n\ncode"),
        ("<div>in <b>HTML</b></div>\n\n<!-- hidden -->\n\n***\n\nend", "in HTML\n\nend"),
        ("<https://example.org/a>", "https://example.org/a"),
    ],
)
def test_marks_are_taken_off_and_words_stay(source: str, text: str) -> None:
    """Links are their text, lists and tables are lines, code is kept."""
    assert read(source) == (text, Metadata())


@pytest.mark.parametrize("source", ["# The *ferry*\n\ntext", "The ferry\n===\n\ntext", "text\n\n# The ferry"])
def test_the_first_heading_is_the_title_and_not_repeated(source: str) -> None:
    """The first heading of the first level is the title; the text goes without it."""
    assert read(source) == ("text", Metadata(title="The ferry"))


def test_front_matter_is_read() -> None:
    """Keys of one line, lists in brackets and lists below a key give the metadata."""
    source = """---
title: "Ferry returns: at last"
date: 2024-03-03T10:00:00+03:00
authors:
  - Jane Doe
  - "John Roe"
source: https://Example.org/ferry?utm_source=x
publisher: 'The Van Courier'
tags: [a, b]
---
# Ferry returns: at last

text
"""
    assert read(source) == (
        "text",
        Metadata(
            "Ferry returns: at last",
            ("Jane Doe", "John Roe"),
            "2024-03-03T10:00:00+03:00",
            "The Van Courier",
            "https://example.org/ferry",
        ),
    )


def test_a_heading_that_differs_from_the_front_matter_stays() -> None:
    """Nothing of the text is lost to a title that is already known."""
    assert read("---\r\ntitle: A\r\nauthor: [Jane Doe, John Roe]\r\n---\r\n# B\r\n\r\ntext") == (
        "B\n\ntext",
        Metadata(title="A", authors=("Jane Doe", "John Roe")),
    )


@pytest.mark.parametrize("source", ["---\n\nSome text.\n\n---\n\nmore", "---\nSome text.\n---\nmore"])
def test_a_rule_at_the_top_is_no_front_matter(source: str) -> None:
    """Text between two rules is text."""
    assert read(source) == ("Some text.\n\nmore", Metadata())
