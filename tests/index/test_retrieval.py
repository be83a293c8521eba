"""Question -> candidates: dense and BM25 search, fused."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index import Settings
from index.records import Candidate
from index.retrieval import fuse, retrieve
from index.store import Model, Store
from tests.samples import BRIDGE, EAST, HARVEST, NORTH, PORT, passage, rows

_RANKINGS = st.lists(st.tuples(st.lists(st.integers(0, 20), unique=True), st.floats(0, 10)), max_size=4)


def test_ranks_are_fused_by_their_reciprocals() -> None:
    """An item gains weight / (k + rank) from each ranking that has it; the sums decide."""
    fused = fuse([([1, 2, 3], 1.0), ([3, 4], 2.0)], 5)
    assert [item for item, _ in fused] == [3, 4, 1, 2]
    assert [score for _, score in fused] == pytest.approx([1 / 8 + 2 / 6, 2 / 7, 1 / 6, 1 / 7])


def test_equal_scores_keep_the_lower_item_first() -> None:
    """Items that tie come in the order of their numbers, whichever ranking they come from."""
    assert [item for item, _ in fuse([([9, 4], 1.0), ([2, 7], 1.0)], 60)] == [2, 9, 4, 7]


def test_nothing_fuses_to_nothing() -> None:
    """Without rankings, or with empty ones, there is nothing."""
    assert fuse([], 5) == fuse([([], 1.0), ([], 2.0)], 5) == []


@given(_RANKINGS, st.floats(0, 100))
def test_fusion_keeps_every_item_once_and_in_order(rankings: list[tuple[list[int], float]], k: float) -> None:
    """Each item of any ranking is there once, and scores never rise."""
    fused = fuse(rankings, k)
    assert sorted(item for item, _ in fused) == sorted({item for ranking, _ in rankings for item in ranking})
    assert [(-score, item) for item, score in fused] == sorted((-score, item) for item, score in fused)


@given(st.lists(st.integers(), unique=True), st.floats(0.1, 10), st.floats(0, 100))
def test_one_ranking_stays_as_it_is(ranking: list[int], weight: float, k: float) -> None:
    """A single ranking keeps its order."""
    assert [item for item, _ in fuse([(ranking, weight)], k)] == ranking


@pytest.fixture
def store(settings: Settings) -> Iterator[Store]:
    """Return an index of three articles, of which two have the same vector."""
    opened = Store(settings.articles_home)
    opened.adopt(Model("toy", 3))
    for article, vector in ((PORT, EAST), (BRIDGE, NORTH), (HARVEST, NORTH)):
        opened.put(article, [passage(article)], rows(vector), Model("toy", 3))
    yield opened
    opened.close()


def _retrieve(store: Store, question: str, vector: tuple[float, ...], settings: Settings, k: int) -> list[Candidate]:
    with store.snapshot() as snapshot:
        return retrieve(question, rows(vector)[0], snapshot, settings, k)


def test_candidates_bear_both_scores(store: Store, settings: Settings) -> None:
    """A passage that both sides found has both scores, others lack BM25's, and the fused ones order them."""
    found = _retrieve(store, "frost", (0.8, 0.6, 0.0), settings, 10)
    assert [one.article for one in found] == [HARVEST, PORT, BRIDGE]
    assert [one.passage for one in found] == [passage(HARVEST), passage(PORT), passage(BRIDGE)]
    assert [one.dense for one in found] == pytest.approx([0.6, 0.8, 0.6])
    assert [one.bm25 is None for one in found] == [False, True, True]
    dense_rank = {round(one.score - (2 / 6 if one.bm25 else 0), 6) for one in found}
    assert dense_rank == {round(1 / (5 + rank), 6) for rank in (1, 2, 3)}


def test_the_settings_weigh(store: Store, settings: Settings) -> None:
    """Without weight for BM25 the nearest passage is first, however many words another shares."""
    dense_only = settings.model_copy(update={"bm25_weight": 0.0})
    found = _retrieve(store, "frost blossoms growers", EAST, dense_only, 10)
    assert found[0].article == PORT
    assert found[0].score == pytest.approx(1 / 6)
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
