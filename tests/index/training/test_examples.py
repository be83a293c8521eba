"""Reading-comprehension data -> examples."""

from __future__ import annotations

from pathlib import Path

from index.training.examples import Example, read_qamr, read_squad

from .data import Asked, write_lines, write_squad

_TEXT = "The port of Elmsford opened on 5 March 1998, a Monday."
_POSSIBLE, _IMPOSSIBLE = (("is_impossible", False),), (("is_impossible", True),)


def _read(folder: Path, *asked: Asked, title: str = "Elmsford") -> list[Example]:
    [examples] = read_squad(write_squad(folder / "squad.json.gz", [(title, {_TEXT: list(asked)})]))
    return examples


def test_an_answer_has_its_place(tmp_path: Path) -> None:
    """A question comes with its passage, the place of its answer there, its article's title, and its id."""
    [one] = _read(tmp_path, Asked("When did it open?", ("5 March 1998",), "q1"))
    assert one == Example("When did it open?", _TEXT, 31, 43, "Elmsford", "q1")
    assert (one.answerable, one.answer) == (True, "5 March 1998")


def test_a_question_without_an_answer_has_none(tmp_path: Path) -> None:
    """With the key of SQuAD 2.0 or without it, no answers mean that the passage does not answer."""
    with_key = Asked("Who opened it?", (), "q1", _IMPOSSIBLE)
    without = Asked("Who closed it?", (), "q2")
    possible = Asked("When?", ("1998",), "q3", _POSSIBLE)
    found = _read(tmp_path, with_key, without, possible)
    assert [(one.start, one.end, one.answerable, one.answer) for one in found] == [
        (0, 0, False, ""),
        (0, 0, False, ""),
        (39, 43, True, "1998"),
    ]


def test_a_guessed_place_is_left_out(tmp_path: Path) -> None:
    """Where the answer's words stand twice in the passage, its place was guessed at; once is no guess."""
    twice = Asked("Which letter?", ("o",), "q1", (("occurrences", 2),))
    once = Asked("When?", ("1998",), "q2", (("occurrences", 1),))
    assert [one.id for one in _read(tmp_path, twice, once)] == ["q2"]


def test_blanks_are_collapsed(tmp_path: Path) -> None:
    """A question has single blanks and none around it, and a title has no underscores."""
    [one] = _read(tmp_path, Asked("  When  did\u00a0it open? ", ("1998",)), title="Port_of__Elmsford")
    assert (one.question, one.lead) == ("When did it open?", "Port of Elmsford")


def test_of_several_answers_two_people_s_is_taken(tmp_path: Path) -> None:
    """The shortest one that two annotators gave is the answer, else the shortest."""
    agreed = Asked("When?", ("1998", "on 5 March 1998", "5 March 1998", "on 5 March 1998", "5 March 1998"))
    alone = Asked("When?", ("on 5 March 1998", "March 1998"))
    assert [one.answer for one in _read(tmp_path, agreed, alone)] == ["5 March 1998", "March 1998"]


def test_articles_come_apart(tmp_path: Path) -> None:
    """Each article is a list of its own, one without questions an empty one, and a missing title is none."""
    articles: list[tuple[str, dict[str, list[Asked]]]] = [
        ("A", {"One.": [Asked("?", ("One",))], "Two.": [Asked("??")]}),
        ("", {"Three.": []}),
    ]
    first, second = read_squad(write_squad(tmp_path / "squad.json.gz", articles))
    assert [(one.passage, one.lead) for one in first] == [("One.", "A"), ("Two.", "A")]
    assert second == []


def test_qamr_s_lines_are_read(tmp_path: Path) -> None:
    """Behind a line with an id stand a sentence and its questions, each with answers divided by tabs."""
    lines = [
        "#Wiki1k:wikipedia:16016:90:8",
        "The  port , opened in 1998 , is old .",
        "When did something open?     1998\tin 1998",
        "What is old?    the  port\tport",
        "What is old here?    The port",
        "What opened?    port",
        "What has i?    i",
        "no question    port",
        "#Wikinews:2",
        "It rained .",
        "#Wikinews:3",
        "Ann Lee won .",
        "Who won?      Ann Lee",
    ]
    found = list(read_qamr(write_lines(tmp_path / "qamr.tsv.gz", *lines)))
    sentence = "The port , opened in 1998 , is old ."
    assert [(one.question, one.answer, one.passage) for examples in found for one in examples] == [
        ("When did something open?", "1998", sentence),
        ("What is old here?", "The port", sentence),
        ("What opened?", "port", sentence),
        ("Who won?", "Ann Lee", "Ann Lee won ."),
    ]
    assert [len(examples) for examples in found if examples] == [3, 1]
