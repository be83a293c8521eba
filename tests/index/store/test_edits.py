"""One index on disk: articles that are put right, and added again afterwards."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from index import Article
from index.edits import Edit
from index.errors import EditError, ModelMismatch, UnknownArticle
from index.records import Added
from index.store import Embedded, Model, Store
from tests.samples import BRIDGE, EAST, HARVEST, NORTH, PORT, passage, rows

from .toys import TOY, found, put

_ELSEWHERE = "https://courier.example.org/terminal"


def _edit(store: Store, article: Article, edit: Edit) -> Article:
    return store.edit(article.id, edit, _toward(NORTH), TOY)


def _toward(vector: tuple[float, ...]) -> Callable[[Article], Embedded]:
    return lambda article: ([passage(article)], rows(vector))


def test_an_article_is_put_right_in_one_step(store: Store) -> None:
    """It has its new words under the same id, its passages are new ones, and the generation has grown by one."""
    put(store, PORT, EAST)
    edited = _edit(store, PORT, Edit(title="A harbour", authors=("Ann Lee",), published=None))
    assert (edited.id, edited.title, edited.authors, edited.published) == (PORT.id, "A harbour", ("Ann Lee",), None)
    assert (store.articles(), store.generation()) == ([edited], 2)
    with store.snapshot() as snapshot:
        assert snapshot.nearest(rows(NORTH)[0], 5) == [(2, 1.0)]
        assert [number for number, _ in snapshot.matching("harbour", 5)] == [2]
        assert snapshot.matching("doubles", 5) == []
    store.save_vectors()
    assert store.check() == []


def test_the_same_source_again_is_unchanged(store: Store) -> None:
    """What extraction found before does not come back, and nothing is written."""
    put(store, PORT)
    edited = _edit(store, PORT, Edit(title="A harbour"))
    assert put(store, PORT) == store.due(PORT) == Added(PORT.id, "A harbour", "unchanged", 1)
    assert (store.articles(), store.generation()) == ([edited], 2)


def test_a_changed_text_keeps_what_was_put_right(store: Store) -> None:
    """The text and other fields are the new ones, and the hand's fields stay, for all later changes too."""
    put(store, PORT)
    _edit(store, PORT, Edit(title="A harbour"))
    _edit(store, PORT, Edit(publisher=None))
    for text in ("The port stays closed.", "The port is open."):
        changed = replace(PORT, text=text, authors=("Tom Reed",))
        due = store.due(changed)
        assert due == replace(changed, title="A harbour", publisher=None)
        assert put(store, due) == Added(PORT.id, "A harbour", "updated", 1)
        assert store.articles() == [due]


def test_an_article_that_was_put_right_meanwhile_is_due_otherwise(store: Store) -> None:
    """Passages that were made before the edit are not stored."""
    put(store, PORT)
    changed = replace(PORT, text="The port stays closed.")
    assert store.due(changed) == changed
    _edit(store, PORT, Edit(title="A harbour"))
    assert store.put(changed, [passage(changed)], rows(EAST), TOY) is None
    assert store.article(PORT.id).text == PORT.text


def test_the_id_stays_when_the_address_changes(store: Store) -> None:
    """Under its old address and its new one it is the same article, which both replace and neither adds."""
    put(store, PORT)
    edited = _edit(store, PORT, Edit(url=_ELSEWHERE))
    assert (edited.id, edited.url, edited.identity) == (PORT.id, _ELSEWHERE, PORT.url)
    assert store.articles() == [edited]
    assert put(store, PORT).status == "unchanged"
    for url in (PORT.url, _ELSEWHERE):
        due = store.due(Article(f"What {url} says now.", url=url))
        assert isinstance(due, Article)
        assert (due.id, due.url) == (PORT.id, _ELSEWHERE)
        assert put(store, due).status == "updated"
    assert len(store.articles()) == 1


def test_an_address_can_be_given_and_taken_away(store: Store) -> None:
    """A text without an address gets one, loses it again, and is the same article all the time."""
    put(store, HARVEST)
    assert _edit(store, HARVEST, Edit(url=_ELSEWHERE)).id == HARVEST.id
    assert put(store, HARVEST).status == "unchanged"
    assert _edit(store, HARVEST, Edit(url=None)) == HARVEST
    assert store.articles() == [HARVEST]


@pytest.mark.parametrize("taken", [PORT.url, _ELSEWHERE])
def test_an_address_that_another_article_has_is_refused(store: Store, taken: str) -> None:
    """Neither the one that it has now nor the one that it is known by; the error names it, and nothing changes."""
    put(store, PORT)
    put(store, BRIDGE)
    _edit(store, PORT, Edit(url=_ELSEWHERE))
    with pytest.raises(EditError) as error:
        _edit(store, BRIDGE, Edit(url=taken, title="Lost"))
    assert str(error.value) == (
        f"{taken} is the address of another article, {PORT.id} (Elmsford doubles its port); give another address, "
        f"or remove that article first"
    )
    assert store.article(BRIDGE.id) == BRIDGE
    assert store.generation() == 3


def test_its_own_address_is_not_taken(store: Store) -> None:
    """The address that it has already can be given again."""
    put(store, PORT)
    assert _edit(store, PORT, Edit(url=PORT.url)) == PORT


def test_what_can_not_be_made_changes_nothing(store: Store) -> None:
    """An unknown id, another model, and passages that can't be made leave all as it was."""
    put(store, PORT)
    with pytest.raises(UnknownArticle):
        store.edit("ffff", Edit(title="x"), _toward(NORTH), TOY)
    with pytest.raises(ModelMismatch):
        store.edit(PORT.id, Edit(title="x"), _toward(NORTH), Model("other", 3))
    with pytest.raises(ZeroDivisionError):
        store.edit(PORT.id, Edit(title="x"), lambda _: 1 / 0, TOY)  # type: ignore[arg-type,return-value]  # fails
    assert (store.articles(), store.generation()) == ([PORT], 1)
    assert found(store, "terminal") == ([passage(PORT)], [passage(PORT)])


def test_a_removed_article_comes_back_as_it_is_found(store: Store) -> None:
    """What was put right is forgotten with the article."""
    put(store, PORT)
    _edit(store, PORT, Edit(title="A harbour"))
    store.remove([PORT.id])
    assert put(store, PORT).status == "added"
    assert store.articles() == [PORT]
