"""ArticleIndex: within a collection it is as if there were no other articles."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from index import Article, ArticleIndex
from index.errors import CollectionError, EditError, UnknownArticle
from tests.agency import REPORT, SHORTENED, WITH_OWN
from tests.samples import BRIDGE, HARVEST, PORT

_COST = "What did the new terminal cost?"


@pytest.fixture
def roads(library: ArticleIndex) -> ArticleIndex:
    """Return an index of three articles, of which BRIDGE alone is in "roads", and in "default" too."""
    library.add([BRIDGE], collection="Roads")
    return library


def test_a_collection_is_searched_alone(roads: ArticleIndex) -> None:
    """Whatever the case of its name; without one, all are searched."""
    assert {one.article.id for one in roads.search(_COST, collection="ROADS")} == {BRIDGE.id}
    assert len({one.article.id for one in roads.search(_COST)}) == 3
    assert roads.search(_COST, collection="nowhere") == []
    assert (roads.articles(collection="roads"), roads.articles(collection="nowhere")) == ([BRIDGE], [])
    assert roads.articles(collection="default", limit=1, offset=1) == [PORT]


def test_a_collection_answers_alone(roads: ArticleIndex) -> None:
    """An answer of another article is not given, and one without articles is as an empty index."""
    answer = roads.answer(_COST, min_confidence=0, collection="roads")
    assert (answer.article, answer.searched) == (BRIDGE, 1)
    assert roads.answer(_COST, min_confidence=0, collection="default").article == PORT
    empty = roads.answer(_COST, min_confidence=0, collection="nowhere")
    assert (empty.status, empty.reason) == ("not_found", "empty_index")
    told = roads.answer_many([_COST, "When was the bridge closed?"], min_confidence=0, collection="roads")
    assert [one.article for one in told] == [BRIDGE, BRIDGE]


def test_an_article_that_is_talked_about_is_one_of_the_collection(roads: ArticleIndex) -> None:
    """One of another collection is not told of, by its id or by its title; of a single article nothing need be said."""
    when = "When was it published?"
    assert roads.answer(when, about=PORT.id).article == PORT
    assert roads.answer(when, about=PORT.id, collection="roads").article == BRIDGE
    roads.edit(HARVEST.id, collections=["roads"])
    assert roads.answer(when, about=PORT.id, collection="roads").article != PORT
    assert roads.answer(f"When was “{PORT.title}” published?").article == PORT
    assert roads.answer(f"When was “{PORT.title}” published?", collection="roads").article != PORT


def test_an_answer_names_no_copy_of_another_collection(index: ArticleIndex) -> None:
    """Other papers that have its quote are named where they belong to the collection."""
    index.add([REPORT, SHORTENED], collection="wire")
    index.add([WITH_OWN], collection="papers")
    question = "What had the captain reported?"

    def named(collection: str | None) -> set[Article]:
        answer = index.answer(question, min_confidence=0, collection=collection)
        found = {answer.article, *(other for one in answer.passages for other in (one.article, *one.also))}
        return {one for one in found if one}

    assert named(None) == {REPORT, SHORTENED, WITH_OWN}
    assert named("wire") == {REPORT, SHORTENED}
    assert named("papers") == {WITH_OWN}


def test_an_article_that_is_known_joins_the_collection_named(library: ArticleIndex) -> None:
    """It is unchanged and not embedded again; without a name nothing changes, and all files agree."""
    before, passages = library.generation, library.stats().passages
    assert [one.status for one in library.add([PORT, BRIDGE], collection="coast")] == ["unchanged"] * 2
    assert library.collections_of([PORT.id, HARVEST.id]) == {PORT.id: ("coast", "default"), HARVEST.id: ("default",)}
    assert (library.generation > before, library.stats().passages) == (True, passages)
    generation = library.generation
    library.add([PORT], collection="coast")
    library.add([PORT, HARVEST])
    assert library.generation == generation
    assert library.collections() == {"coast": 2, "default": 3}
    assert library.check() == []


def test_the_same_text_elsewhere_joins_by_the_article_that_holds_it(library: ArticleIndex) -> None:
    """A copy at another address is not added, and its article belongs to the collection."""
    copy = replace(HARVEST, url="https://example.org/frost")
    assert [one.id for one in library.add([copy], collection="farms")] == [HARVEST.id]
    assert library.articles(collection="farms") == [HARVEST]


def test_a_changed_text_keeps_its_collections(roads: ArticleIndex) -> None:
    """Where it was put once, and where it is put now."""
    changed = replace(BRIDGE, text="The Orlen bridge is open again.", known_as=BRIDGE.identity)
    assert [one.status for one in roads.add([changed])] == ["updated"]
    assert roads.collections_of([BRIDGE.id]) == {BRIDGE.id: ("default", "roads")}
    again = replace(changed, text="The Orlen bridge is closed again.")
    roads.add([again], collection="news")
    assert roads.collections_of([BRIDGE.id]) == {BRIDGE.id: ("default", "news", "roads")}
    assert {one.article for one in roads.search("bridge", collection="roads")} == {again}


def test_collections_are_set_by_hand(library: ArticleIndex) -> None:
    """Alone without embedding anything; with other fields in one step; an article belongs to one at least."""
    with library._store.snapshot() as snapshot:
        numbers = [number for number, _ in snapshot.matching("terminal", 9)]
    assert library.edit(PORT.id[:6], collections=["Coast", "news"]) == PORT
    with library._store.snapshot("coast") as snapshot:
        assert [number for number, _ in snapshot.matching("terminal", 9)] == numbers
    edited = library.edit(PORT.id, title="A harbour", collections=["coast"])
    assert library.articles(collection="coast") == [edited]
    assert library.collections() == {"coast": 1, "default": 2}
    assert [one.status for one in library.add([replace(PORT, title="Other")])] == ["unchanged"]
    with pytest.raises(CollectionError, match="an article belongs to one collection at least"):
        library.edit(PORT.id, collections=[])
    with pytest.raises(UnknownArticle):
        library.edit("ffff", collections=["coast"])
    with pytest.raises(EditError):
        library.edit(PORT.id, collections=["sea"], published="soon")
    assert library.collections() == {"coast": 1, "default": 2}
    assert library.check() == []


def test_an_article_is_gone_with_its_last_collection(roads: ArticleIndex) -> None:
    """Until then it is found in the others; all of several ids are taken out, or none."""
    with pytest.raises(UnknownArticle, match=f"{PORT.id}.* in roads"):
        roads.remove([BRIDGE.id, PORT.id], "roads")
    assert roads.collections() == {"default": 3, "roads": 1}
    assert roads.remove([BRIDGE.id], "Roads") == [BRIDGE]
    assert roads.articles() == [BRIDGE, PORT, HARVEST]
    assert roads.remove([BRIDGE.id], "default") == [BRIDGE]
    assert roads.articles() == [PORT, HARVEST]
    roads.add([BRIDGE], collection="roads")
    assert roads.collections_of([BRIDGE.id]) == {BRIDGE.id: ("roads",)}
    roads.add([BRIDGE], collection="default")
    assert roads.remove([BRIDGE.id]) == [BRIDGE]
    assert roads.collections() == {"default": 2}
    assert roads.check() == []


@pytest.mark.parametrize(
    "call",
    [
        lambda index: index.add([PORT], collection="a b"),
        lambda index: index.remove([PORT.id], "a b"),
        lambda index: index.edit(PORT.id, collections=["a b"]),
        lambda index: index.articles(collection="a b"),
        lambda index: index.search(_COST, collection="a b"),
        lambda index: index.answer(_COST, collection="a b"),
        lambda index: list(index.answer_many([_COST], collection="a b")),
    ],
)
def test_a_name_that_none_can_have_is_an_error(library: ArticleIndex, call: Callable[[ArticleIndex], object]) -> None:
    """Wherever it is given; nothing changes."""
    with pytest.raises(CollectionError, match="'a b' can't be the name of a collection"):
        call(library)
    assert library.collections() == {"default": 3}


@given(st.sets(st.integers(0, 2)), st.integers(1, 6), st.sampled_from((_COST, "bridge", "frost in Elmsford", "xyzzy")))
@hypothesis_settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_is_found_is_what_an_index_of_these_articles_would_hold(
    library: ArticleIndex, chosen: set[int], k: int, question: str
) -> None:
    """As many passages as are wanted, if there are so many, all of the collection."""
    articles = [PORT, BRIDGE, HARVEST]
    for at, article in enumerate(articles):
        library.edit(article.id, collections=["chosen"] if at in chosen else ["default"])
    found = library.search(question, k, collection="chosen")
    passages = (2, 2, 1)  # of each article, its header among them
    assert len(found) == min(k, sum(passages[at] for at in chosen))
    assert {one.article.id for one in found} <= {articles[at].id for at in chosen}
    assert {one.passage for one in found} <= {one.passage for one in library.search(question, 10)}
