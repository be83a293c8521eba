"""Whether a question and the passages found for it are in different languages."""

from __future__ import annotations

import pytest

from index import Candidate
from index.foreign import is_foreign
from tests.samples import BRIDGE, PORT, passage

_FOUND = [Candidate(passage(article), article, 0.0, None, None) for article in (PORT, BRIDGE)]


@pytest.mark.parametrize(
    ("question", "foreign"),
    [
        ("What did the new terminal cost?", False),
        ("WHO OPENED THE PORT", False),
        ("how high is the tower of Elmsford", False),
        ("Сколько стоил новый терминал?", True),
        ("Elmsford limanı neçəyə başa gəldi?", True),
        ("Elmsford limanı ne zaman açıldı, 2026?", False),  # a name and a year are a third of its words
        ("هزینه ترمینال چقدر بود؟", True),
        ("?", False),
    ],
)
def test_it_shares_hardly_a_word(question: str, foreign: bool) -> None:
    """A question in the language of the passages shares at least its small words with them."""
    assert is_foreign(question, _FOUND) is foreign


def test_nothing_found_is_foreign_to_any_word() -> None:
    """Without passages no word of a question is in them."""
    assert is_foreign("What?", [])
