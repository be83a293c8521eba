"""Sentences: where they end, and that none of the text is lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.sentences import quoted, sentences

# One hard case of news prose a line, "|" where a sentence ends; but for a wide stop, a blank stands there.
MARKED = Path(__file__).with_name("sentences.txt").read_text(encoding="utf-8").splitlines()

# Made of what decides where a sentence ends, which letters drawn at random rarely hit.
WORDS = ["He came", "said", "Mr.", "U.S.", "J.D.", "5 p.m.", "1.", "a)", "г.", "بله", "e\u0301"]
SIGNS = ".?!…。؟\"“”'’()«•—😀 \t\u00a0\n\r\u2028\x1c"
TEXTS = st.text() | st.lists(st.sampled_from([*WORDS, *SIGNS])).map("".join)


def split(text: str) -> list[str]:
    """Return the sentences themselves."""
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize("marked", MARKED)
def test_hard_cases_are_split_as_marked(marked: str) -> None:
    """Abbreviations, initials, times, quotations, brackets and list numbers are split as a person would."""
    text = marked.replace("。|", "。").replace("|", " ")
    assert split(text) == marked.split("|")


@given(TEXTS)
def test_sentences_hold_the_whole_text_in_order(text: str) -> None:
    """Offsets rise without overlap, no sentence begins or ends with a blank, and nothing but blanks is left out."""
    places = sentences(text)
    bounds = [offset for place in places for offset in place]
    assert bounds == sorted(bounds)
    assert all(text[start:end] == text[start:end].strip() != "" for start, end in places)
    assert "".join("".join(split(text)).split()) == "".join(text.split())


def test_a_line_break_always_ends_a_sentence() -> None:
    """A headline without a full stop is a sentence of its own."""
    assert split("A headline\n\nThe text\ngoes on.") == ["A headline", "The text", "goes on."]


def test_a_text_of_blanks_has_no_sentence() -> None:
    """Neither an empty text nor blanks make a sentence."""
    assert sentences("") == []
    assert sentences(" \n\t ") == []


def test_the_missing_full_stop_of_a_bullet_does_not_swallow_the_next() -> None:
    """Each item behind a bullet in one line begins a sentence where the item before it has ended."""
    assert split("• One fell. It broke. • Two rose.") == ["• One fell.", "It broke.", "• Two rose."]


def test_a_very_long_line_is_split_like_a_short_one() -> None:
    """What is far away in the line changes nothing."""
    line = "• He came. “She left. " * 20_000
    assert split(line)[-4:] == ["• He came.", "“She left."] * 2


def test_a_quote_is_the_whole_sentence_around_a_span() -> None:
    """A span inside a sentence is quoted with all of it."""
    text = "He came. Trade rose to $10 billion in May. She left."
    start = text.index("$10")
    assert quoted(text, start, start + 11) == (9, 42)


def test_a_quote_holds_every_sentence_that_a_span_touches() -> None:
    """A span over two sentences, or two lines, is quoted with both."""
    text = "One came. Two came.\nThree came. Four came."
    assert quoted(text, 14, 25) == (10, 31)


def test_a_span_at_the_edge_of_a_sentence_does_not_touch_the_next() -> None:
    """The end of a span does not belong to it."""
    assert quoted("One came. Two came.", 0, 9) == (0, 9)
    assert quoted("One came. Two came.", 0, 10) == (0, 9)


def test_a_span_of_blanks_is_returned_as_it_is() -> None:
    """Where no sentence is touched, there is nothing to widen."""
    assert quoted("One came.  Two came.", 9, 11) == (9, 11)


@given(TEXTS, st.data())
def test_quotes_agree_with_sentences(text: str, data: st.DataObject) -> None:
    """A quote is the run of the text's own sentences that the span touches."""
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    touched = [place for place in sentences(text) if place[0] < end and place[1] > start]
    assert quoted(text, start, end) == ((touched[0][0], touched[-1][1]) if touched else (start, end))
