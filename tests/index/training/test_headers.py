"""Headers -> questions about them."""

from __future__ import annotations

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from index import Article
from index.records import day
from index.training.headers import asked_about, header
from tests.samples import HARVEST, PORT

_PEOPLE = ["Ada Byrne", "Tom Reed", "Ines Falk"]


def _headers() -> list[Article]:
    rng = Random(2)
    return [header("Port opens", _PEOPLE, rng) for _ in range(1000)]


def test_a_header_has_each_part_more_often_than_not() -> None:
    """Three quarters have authors and a publisher, five sixths a date, all a title."""
    made = _headers()
    assert {one.title for one in made} == {"Port opens"}
    assert 700 < sum(bool(one.authors) for one in made) < 800
    assert 800 < sum(bool(one.published) for one in made) < 900
    assert 700 < sum(bool(one.publisher) for one in made) < 800
    assert {len(one.authors) for one in made} == {0, 1, 2}
    assert {author for one in made for author in one.authors} == set(_PEOPLE)


def test_each_part_is_asked_about() -> None:
    """Of PORT the authors, the day and the publisher are answers, as the header has them."""
    found = [asked_about(PORT, Random(seed)) for seed in range(60)]
    assert {one.answer for one in found} == {"Ada Byrne and Tom Reed", "5 March 2024", "Coast Courier"}
    assert {one.passage for one in found} == {PORT.header}
    assert len({one.question for one in found}) > 20


def test_what_a_header_lacks_it_does_not_answer() -> None:
    """A question about a part that is not there has no answer."""
    untitled = Article(HARVEST.text, title="Frost", publisher="Reuters")
    found = [asked_about(untitled, Random(seed)) for seed in range(60)]
    assert {(one.answer, one.start) for one in found} == {("", 0), ("Reuters", untitled.header.rindex("Reuters"))}


@given(st.integers(), st.sampled_from(["Reuters wins", "Ada Byrne and Tom Reed on 1 May 2020", "Published by CNN."]))
def test_the_answer_stands_where_the_header_says_it(seed: int, title: str) -> None:
    """Whatever the title holds, an answer is the part that was asked for, behind the title."""
    rng = Random(seed)
    article = header(title, _PEOPLE, rng)
    one = asked_about(article, rng)
    date = day(article.published) if article.published else ""
    assert one.answer in ("", " and ".join(article.authors), date, article.publisher)
    assert article.header[one.start : one.end] == one.answer
    assert not one.answerable or one.start >= len(title)
