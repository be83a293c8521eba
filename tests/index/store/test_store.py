"""One index on disk: every change of its articles is a transaction."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from index import Article
from index.errors import UnknownArticle
from index.records import Added
from index.store import Store, exists
from tests.samples import BRIDGE, EAST, HARVEST, NORTH, PORT, UP, passage

from .toys import found, put

_REVISED = replace(PORT, text="The port of Elmsford stays closed.")


def test_there_is_an_index_once_it_was_opened(home: Path) -> None:
    """A home has an index after the first opening, and not before."""
    assert exists(home) is False
    Store(home).close()
    assert exists(home) is True


def test_a_new_article_is_added(store: Store) -> None:
    """It is in the store under its id, the generation has grown by one, and both searches find it."""
    assert put(store, PORT) == Added(PORT.id, "Elmsford doubles its port", "added", 1)
    assert store.generation() == 1
    assert store.articles() == [PORT]
    assert found(store, "terminal") == ([passage(PORT)], [passage(PORT)])


def test_adding_again_changes_nothing(store: Store) -> None:
    """The same article is unchanged, in the same generation."""
    put(store, PORT)
    assert store.due(PORT) == put(store, PORT) == Added(PORT.id, PORT.title, "unchanged", 1)
    assert store.generation() == 1


def test_the_same_text_under_another_identity_is_unchanged(store: Store) -> None:
    """It is named by the id of the article that holds the text, and not added twice."""
    put(store, HARVEST)
    copy = replace(HARVEST, title="Frost", url="https://example.org/frost")
    assert store.due(copy) == put(store, copy) == Added(HARVEST.id, None, "unchanged", 1)
    assert store.articles() == [HARVEST]


def test_a_changed_text_takes_the_place_of_the_old(store: Store) -> None:
    """Under the same identity the new text is found, and nothing of the old one, by words or by vectors."""
    put(store, PORT)
    assert store.due(_REVISED) == _REVISED
    assert put(store, _REVISED, NORTH) == Added(PORT.id, PORT.title, "updated", 1)
    assert store.generation() == 2
    assert store.articles() == [_REVISED]
    assert found(store, "terminal") == ([], [passage(_REVISED)])
    assert found(store, "closed") == ([passage(_REVISED)], [passage(_REVISED)])


def test_changed_metadata_are_a_change(store: Store) -> None:
    """The same text with another title is updated, since title and header are searched too."""
    put(store, PORT)
    assert put(store, replace(PORT, title="A new terminal")).status == "updated"
    assert store.article(PORT.id).title == "A new terminal"


def test_a_removed_article_is_gone(store: Store) -> None:
    """Neither words nor vectors lead to it, and the others stay."""
    for article, vector in ((PORT, EAST), (BRIDGE, NORTH)):
        put(store, article, vector)
    assert store.remove([PORT.id[:8]]) == [PORT]
    assert store.generation() == 3
    assert found(store, "terminal cracks") == ([passage(BRIDGE)], [passage(BRIDGE)])


def test_all_are_removed_or_none(store: Store) -> None:
    """An unknown id among others leaves everything as it was."""
    put(store, PORT)
    with pytest.raises(UnknownArticle):
        store.remove([PORT.id, "ffff"])
    assert (store.articles(), store.generation()) == ([PORT], 1)


def test_an_article_is_removed_once(store: Store) -> None:
    """Its id given twice counts once; nothing given changes nothing."""
    put(store, PORT)
    assert store.remove([PORT.id, PORT.id[:5]]) == [PORT]
    assert store.remove([]) == []
    assert store.generation() == 2


@pytest.mark.parametrize("id", ["", "ffff", "%", "_", "'; DROP TABLE articles", "\udcff", "\x00", "é"])
def test_an_unknown_id_is_an_error(store: Store, id: str) -> None:
    """The error quotes the id and says where all are to be found."""
    put(store, PORT)
    with pytest.raises(UnknownArticle) as error:
        store.article(id)
    assert str(error.value) == f"no article has the id {id!r}; `python -m index list` shows them all"


def test_an_ambiguous_id_is_an_error(store: Store) -> None:
    """A beginning that several ids share is not enough."""
    articles = [Article(f"Text {number}.") for number in range(17)]
    for article in articles:
        put(store, article)
    first = max(articles, key=lambda one: sum(other.id[0] == one.id[0] for other in articles)).id[0]
    count = sum(article.id[0] == first for article in articles)
    with pytest.raises(UnknownArticle) as error:
        store.article(first)
    assert str(error.value) == f"{count} articles have ids that begin with {first}: give more of it"


def test_an_article_that_stays_outlives_the_others(store: Store) -> None:
    """After adding, changing and removing, the three stores hold the same passages."""
    for article, vector in ((PORT, EAST), (BRIDGE, NORTH), (HARVEST, UP), (_REVISED, NORTH)):
        put(store, article, vector)
    store.remove([BRIDGE.id])
    store.save_vectors()
    assert store.check() == []
    assert (store.stats().articles, store.stats().passages) == (2, 2)


def test_a_page_saved_elsewhere_is_unchanged(store: Store) -> None:
    """An article with a URL that comes from another file says nothing new."""
    page = Article("The ferry sails again.", url="https://news.example/ferry", path="/tmp/one.html")
    put(store, page)
    known = store.due(Article(page.text, url=page.url, path="/tmp/two.html"))
    assert known == Added(page.id, None, "unchanged", 1)
