"""The data of the training: which examples come, and what is made of them."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest

from index.training.examples import Example
from index.training.recipe import _SHARES, mixed
from index.training.translations import QUESTIONS

from .data import Asked, write_lines, write_squad

_NAMES = [f"{first} {last}" for first in ("Ada", "Tom", "Ines", "Carl") for last in ("Byrne", "Reed", "Falk")]
_QUESTION = "When was quay {} of Elmsford rebuilt?"


def _translation() -> list[str]:
    """Return the id of a question of SQuAD and its translation."""
    with gzip.open(QUESTIONS, "rt", encoding="utf-8") as file:
        return file.readline().rstrip("\n").split("\t")


def _paragraph(number: int) -> str:
    name = _NAMES[number % len(_NAMES)]
    return (
        f"Quay {number} of Elmsford was rebuilt in {1900 + number % 100}. {name} opened it before some guests of the "
        "town. Ships from the whole of the north land there in the summer. It has cranes and a road."
    )


def _write(folder: Path) -> Path:
    """Write every file that the recipe names: 400 questions of two articles of SQuAD, 300 of one file, else one."""
    key, _ = _translation()
    for name in _SHARES:
        if name.startswith("qamr"):
            write_lines(folder / f"{name}.tsv.gz", "#1", "Quay 1 is old .", "What is old?    Quay 1", "Why?    no")
        else:
            texts = {_paragraph(0): [Asked("When was it rebuilt?", ("1900",), name)]}
            write_squad(folder / f"{name}.json.gz", [("Quays", texts)])
    halves: list[tuple[str, dict[str, list[Asked]]]] = [("Old_quays", {}), ("New_quays", {})]
    for number in range(400):
        name = _NAMES[number % len(_NAMES)]
        asked = Asked(f"Who opened quay {number} of Elmsford?", (name,), key if number == 7 else f"{number}")
        halves[number % 2][1][_paragraph(number)] = [asked]
    write_squad(folder / "squad11_train.json.gz", halves)
    never = {_paragraph(2): [Asked("Who closed quay 2 of Elmsford?", (), "never", (("is_impossible", True),))]}
    write_squad(folder / "squad20_train_unanswerable.json.gz", [("Old_quays", never)])
    reddit = {_paragraph(one): [Asked(_QUESTION.format(one), (f"{1900 + one % 100}",))] for one in range(300)}
    write_squad(folder / "squadshifts-reddit.json.gz", [("Reddit:quays", reddit)])
    return folder


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder of made-up data."""
    return _write(tmp_path_factory.mktemp("reading"))


@pytest.fixture(scope="module")
def made(folder: Path) -> list[Example]:
    """Return the examples of the training."""
    return mixed(folder)


def test_each_file_gives_its_share(made: list[Example]) -> None:
    """Of a file that has fewer questions than its share all are asked, once each."""
    found = [re.search(r"quay (\d+).*rebuilt", one.question) for one in made]
    numbers = [match.group(1) for match in found if match]
    assert (len(numbers), len(set(numbers))) == (300, 300)
    assert _SHARES["squadshifts-reddit"] > 300


def test_the_same_seed_makes_the_same(folder: Path, made: list[Example]) -> None:
    """The examples can be made again, and another seed makes others."""
    assert mixed(folder) == made
    assert mixed(folder, seed=2) != made


def test_every_answer_stands_in_its_passage(made: list[Example]) -> None:
    """An answer is a name, a year, a quay or a part of a header, and where there is none nothing is marked."""
    for one in made:
        assert 0 <= one.start <= one.end <= len(one.passage)
        assert one.answerable is bool(one.answer)
        assert one.answer == one.answer.strip()
        assert one.id == ""


def test_some_questions_have_a_wrong_passage(made: list[Example]) -> None:
    """About one in six of SQuAD's answerable questions is asked where no answer is."""
    opened = [one for one in made if re.search(r"opened (quay|\w+ \w+)", one.question)]
    asked = [one for one in opened if "Published" not in one.passage and "Written" not in one.passage]
    assert 0.1 < sum(not one.answerable for one in asked) / len(asked) < 0.25


def test_what_can_t_be_answered_stays_so(made: list[Example]) -> None:
    """An unanswerable question comes without an answer."""
    [never] = [one for one in made if "closed" in one.question]
    assert not never.answerable
    assert any(paragraph in _paragraph(2) for paragraph in never.passage.split("\n\n"))


def test_some_passages_stand_among_others(made: list[Example]) -> None:
    """About one in ten of SQuAD's passages has others around it; its answer is found in its own."""
    opened = [one for one in made if re.search(r"opened quay", one.question) and one.answerable]
    several = [one for one in opened if "\n\n" in one.passage]
    assert 0.05 < len(several) / len(opened) < 0.2
    assert all(one.answer in _NAMES for one in several)


def test_translations_come_too(made: list[Example]) -> None:
    """A translated question of an article that is there is asked of its passage, and of a header that lacks it."""
    _, question = _translation()
    bare = question.rstrip("?").lower()
    found = [one.passage for one in made if one.question.lower().startswith(bare)]
    assert len(found) == 2
    assert sum("opened it before" in one for one in found) == 1


def test_headers_are_asked_about(made: list[Example]) -> None:
    """What a header says is asked of it, and what it does not say; its authors are people of the data."""
    headers = [one for one in made if "Written by" in one.passage or "Published" in one.passage]
    assert {name for one in headers for name in _NAMES if f"by {name}" in one.passage} == set(_NAMES)
    others = [one for one in headers if "quay" in one.question.lower()]
    assert len(others) > 250
    assert not any(one.answerable for one in others)
    assert sum(one.answerable for one in headers) > 200


def test_passages_have_title_and_date_in_front_or_not(made: list[Example]) -> None:
    """The title without its file's name, a date, both, or nothing stands in front."""
    leads = {one.lead for one in made if re.search("quay .*rebuilt", one.question)}
    assert {"", "quays"} < leads
    assert all(re.fullmatch(r"(quays)?(\. )?(\d+ [A-Z][a-z]+ 20\d\d)?", lead) for lead in leads)
