"""Questions in four languages over English passages."""

from __future__ import annotations

import gzip

from index.training.translations import QUESTIONS, translated

from .data import example


def _lines() -> list[list[str]]:
    with gzip.open(QUESTIONS, "rt", encoding="utf-8") as file:
        return [line.rstrip("\n").split("\t") for line in file]


def test_a_known_question_comes_translated() -> None:
    """The translation takes the question's place, over the same passage with the same answer; others are left out."""
    known = example("When did it open?", "It opened in 1998.", "1998", lead="Port")
    key, question = _lines()[0]
    found = list(translated({key: known, "no-such-id": known}))
    assert found == [example(question, "It opened in 1998.", "1998", lead="Port")]
    assert list(translated({})) == []


def test_the_translations_are_in_four_languages() -> None:
    """Thousands of questions are there, each in words of its own, a thousand and more in each other script."""
    lines = _lines()
    assert {len(line) for line in lines} == {2}
    assert len({key for key, _ in lines}) > 2000
    assert len({question for _, question in lines}) > 0.99 * len(lines)
    cyrillic = sum("\u0400" <= one[1][0] <= "\u04ff" for one in lines)
    arabic = sum("\u0600" <= one[1][0] <= "\u06ff" for one in lines)
    assert min(cyrillic, arabic) > 1000
