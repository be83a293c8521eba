"""Texts that were broken at a width are read as their paragraphs."""

from __future__ import annotations

import textwrap

import pytest

from index.loading.plain_text import read
from index.loading.wrapping import unwrapped

_FIRST = (
    "The port of Elmsford will handle 4 million containers a year from 2026. The new terminal cost 310 million euros, "
    "which the city paid itself. Mayor Ines Falk opened it on Monday, before some hundred guests and a brass band."
)
_SECOND = "Apple growers expect the smallest harvest since 1998. A late frost killed the blossoms all over the valley."
_PERSIAN = "رئیس جمهور ایران روز دوشنبه برای دیداری رسمی وارد باکو شد و دو کشور چندین سند همکاری امضا کردند"


@pytest.mark.parametrize("width", [60, 72, 79, 120])
def test_paragraphs_are_whole_again(width: int) -> None:
    """At whatever width they were broken, title, author and day stay lines of their own."""
    head = ["Elmsford doubles its port", "By Ada Byrne", "5 March 2024"]
    body = [*textwrap.wrap(_FIRST, width), "", *textwrap.wrap(_SECOND, width)]
    assert unwrapped([*head, "", *body]) == [*head, "", _FIRST, "", _SECOND]


def test_a_single_broken_sentence_is_whole_again() -> None:
    """One break is enough where the sentence goes on in small letters, or in a script that has no other."""
    assert unwrapped(textwrap.wrap(_SECOND, 90)) == [_SECOND]
    assert unwrapped(textwrap.wrap(_PERSIAN, 70)) == [_PERSIAN]


@pytest.mark.parametrize(
    "lines",
    [
        ["Iranian President's visit to Azerbaijan marks new phase in bilateral relations", "Elchin Alioghlu"],
        ["It names the following projects, which are to be finished within a few years:", "ports and roads", "dams"],
        ["a word", "another one", "a third"],
        [_FIRST, "which stands alone"],
        ["What a long and winding title this is, over two lines of its own", "", "below it the text begins"],
        [],
    ],
    ids=["title", "list", "narrow", "wide", "blank", "nothing"],
)
def test_lines_of_their_own_stay_so(lines: list[str]) -> None:
    """A title, a list, a verse, and paragraphs that are lines already."""
    assert unwrapped(lines) == lines


def test_a_word_broken_at_its_hyphen_is_one() -> None:
    """No blank comes into it."""
    lines = ["The two countries have signed a declaration about their long-", "term partnership in energy."]
    assert unwrapped(lines) == [
        "The two countries have signed a declaration about their long-term partnership in energy."
    ]


def test_a_file_is_read_so() -> None:
    """Its sentences are whole, and what is known of it is still found."""
    text = "\n".join(["Elmsford doubles its port", "", "By Ada Byrne", "5 March 2024", "", *textwrap.wrap(_FIRST, 79)])
    body, known = read(text)
    assert body == _FIRST
    assert (known.title, known.authors, known.published) == ("Elmsford doubles its port", ("Ada Byrne",), "2024-03-05")
