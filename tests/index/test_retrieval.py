"""Question -> candidates: dense and BM25 search, fused."""

from __future__ import annotations

import math
from collections.abc import Iterator
from datetime import date

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from index import Article, Settings
from index.records import Candidate
from index.retrieval import fuse, retrieve, shares, standard
from index.store import Model, Store
from tests.samples import BRIDGE, EAST, HARVEST, NORTH, PORT, UP, passage, rows

_SCORES = st.dictionaries(st.integers(0, 20), st.floats(-1, 1))
_DAY = date(2024, 4, 12)


def test_cosines_are_counted_in_standard_deviations() -> None:
    """The mean of the nearest ones is 0, and their standard deviation 1."""
    assert standard({7: 0.9, 8: 0.8, 9: 0.7}) == pytest.approx({7: 1.5**0.5, 8: 0.0, 9: -(1.5**0.5)})


def test_equal_cosines_say_nothing() -> None:
    """Where all are equally near, and where there is one or none, each counts 0."""
    assert standard({1: 0.3, 2: 0.3, 3: 0.3}) == {1: 0.0, 2: 0.0, 3: 0.0}
    assert standard({1: 0.3}) == {1: 0.0}
    assert standard({}) == {}


@given(st.dictionaries(st.integers(), st.floats(-1, 1), min_size=2), st.floats(0.1, 1), st.floats(-0.5, 0.5))
def test_a_model_may_squeeze_its_cosines(dense: dict[int, float], scale: float, shift: float) -> None:
    """A model whose cosines all lie close together gives the same as one that spreads them."""
    assume(np.std(list(dense.values())) * scale > 1e-5)
    squeezed = {item: scale * cosine + shift for item, cosine in dense.items()}
    assert standard(squeezed) == pytest.approx(standard(dense), abs=1e-3)


def test_bm25_counts_as_a_share() -> None:
    """A score is divided by the most that the question's words can bring; where that is nothing, it says nothing."""
    assert shares({1: 3.0, 2: 1.5}, 6.0) == {1: 0.5, 2: 0.25}
    assert shares({1: 3.0}, 0.0) == {1: 0.0}


def test_both_sides_are_added() -> None:
    """BM25 is weighed; what the dense side lacks counts as its last, what BM25 lacks as 0."""
    assert fuse({1: 2.0, 2: -1.0}, {1: 0.5, 3: 0.25}, 4.0) == {1: 4.0, 2: -1.0, 3: 0.0}
    assert fuse({}, {3: 0.25}, 4.0) == {3: 1.0}
    assert fuse({}, {}, 4.0) == {}


@given(_SCORES, _SCORES, st.floats(0, 10))
def test_fusion_keeps_every_item(dense: dict[int, float], bm25: dict[int, float], weight: float) -> None:
    """Each item of either side is there, and without weight for BM25 the dense order stays."""
    assert fuse(dense, bm25, weight).keys() == dense.keys() | bm25.keys()
    assert {item: score for item, score in fuse(dense, bm25, 0.0).items() if item in dense} == dense


@pytest.fixture
def store(settings: Settings) -> Iterator[Store]:
    """Return an index of three articles, of which two have the same vector."""
    opened = Store(settings.articles_home)
    opened.adopt(Model("toy", 3))
    for article, vector in ((PORT, EAST), (BRIDGE, NORTH), (HARVEST, NORTH)):
        opened.put(article, [passage(article)], rows(vector), Model("toy", 3))
    yield opened
    opened.close()


def _retrieve(
    store: Store, question: str, vector: tuple[float, ...], settings: Settings, k: int = 10, asked: date = _DAY
) -> list[Candidate]:
    with store.snapshot() as snapshot:
        return retrieve(question, rows(vector)[0], snapshot, settings, k, asked)


@pytest.fixture
def timeless(settings: Settings) -> Settings:
    """Return settings under which dates do not count."""
    return settings.model_copy(update={"recency_weight": 0.0, "time_weight": 0.0})


def test_candidates_bear_both_scores(store: Store, timeless: Settings) -> None:
    """A passage that both sides found has both scores and BM25's share, others lack BM25's, and the sum orders them."""
    found = _retrieve(store, "frost", (0.8, 0.6, 0.0), timeless)
    assert [one.article for one in found] == [HARVEST, PORT, BRIDGE]
    assert [one.passage for one in found] == [passage(HARVEST), passage(PORT), passage(BRIDGE)]
    assert [one.dense for one in found] == pytest.approx([0.6, 0.8, 0.6])
    assert [one.bm25 is None for one in found] == [False, True, True]
    share = (found[0].bm25 or 0) / (2.2 * math.log(2.5 / 1.5))
    assert [one.share for one in found] == pytest.approx([share, 0.0, 0.0])
    assert [one.score for one in found] == pytest.approx([6 * share - 0.5**0.5, 2**0.5, -(0.5**0.5)], abs=1e-4)


def test_the_settings_weigh(store: Store, timeless: Settings) -> None:
    """Without weight for BM25 the nearest passage is first, however many words another shares."""
    dense_only = timeless.model_copy(update={"bm25_weight": 0.0})
    found = _retrieve(store, "frost blossoms growers", EAST, dense_only)
    assert found[0].article == PORT
    assert found[0].score == pytest.approx(2**0.5)
    assert found[0].bm25 is None


def test_each_side_brings_as_many_as_the_depth(store: Store, settings: Settings) -> None:
    """Only the first of each side are fused where the depth is one, more where more are asked for."""
    shallow = settings.model_copy(update={"search_depth": 1})
    assert [one.article for one in _retrieve(store, "frost", EAST, shallow, 1)] == [HARVEST]
    found = _retrieve(store, "frost bridge terminal", EAST, shallow, 3)
    assert {one.article for one in found} == {PORT, BRIDGE, HARVEST}


def test_no_more_than_asked_for_come(store: Store, settings: Settings) -> None:
    """The `k` best are returned."""
    three = _retrieve(store, "frost", EAST, settings, 3)
    assert _retrieve(store, "frost", EAST, settings, 2) == three[:2]


def test_an_article_of_the_day_is_preferred(store: Store, settings: Settings) -> None:
    """Of two passages that fit equally the one published nearest to the day of asking is first, without a date last."""
    assert [one.article for one in _retrieve(store, "?", UP, settings)] == [BRIDGE, PORT, HARVEST]
    asked = date(2024, 3, 6)
    assert [one.article for one in _retrieve(store, "?", UP, settings, asked=asked)] == [PORT, BRIDGE, HARVEST]


def test_a_named_time_is_preferred_to_the_day(store: Store, settings: Settings) -> None:
    """A question that names a month prefers its articles, and weighs the time as the setting says."""
    found = _retrieve(store, "what happened in March 2024?", UP, settings)
    assert [one.article for one in found] == [PORT, BRIDGE, HARVEST]
    assert found[0].score == pytest.approx(settings.time_weight)


def test_a_named_time_takes_nothing_from_the_day(store: Store, settings: Settings) -> None:
    """An article of the day of asking gains what it would gain if no time were named."""
    found = _retrieve(store, "what happened in March 2024?", UP, settings, asked=date(2024, 4, 11))
    assert [one.article for one in found] == [PORT, BRIDGE, HARVEST]
    assert found[1].score == pytest.approx(settings.recency_weight)


def test_a_header_loses_against_a_text_that_fits_as_well(store: Store, timeless: Settings) -> None:
    """Of a header and a text with equal scores the text is first, by what the setting says."""
    article = Article("The ferry was late again.", title="Ferry", published="2024-04-01")
    store.put(article, [passage(article, field="header"), passage(article)], rows(UP, UP), Model("toy", 3))
    text, header = _retrieve(store, "?", UP, timeless)[:2]
    assert (text.passage.field, header.passage.field) == ("text", "header")
    assert text.score - header.score == pytest.approx(timeless.header_penalty)


def test_a_time_that_no_article_has_is_ignored(store: Store, settings: Settings) -> None:
    """A year without articles leaves the order to the words and the vectors, and every passage in place."""
    found = _retrieve(store, "frost in 1998", NORTH, settings)
    assert [one.article for one in found] == [HARVEST, BRIDGE, PORT]


def test_no_time_outweighs_what_was_asked(store: Store, settings: Settings) -> None:
    """An article without a date is first if it is about what was asked, whatever came out that day."""
    assert _retrieve(store, "late frost blossoms", NORTH, settings)[0].article == HARVEST


def test_near_duplicates_are_one_candidate(store: Store, settings: Settings) -> None:
    """A copy of an article takes no place of its own: the better one names it."""
    copy = Article(f"{BRIDGE.text} More follows.", title="Bridge closed")
    store.put(copy, [passage(copy)], rows(NORTH), Model("toy", 3))
    found = _retrieve(store, "bridge cracks", NORTH, settings)
    assert [one.article for one in found] == [BRIDGE, HARVEST, PORT]
    assert [one.also for one in found] == [(copy,), (), ()]
