"""Questions kept under small numbers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from index.normal import normalise
from index.store import Questions, questions
from tests.samples import ANY_TEXT


@pytest.fixture
def kept(home: Path) -> Iterator[Questions]:
    """Return a new database of questions."""
    opened = Questions(home)
    yield opened
    opened.close()


def test_a_question_is_found_by_its_number(kept: Questions) -> None:
    """The number of a question leads back to it, an unknown one to nothing."""
    first, second = kept.remember("What fell?"), kept.remember("Who came?")
    assert (kept.recall(first), kept.recall(second), kept.recall(99)) == ("What fell?", "Who came?", None)


def test_the_same_question_keeps_its_number(kept: Questions) -> None:
    """Asking again changes nothing."""
    first = kept.remember("What fell?")
    kept.remember("Who came?")
    assert kept.remember("What fell?") == first


def test_numbers_outlive_a_restart(kept: Questions, home: Path) -> None:
    """Another process, or this one later, finds the question under the same number."""
    number = kept.remember("What fell?")
    again = Questions(home)
    assert again.recall(number) == "What fell?"
    again.close()


def test_the_oldest_are_forgotten(kept: Questions, monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond the number that is kept, the oldest question goes, and its number is not used again."""
    monkeypatch.setattr(questions, "_KEPT", 2)
    numbers = [kept.remember(question) for question in ("a", "b", "c")]
    assert [kept.recall(number) for number in numbers] == [None, "b", "c"]
    assert kept.remember("a") not in numbers


@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ANY_TEXT.map(normalise))
def test_any_question_comes_back(kept: Questions, question: str) -> None:
    """What goes in comes out, in any script."""
    assert kept.recall(kept.remember(question)) == question
