"""An answer names all articles of its story in which its quote stands, and no other."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from index import Answer, Article, ArticleIndex, Candidate
from index.sources import also_in, with_sources
from index.store import Snapshot, Store
from tests.agency import LAST_PART, REPORT, SHORTENED, UPDATE, WITH_OWN
from tests.index.store.toys import put
from tests.samples import BRIDGE, passage


@pytest.fixture
def snapshot(home: Path) -> Iterator[Snapshot]:
    """Return an index of one story in four articles, of an update, and of another article."""
    with closing(Store(home)) as store:
        for article in (REPORT, SHORTENED, WITH_OWN, LAST_PART, UPDATE, BRIDGE):
            put(store, article)
        with store.snapshot() as opened:
            yield opened


def _answer(words: str, *also: Article, field: str = "text") -> Answer:
    """Return words of REPORT as the answer and as its quote, found in a passage that stands in others `also`."""
    start = REPORT.text.index(words)
    holding = Candidate(passage(REPORT), REPORT, 1.0, 0.5, None, also=also)
    other = Candidate(passage(BRIDGE), BRIDGE, 2.0, 0.5, None)
    return Answer(
        question="?",
        status="answered",
        confidence=0.9,
        passages=(other, holding),
        answer=words,
        field="header" if field == "header" else "text",
        start=start,
        end=start + len(words),
        quote=words,
        article=REPORT,
    )


def _named(answer: Answer, snapshot: Snapshot) -> list[Article]:
    return list(also_in(with_sources(answer, snapshot)))


def test_articles_whose_passage_was_not_found_are_named(snapshot: Snapshot) -> None:
    """Each that has the quote, in the order in which they were added; not one whose end was cut off before it."""
    assert _named(_answer("The captain had reported a fault"), snapshot) == [SHORTENED, WITH_OWN, LAST_PART]
    assert _named(_answer("Divers will look at the hull on Tuesday"), snapshot) == [LAST_PART]


def test_an_article_with_nearly_the_same_passage_is_named_if_it_has_the_quote(snapshot: Snapshot) -> None:
    """Those found for the question come first, once each; what they do not say word for word they are not named for."""
    answer = _answer("The captain had reported a fault", UPDATE, SHORTENED)
    assert _named(answer, snapshot) == [UPDATE, SHORTENED, WITH_OWN, LAST_PART]
    assert _named(_answer("A ferry with 212 people", UPDATE, SHORTENED), snapshot) == [SHORTENED, WITH_OWN]


def test_words_must_be_whole(snapshot: Snapshot) -> None:
    """The beginning of a word is not the word."""
    assert _named(_answer("The captain had reported a fau"), snapshot) == []


def test_only_the_passage_of_the_answer_changes(snapshot: Snapshot) -> None:
    """The other passages, their order, and the rest of the answer stay."""
    answer = _answer("The captain had reported a fault")
    found = with_sources(answer, snapshot)
    assert found.passages[0] is answer.passages[0]
    assert replace(found, passages=()) == replace(answer, passages=())


def test_facts_about_an_article_are_its_own(snapshot: Snapshot) -> None:
    """What its header says, no other article says; nor is there anything to name without an answer."""
    header = _answer("A ferry", field="header")
    assert with_sources(header, snapshot) is header
    refused = Answer("?", "not_found", 0.1)
    assert with_sources(refused, snapshot) is refused
    assert also_in(refused) == ()


def test_an_answer_names_its_sources(index: ArticleIndex) -> None:
    """A question to an index with copies is answered once, with all that say it; the update says something else."""
    index.add([REPORT, SHORTENED, WITH_OWN, BRIDGE])
    answer = index.answer("When had the captain reported a fault of the steering?", min_confidence=0)
    assert answer.article in (REPORT, SHORTENED, WITH_OWN)
    named = {one.id for one in also_in(answer)}
    assert named | {answer.article.id} == {REPORT.id, SHORTENED.id, WITH_OWN.id}
    assert answer.rival is None
