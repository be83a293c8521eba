"""A question and a passage -> token ids and their places."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tokenizers import Tokenizer

from index.normal import normalise
from index.reading.encoding import QUESTION_TOKENS, Encoding, Window
from tests.samples import ANY_TEXT

_WORDS = ["trade", "$10", "2025.", "Türkiye'nin", "müqaviləsi,", "Товарооборот", "вырос.", "می\u200cکند", "تجارت"]
_TEXT = st.lists(st.sampled_from(_WORDS), min_size=1, max_size=12).map(" ".join)
_UNSEEN = " \u200c"  # the tokenizer keeps no joiner
_LONG = " ".join(f"word{number}" for number in range(1000))


def _said(window: Window, passage: str) -> list[str]:
    return [passage[start:end] for start, end in window.places]


def _spelt(window: Window, tokenizer: Tokenizer) -> list[str]:
    """Return what the vocabulary has for the tokens of the passage, blanks as blanks."""
    ids = window.ids[window.begin : window.begin + len(window.places)]
    return [str(tokenizer.id_to_token(one)).replace("▁", " ") for one in ids]


@pytest.mark.parametrize(
    ("passage", "said"),
    [
        ("The port opened.", ["The", " port", " opened", "."]),
        ("Президент прибыл.", ["Президент", " при", "был", "."]),
        ("بندر کی باز شد؟", ["بندر", " کی", " باز", " شد", "؟"]),
        ("🙂 👩\u200d👧 ok", ["🙂", " ", "👩", "\u200d", "👧", " ok"]),
        ("Баку\u0301 а", ["Ба", "ку", "\u0301", " а"]),
        ("  two   blanks\n\nlines", [" two", " blank", "s", "\nlines"]),
    ],
    ids=["Latin", "Cyrillic", "Arabic", "emoji", "a combining mark", "blanks"],
)
@pytest.mark.parametrize("lead", ["", "Title. 5 March 2024"])
def test_places_are_exact(encoding: Encoding, lead: str, passage: str, said: list[str]) -> None:
    """Each token's place holds its characters, in any script, whatever stands in front."""
    [window] = encoding.windows("Why?", lead, passage)
    assert _said(window, passage) == said


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(_TEXT, _TEXT | st.just(""), _TEXT)
def test_places_say_what_the_ids_say(
    encoding: Encoding, tokenizer: Tokenizer, question: str, lead: str, passage: str
) -> None:
    """The characters at a token's place are its own, and together they are the passage."""
    [window] = encoding.windows(question, lead, passage)
    assert [one.strip(_UNSEEN) for one in _said(window, passage)] == [one.strip() for one in _spelt(window, tokenizer)]
    assert "".join(_said(window, passage)) == passage


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ANY_TEXT.map(normalise), ANY_TEXT.map(normalise))
def test_places_ascend_within_the_passage(encoding: Encoding, lead: str, passage: str) -> None:
    """Whatever the characters, places come in order and none is empty or reaches out of the passage."""
    for window in encoding.windows("Why?", lead, passage):
        starts, ends = zip(*window.places, strict=True)
        assert list(starts) == sorted(starts)
        assert list(ends) == sorted(ends)
        assert all(0 <= start < end <= len(passage) for start, end in window.places)
        assert len(window.types) == len(window.ids)
        assert 0 < window.begin < window.begin + len(window.places) < len(window.ids)


def test_the_lead_is_read_and_has_no_places(encoding: Encoding, tokenizer: Tokenizer) -> None:
    """What stands in front of the passage is among the ids, before the first token that has a place."""
    [window] = encoding.windows("Why?", "Port. 5 March 2024", "It opened.")
    assert tokenizer.decode(window.ids[: window.begin]) == "Why? Port. 5 March 2024"
    assert tokenizer.decode(window.ids[window.begin :]) == "It opened."


def test_without_a_lead_the_passage_follows_the_question(encoding: Encoding) -> None:
    """An empty lead puts no token between the two."""
    [window] = encoding.windows("Why?", "", "It opened.")
    [other] = encoding.windows("Why?", "Port", "It opened.")
    assert other.begin - window.begin == 1
    assert (window.ids[window.begin - 1], other.ids[other.begin :]) == (2, window.ids[window.begin :])


def test_a_long_passage_has_windows_that_overlap(encoding: Encoding) -> None:
    """1,000 words are read in inputs of at most 512 tokens that share 128 and leave out nothing but blanks."""
    windows = encoding.windows("Which word is the last?", "", _LONG)
    assert [len(window.ids) for window in windows[:-1]] == [512] * (len(windows) - 1)
    assert len(windows[-1].ids) <= 512
    for before, after in pairwise(windows):
        assert before.places[-128:] == after.places[:128]
    covered = {at for window in windows for start, end in window.places for at in range(start, end)}
    assert {at for at, character in enumerate(_LONG) if not character.isspace()} <= covered


def test_a_lead_stands_in_front_of_the_beginning_only(encoding: Encoding) -> None:
    """Later inputs of a long passage have no place for the lead, and offsets still count from the passage."""
    windows = encoding.windows("Why?", "Port", _LONG)
    assert windows[0].begin == windows[1].begin + 1
    assert windows[-1].places[-1][1] == len(_LONG)


def test_every_window_is_typed_alike(encoding: Encoding) -> None:
    """A later input of a long passage has the types that the network was trained with: all 0."""
    assert [set(window.types) for window in encoding.windows("Why?", "", "a port " * 400)] == [{0}, {0}]


def test_a_long_question_is_cut(encoding: Encoding, tokenizer: Tokenizer) -> None:
    """Of 1,000 characters the first 96 tokens are kept, and the whole passage is in one input."""
    passage = " ".join(["The port opened on Monday."] * 20)
    [window] = encoding.windows("why " * 250, "", passage)
    assert tokenizer.decode(window.ids[: window.begin]).split() == ["why"] * QUESTION_TOKENS
    assert window.places[-1][1] == len(passage)


@pytest.mark.parametrize("lead", ["", "Title", "long " * 600])
def test_an_empty_passage_has_no_window(encoding: Encoding, lead: str) -> None:
    """Where there is nothing to read there is no input."""
    assert encoding.windows("Why?", lead, "") == []


def test_a_long_lead_leaves_the_passage_to_a_later_window(encoding: Encoding) -> None:
    """A lead that fills an input has none of its own; the passage is read behind the rest of it."""
    windows = encoding.windows("Why?", "long " * 600, "The port opened.")
    assert [_said(window, "The port opened.") for window in windows] == [["The", " port", " opened", "."]]
