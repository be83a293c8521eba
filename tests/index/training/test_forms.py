"""A question -> other forms of it."""

from __future__ import annotations

from collections import Counter
from random import Random

import pytest

from index.training.examples import Example
from index.training.forms import altered, names_in, typed

from .data import example

_DRAWS = 4000
_PASSAGE = "The port of Elmsford opened in 1998, and that of Lindby in 2001, said Ann Lee."


def _forms(question: str) -> Counter[str]:
    rng = Random(1)
    return Counter(typed(question, rng) for _ in range(_DRAWS))


def _altered(question: str, names: list[str], passage: str = _PASSAGE) -> list[Example | None]:
    one = example(question, passage, "Ann Lee", lead="Ports")
    return [altered(one, names, Random(seed)) for seed in range(60)]


def test_most_questions_stay_as_they_are() -> None:
    """Two thirds stay, a tenth loses its question mark, a sixth its capitals too, and a few are key words alone."""
    shares = {form: count / _DRAWS for form, count in _forms("When was the port of Elmsford opened?").items()}
    assert shares == {
        "When was the port of Elmsford opened?": pytest.approx(0.68, abs=0.03),
        "When was the port of Elmsford opened": pytest.approx(0.10, abs=0.02),
        "when was the port of elmsford opened": pytest.approx(0.16, abs=0.02),
        "when port elmsford opened": pytest.approx(0.06, abs=0.02),
    }


def test_two_key_words_are_too_few() -> None:
    """A question that would have no more than two words keeps its others."""
    assert _forms("Who is he?").keys() == {"Who is he?", "Who is he", "who is he"}
    assert _forms("Who is the mayor?").keys() == {"Who is the mayor?", "Who is the mayor", "who is the mayor"}


@pytest.mark.parametrize(
    ("question", "forms"),
    [
        ("Когда открыли порт?", {"Когда открыли порт?", "Когда открыли порт", "когда открыли порт"}),
        ("بندر کی باز شد؟", {"بندر کی باز شد؟", "بندر کی باز شد"}),
    ],
    ids=["Russian", "Persian"],
)
def test_other_languages_keep_all_their_words(question: str, forms: set[str]) -> None:
    """Only English words are known to say nothing; question marks of other scripts go too."""
    assert _forms(question).keys() == forms


def test_another_year_is_put_in() -> None:
    """A year of the question that the passage holds becomes one near it that the passage does not hold."""
    found = _altered("Who opened it in 1998?", [])
    questions = {one.question for one in found if one}
    years = (1991, 1995, 1996, 2000, 2006)
    assert questions == {f"Who opened it in {year}?" for year in years}  # 2001 stands in the passage
    assert {(one.start, one.end, one.passage, one.lead) for one in found if one} == {(0, 0, _PASSAGE, "Ports")}


def test_another_name_is_put_in() -> None:
    """A name of the question that the passage holds becomes one that the passage does not hold."""
    questions = {one.question for one in _altered("Who opened the port of Elmsford?", ["Orlen", "Lindby"]) if one}
    assert questions == {"Who opened the port of Orlen?"}


@pytest.mark.parametrize(
    "question",
    [
        "Who opened it?",
        "Who opened it in 1997?",
        "Who opened the port of Orlen?",
        "Elmsford is what?",
        "Why? Elmsford?",
    ],
    ids=["nothing to exchange", "a year that is elsewhere", "a name that is elsewhere", "a first word", "a sentence"],
)
def test_some_questions_can_t_be_altered(question: str) -> None:
    """Only what the passage holds is exchanged, and no word that has its capital from its place."""
    assert _altered(question, ["Visby"]) == [None] * 60


def test_names_are_found_in_questions() -> None:
    """Words with capitals are names, several together one, but for the first of a sentence."""
    examples = [example("Who met Ann Lee in Lindby?", _PASSAGE), example("When? Elmsford or Visby?", _PASSAGE)]
    assert names_in(examples) == ["Ann Lee", "Lindby", "Visby"]
