"""Lists: which sentence introduces an item."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.lists import introduction
from index.sentences import sentences
from tests.samples import VISIT

LEAD = "Three towns have a port:"


@pytest.mark.parametrize(
    "item",
    [
        "- Alat, the largest.",
        "• Alat",
        "1. Alat",
        "2) Alat.",
        "(a) Alat.",
        "iv. Alat",
        "2018: Alat was built.",
        "Chief of port: Ann",
    ],
)
def test_an_item_is_introduced_by_the_line_that_ends_in_a_colon(item: str) -> None:
    """Bullets, numbers, letters, years and short labels each mark an item."""
    text = f"It rained. {LEAD}\n\n{item}"
    assert introduction(text, text.index(item)) == LEAD


def test_every_item_of_a_list_is_introduced_by_the_same_sentence() -> None:
    """The items before an item do not hide what introduces it."""
    text = f"{LEAD}\n\n2007: Alat.\n\n2018: Baku.\n2024: Lenkoran."
    assert introduction(text, text.index("2024")) == LEAD


def test_the_sample_article_has_one_list() -> None:
    """The three visits are introduced by the sentence on their history, and nothing else is."""
    lead = "The history of Iranian presidential visits to Azerbaijan reflects a cautious but consistent approach:"
    text = VISIT.read_text(encoding="utf-8")
    introduced = {text[start:end]: introduction(text, start) for start, end in sentences(text)}
    assert {sentence[:5]: found for sentence, found in introduced.items() if found} == {
        "2007:": lead,
        "2018:": lead,
        "2024:": lead,
    }


@pytest.mark.parametrize(
    "text",
    [
        "No list at all.\n- An item.",
        f"{LEAD}\nA line without a marker.\n- An item.",
        f"{LEAD}\n- Two sentences. They end a list.\n- An item.",
        f"{LEAD}\nThe ferry leaves at 12:30 from the port.\n- An item.",
        "- An item.",
    ],
)
def test_a_list_needs_a_colon_and_items_without_a_gap(text: str) -> None:
    """Prose between the colon and the item ends the list."""
    assert introduction(text, text.index("- An item.")) is None


def test_a_sentence_inside_a_line_is_no_item() -> None:
    """Only what begins a line can be an item."""
    text = f"{LEAD}\nHe came. 2018: Alat."
    assert introduction(text, text.index("2018")) is None


def test_an_item_of_two_sentences_is_none() -> None:
    """A paragraph that begins with a label says enough by itself."""
    text = f"{LEAD}\nAlat: It is large. It is new."
    assert introduction(text, text.index("Alat")) is None


def test_a_list_has_at_most_a_hundred_lines() -> None:
    """Far below its heading, a row of a table is introduced by nothing."""
    items = [f"{number}: a row" for number in range(1000, 1101)]
    text = "\n".join([LEAD, *items])
    assert introduction(text, text.index(items[98])) == LEAD
    assert introduction(text, text.index(items[100])) is None


@given(st.lists(st.sampled_from(["a:", "- b", "1. c", "d. E", "", " ", "f: g\t"])).map("\n".join))
def test_an_introduction_stands_before_its_item_and_ends_in_a_colon(text: str) -> None:
    """Whatever the lines, the introduction is a sentence of the text in front of the item."""
    for start, _ in sentences(text):
        lead = introduction(text, start)
        assert lead is None or (lead.endswith(":") and lead in text[:start])
