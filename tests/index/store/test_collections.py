"""Collections: within one it is as if there were no other articles."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index import Article
from index.errors import UnknownArticle
from index.store import Store
from tests.samples import BRIDGE, HARVEST, PORT, passage

from .toys import TOY, put

_ARTICLES = [
    Article(f"The mill of town {number} was sold. It ground corn.", title=f"Mill {number}") for number in range(24)
]


def _vector(number: int) -> tuple[float, ...]:
    turned = np.array((np.cos(number), np.sin(number), 0.3))
    return tuple(turned / np.linalg.norm(turned))


@pytest.fixture(scope="module")
def mills(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Return a store of articles of two passages each, some in the collection "north", all in "default"."""
    store = Store(tmp_path_factory.mktemp("mills"))
    for number, article in enumerate(_ARTICLES):
        put(store, article, _vector(number), _vector(number + 100))
        if number % 5 == 0:
            store.collections.join(article.id, "north")
    yield store
    store.close()


@given(angle=st.floats(0, 7), k=st.integers(1, 60))
@settings(deadline=None, max_examples=40)
def test_the_nearest_of_a_collection_are_those_of_all_without_the_others(mills: Store, angle: float, k: int) -> None:
    """Not the nearest of all, of which others are left out: as many as are wanted, if there are so many."""
    vector = np.array(_vector(0), dtype=np.float32)
    vector[:2] = np.cos(angle), np.sin(angle)
    own = {article.id for article in _ARTICLES[::5]}
    with mills.snapshot() as everything, mills.snapshot("north") as north:
        ranking = everything.nearest(vector, 100)
        articles = everything.load(number for number, _ in ranking)
        expected = [pair for pair in ranking if articles[pair[0]][1].id in own][:k]
        found = north.nearest(vector, k)
        assert [number for number, _ in found] == [number for number, _ in expected]
        matching = everything.matching("who sold the mill", 100)
        expected = [pair for pair in matching if everything.load([pair[0]])[pair[0]][1].id in own][:k]
        assert north.matching("who sold the mill", k) == expected


def test_within_a_collection_there_are_no_others(mills: Store) -> None:
    """They are not counted, found by their ids or titles, or the newest."""
    own, other = _ARTICLES[5], _ARTICLES[6]
    with mills.snapshot("north") as north, mills.snapshot("south") as south:
        assert (north.count(), south.count(), north.is_empty(), south.is_empty()) == (5, 0, False, True)
        assert (north.article(own.id), north.article(other.id)) == (own, None)
        assert (north.titled("mill 5"), north.titled("mill 6")) == (own, None)
        assert (south.newest(), south.nearest(np.array(_vector(1), dtype=np.float32), 5)) == (None, [])
        assert south.matching("mill", 5) == []
    assert {one.id for one in mills.articles(collection="north")} == {one.id for one in _ARTICLES[::5]}


def test_a_new_article_belongs_to_the_one_named_or_the_default_one(tmp_path: Path) -> None:
    """An update keeps what it belonged to, and adds what is named; names are told sorted."""
    store = Store(tmp_path)
    put(store, PORT)
    store.put(HARVEST, [passage(HARVEST)], np.array([_vector(1)], dtype=np.float32), TOY, "fruit")
    assert store.collections.of([PORT.id, HARVEST.id]) == {PORT.id: ("default",), HARVEST.id: ("fruit",)}
    changed = replace(PORT, text=PORT.text + " It rained.")
    store.put(changed, [passage(changed)], np.array([_vector(1)], dtype=np.float32), TOY, "coast")
    assert store.collections.of([PORT.id]) == {PORT.id: ("coast", "default")}
    assert store.collections.counts() == {"coast": 1, "default": 1, "fruit": 1}
    store.close()


def test_an_article_is_gone_with_its_last_collection(tmp_path: Path) -> None:
    """Taken out of one it stays in the other; one that does not belong there is unknown there."""
    store = Store(tmp_path)
    put(store, PORT)
    put(store, BRIDGE)
    store.collections.join(PORT.id, "coast")
    with pytest.raises(UnknownArticle, match=f"{BRIDGE.id[:4]}.* in coast"):
        store.remove([BRIDGE.id], "coast")
    generation = store.generation()
    assert store.remove([PORT.id], "coast") == [PORT]
    assert store.generation() > generation
    assert store.collections.counts() == {"default": 2}
    assert store.remove([PORT.id], "default") == [PORT]
    assert store.articles() == [BRIDGE]
    store.save_vectors()
    assert store.check() == []
    store.close()


def test_a_change_is_seen_by_the_next_search(tmp_path: Path) -> None:
    """An article that joins or leaves is found, or not, at once."""
    store = Store(tmp_path)
    put(store, PORT)
    east = np.array((1.0, 0.0, 0.0), dtype=np.float32)

    def found() -> int:
        with store.snapshot("coast") as coast:
            return len(coast.nearest(east, 5))

    assert found() == 0
    store.collections.join(PORT.id, "coast")
    assert found() == 1
    store.collections.assign(PORT.id, ["default"])
    assert found() == 0
    store.close()


@pytest.mark.parametrize(
    ("published", "said", "kept"),
    [
        ("2024-03-05T09:00:00+01:00", "2024-03-05T09:30:00+01:00", "2024-03-05T09:30:00+01:00"),
        ("2024-03-05T09:00:00+01:00", "2024-03-05T09:30:00+02:00", None),
        ("2024-03-05T09:00:00+01:00", "2024-03-05T09:00:00+01:00", None),
        ("2024-03-05", "2024-03-05T09:30:00+02:00", None),
        ("2024-03-05T09:00:00+01:00", "2024-03-06", "2024-03-06"),
        ("2024-03-05T09:00:00", "2024-03-06T08:00:00+00:00", "2024-03-06T08:00:00+00:00"),
        (None, "2024-03-06", "2024-03-06"),
        ("2024-03-05", None, None),
    ],
)
def test_what_a_source_says_of_an_update_must_be_later(
    tmp_path: Path, published: str | None, said: str | None, kept: str | None
) -> None:
    """To the moment where both have one, else by days; where it is not, the day on which the change was seen counts."""
    with closing(Store(tmp_path)) as store:
        put(store, replace(PORT, published=published))
        put(store, replace(PORT, published=published, updated=said, text="It was closed."))
        assert store.article(PORT.id).updated == (kept or date.today().isoformat())


def test_when_a_text_was_replaced_is_kept(tmp_path: Path) -> None:
    """The day that the source says, where it is later than the publication; of metadata alone nothing is said."""
    store = Store(tmp_path)

    def add(article: Article) -> str | None:
        put(store, article)
        return store.article(article.id).updated

    assert add(replace(PORT, updated="2024-03-09")) is None  # it took no other's place
    assert add(replace(PORT, title="A port", updated="2024-03-10")) is None
    corrected = replace(PORT, text=PORT.text + " It rained.", updated="2024-03-11T10:00:00+00:00")
    assert add(corrected) == "2024-03-11T10:00:00+00:00"
    assert add(replace(corrected, publisher="Courier", updated=None)) == "2024-03-11T10:00:00+00:00"
    seen = add(replace(PORT, text=PORT.text + " It snowed.", updated=PORT.published))
    assert seen is not None
    assert seen > "2026"
    store.close()
