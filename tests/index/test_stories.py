"""Copies of one report are told from updates, from short notices, and from pages that hold many reports."""

from __future__ import annotations

import pytest

from index import Article
from index.shingles import Shingled
from index.stories import are_alike, contradict, signature
from tests.agency import FLASH, LAST_PART, REPORT, SHORTENED, UPDATE, WITH_OWN
from tests.samples import visit


def _same(one: Article, other: Article) -> bool:
    """Return whether two articles are of one story, which must not depend on their order."""
    pair, back = [Shingled.of(one.text), Shingled.of(other.text)], [Shingled.of(other.text), Shingled.of(one.text)]
    assert (are_alike(*pair), contradict(*pair)) == (are_alike(*back), contradict(*back))
    return are_alike(*pair) and not contradict(*pair)


def _shared(one: Article, other: Article) -> int:
    """Return how many bands of their signatures two articles have in common."""
    return len(set(signature(Shingled.of(one.text))) & set(signature(Shingled.of(other.text))))


@pytest.mark.parametrize("copy", [SHORTENED, LAST_PART, WITH_OWN, Article(REPORT.text.upper())])
def test_copies_are_one_story_and_share_bands(copy: Article) -> None:
    """A text cut at its end or its beginning, one with another beginning and end, one in other letters."""
    assert _same(REPORT, copy)
    assert _shared(REPORT, copy) > 5


def test_numbers_of_its_own_paragraph_make_no_update() -> None:
    """A paper adds "40 beds" where the agency has nothing; the agency's own numbers stay the same."""
    assert "40" not in Shingled.of(REPORT.text).numbers
    assert _same(REPORT, WITH_OWN)


def test_another_number_between_the_same_words_makes_an_update() -> None:
    """One has "212 aboard", the other "215 aboard": two stories, also where the other number stands somewhere else."""
    assert not _same(REPORT, UPDATE)
    assert not _same(Article(f"{REPORT.text} The harbour has 215 berths."), UPDATE)


def test_a_number_that_is_repeated_with_others_is_no_update() -> None:
    """The same words may stand around several numbers, as in a table, if the shorter text's are among them."""
    table = " ".join(f"On day {day} the level was {day * 7} metres at the gauge of Elmsford." for day in range(1, 9))
    assert _same(Article(f"{REPORT.text} {table}"), Article(f"{REPORT.text} {table[:360]}"))


def test_a_short_text_is_no_copy() -> None:
    """The lead alone, 39 words, could be anybody's; it has no signature."""
    assert len(Shingled.of(FLASH.text).runs) < 40
    assert signature(Shingled.of(FLASH.text)) == []
    assert not _same(REPORT, FLASH)


def test_one_item_of_a_page_with_many_is_no_copy() -> None:
    """A round-up holds the whole report, and others that are as long: it is the story of none of them."""
    [other] = visit()
    assert not _same(REPORT, Article(f"{other.text}\n\n{REPORT.text}"))
    assert _same(REPORT, Article(f"{other.text[:1000]}\n\n{REPORT.text}"))


def test_different_reports_share_nothing() -> None:
    """Not a band of two that have nothing to do with one another."""
    [other] = visit()
    assert not _same(REPORT, other)
    assert _shared(REPORT, other) == 0


def test_a_signature_stays_what_it_is() -> None:
    """What is stored must be found by later versions: the first and last band of a known text, of 128."""
    bands = signature(Shingled.of(REPORT.text))
    assert len(set(bands)) == 128
    assert [band >> 32 for band in bands] == list(range(128))
    assert (bands[0], bands[-1]) == (2496164602, 547917345653)
