"""Of a text without chrome nothing is taken: in doubt a line stays."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from index.loading.metadata import Metadata
from index.loading.plain_text import read
from index.normal import normalise

LONG = "The minister resigned on Monday after a long debate in parliament."
WHOLE = {
    "one sentence": "It rained in Baku.",
    "paragraphs": f"{LONG}\n\nHe said he was tired.",
    "Russian": "Министр ушёл в отставку после долгих дебатов в парламенте.\n\nОн сказал, что устал.",
    "Persian": "وزیر پس از بحث طولانی در مجلس استعفا داد و گفت که خسته است.\n\nاو کتاب می‌نویسد.",
    "French quotation marks": "« Bonjour » dit le ministre à son arrivée lundi matin dans la capitale.\n\nIl part.",
    "a poem": "The Tyger\nBy William Blake\n\nTyger Tyger, burning bright,\nIn the forests of the night;\n\nLatest",
    "a poem with a long line": "I saw a crowd,\nA host, of golden daffodils;\n\nAnd then my heart with pleasure "
    "fills, and dances with the daffodils.",
    "a refrain": "Row, row your boat\nRow, row your boat\nGently down the stream\n\nMerrily, merrily, merrily, "
    "merrily, life is but a dream, they sang.",
    "only short lines": "Milk\nEggs\nShare\nLatest\n28 April 2025",
    "a list with its sentence": "These can be seen in the old town on a single afternoon:\n\n- the Maiden Tower\nShare",
    "a list at the end": "The union won seats in four towns, more than in any year before:\nBaku\nGanja",
    "a timeline": f"28 April 2025\n{LONG}\n29 April 2025\nHe leaves.",
    "an interview": f"Author: I wrote this book in a single year.\nReader: It shows. {LONG}",
    "a short unfinished end": f"{LONG}\n\nto be continued",
    "short last sentences": f"{LONG}\n\nShare\n\nIt was over.",
    "the law of copyright": f"Copyright law changed in 2024, the court of appeal said.\n\n{LONG}",
    "a sentence that begins like chrome": f"Follow us on this journey across the lake in a small boat.\n\n{LONG}",
    "a day that ends a sentence": f"{LONG}\n\nHe stays until\n30 April 2025",
    "forty short lines": "\n".join(f"line {number}" for number in range(40)) + f"\nShare\n{LONG}",
}


@pytest.mark.parametrize("text", WHOLE.values(), ids=WHOLE)
def test_a_text_without_chrome_comes_through_whole(text: str) -> None:
    """Sentences, poems, lists and texts in other languages stay as they are, without a title."""
    found, known = read(text)
    assert (found, known.title, known.authors) == (text, None, ())


@pytest.mark.parametrize(
    "title",
    ["A title", "Will the two agree on a new trade route through the mountains?", "What happened on 28 April 2025"],
)
def test_a_short_first_line_above_longer_paragraphs_is_the_title(title: str) -> None:
    """A short first line with a blank line and a longer paragraph below it is the title, and no part of the text."""
    body = f"{LONG} He said he was tired.\n\nHe writes."
    assert read(f"{title}\n\n{body}") == (body, Metadata(title=title))


@pytest.mark.parametrize("first", ["Dear Jane,", "BAKU —", "He said:", "It rained.", "Jane went home;"])
def test_a_first_line_that_goes_on_is_no_title(first: str) -> None:
    """A salutation, a dateline, or a short sentence stays in the text."""
    text = f"{first}\n\n{LONG} He said he was tired."
    assert read(text) == (text, Metadata())


def test_a_heading_with_a_date_below_an_introduction_stays() -> None:
    """Dates that part a text into days are its headings, not its date of publication."""
    days = f"28 April 2025\n\n{LONG}\n\n29 April 2025\n\nHe leaves."
    body = f"These are the main events of the visit to the capital.\n\n{days}"
    assert read(f"Timeline of the visit\n\n{body}") == (body, Metadata(title="Timeline of the visit"))


def test_labels_that_do_not_fit_stay_in_the_text() -> None:
    """A line is a label only if its value is what it names."""
    text = f"Date: as soon as possible\nURL: none\n{LONG}"
    assert read(text) == (text, Metadata())


WORD = st.text(st.characters(categories=["Ll"], max_codepoint=0x24F), min_size=1, max_size=9)
SENTENCE = st.lists(WORD, min_size=4, max_size=16).map(lambda words: " ".join(words) + ".")
PARAGRAPH = st.lists(SENTENCE, min_size=1, max_size=3).map(" ".join)


@given(st.lists(PARAGRAPH, min_size=1, max_size=4), st.sampled_from(["\n", "\n\n", "\r\n", "\r\n\r\n\r\n"]))
@example(["read more about it all."], "\n")
def test_no_paragraph_is_lost(paragraphs: list[str], between: str) -> None:
    """Ordinary paragraphs all come through, in order, however they are parted."""
    found, known = read(between.join(paragraphs))
    assert [line for line in found.split("\n") if line] == paragraphs
    assert known == Metadata()


@given(st.text(st.sampled_from("aB.?,:|©>12\n \t—") | st.characters()))
def test_any_text_is_read(text: str) -> None:
    """No text makes the reader fail, and every line that it returns stood there."""
    given_lines = {line.strip() for line in normalise(text).split("\n")}
    assert set(read(text)[0].split("\n")) <= given_lines | {""}
