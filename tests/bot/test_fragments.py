"""Links lead to the sentence."""

from __future__ import annotations

import re
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.fragments import address_of

PAGE = "https://example.org/a"
LONG = "Over the next five years, they aim to increase trade to $10 billion, a goal that needs private investment."

words = st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from("-,& \n\t#:~%.“$é😀ب"), max_size=200)


@pytest.mark.parametrize(
    ("text", "directive"),
    [
        ("The bridge was closed.", "The%20bridge%20was%20closed"),
        (LONG, "Over%20the%20next%20five%20years,goal%20that%20needs%20private%20investment"),
        ("A well-known man, Mr. B & Co: 5%!", "A%20well%2Dknown%20man%2C%20Mr.%20B%20%26%20Co%3A%205%25"),
        ("- “Yes,” she said.", "Yes%2C%E2%80%9D%20she%20said"),
        ("$10  billion", "%2410%20billion"),
        ("Мост закрыт", "%D0%9C%D0%BE%D1%81%D1%82%20%D0%B7%D0%B0%D0%BA%D1%80%D1%8B%D1%82"),
        ("A first line.\n\nIts second.", "A%20first%20line,Its%20second"),
    ],
)
def test_the_fragment_holds_the_words(text: str, directive: str) -> None:
    """A short sentence stands there whole, of a long one its ends, without signs around them, and encoded."""
    assert address_of(text, PAGE) == f"{PAGE}#:~:text={directive}"


@pytest.mark.parametrize(
    ("url", "address"),
    [
        (f"{PAGE}?b=1&c=2", f"{PAGE}?b=1&c=2#:~:text=Yes"),
        (f"{PAGE}#part", f"{PAGE}#part:~:text=Yes"),
        (f"{PAGE}#", f"{PAGE}#:~:text=Yes"),
        (f"{PAGE}#:~:text=No", f"{PAGE}#:~:text=No&text=Yes"),
    ],
)
def test_a_fragment_that_is_there_is_kept(url: str, address: str) -> None:
    """What the URL has of its own stays in front."""
    assert address_of("Yes.", url) == address


@pytest.mark.parametrize("text", ["", " \n\t", "—", "...", "\t-\t"])
def test_without_a_word_there_is_no_fragment(text: str) -> None:
    """There is nothing to look for where there are only blanks and signs."""
    assert address_of(text, PAGE) == PAGE


@given(words)
def test_the_words_are_read_back_from_the_address(text: str) -> None:
    """A browser finds the first words, or all, and the last ones, each within one line, and no sign too many."""
    address = address_of(text, PAGE)
    if address == PAGE:
        return
    directive = address.removeprefix(f"{PAGE}#:~:text=")
    assert re.fullmatch(r"(?:[\w.~]|%[0-9A-F]{2})+(?:,(?:[\w.~]|%[0-9A-F]{2})+)?", directive, re.ASCII)
    lines = [" ".join(line.split()) for line in text.split("\n")]
    first, *last = [unquote(part) for part in directive.split(",")]
    assert any(first in line for line in lines)
    assert not last or any(last[0] in line for line in lines)
    assert len(first.split()) <= (5 if last else 10)
