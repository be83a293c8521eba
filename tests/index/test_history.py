"""What an article was before a change is put back, with all that is kept of it."""

from __future__ import annotations

from dataclasses import replace

from index import Article, ArticleIndex
from index.store import Standing
from tests.samples import BRIDGE, HARVEST, PORT


def test_what_was_edited_is_put_back(library: ArticleIndex) -> None:
    """The fields and the marks of what was put right by hand: the next text comes as its source has it."""
    before = library.history.of(PORT.id)
    library.edit(PORT.id, title="A new port", collections=["sport"])
    edited = library.history.of(PORT.id)
    assert edited
    assert (edited.article.title, edited.edited, edited.collections) == ("A new port", ("title",), ("sport",))
    assert before == Standing(PORT, (), ("default",))
    assert library.history.put_back([before]) == []
    assert library.history.of(PORT.id) == before
    library.add([replace(PORT, title="The port", text="It was closed.")])
    assert library.article(PORT.id).title == "The port"
    assert library.history.put_back([edited]) == []
    assert library.history.of(PORT.id) == edited
    assert library.check() == []


def test_what_was_removed_is_put_back(library: ArticleIndex) -> None:
    """And found again by its words."""
    library.edit(PORT.id, title="A new port")
    before = library.history.of(PORT.id)
    library.remove([PORT.id])
    assert library.history.of(PORT.id) is None
    assert before
    library.history.put_back([before])
    assert library.history.of(PORT.id) == before
    assert library.search("What did the new terminal cost?")[0].article.id == PORT.id
    assert library.check() == []


def test_an_address_that_another_has_now_is_said(library: ArticleIndex) -> None:
    """That article is not put back, and the others are."""
    before = [library.history.of(one.id) for one in (PORT, BRIDGE)]
    library.remove([PORT.id, BRIDGE.id])
    library.edit(HARVEST.id, url=PORT.url)
    [error] = library.history.put_back(one for one in before if one)
    assert HARVEST.id in str(error)
    assert library.history.of(PORT.id) is None
    assert library.find(BRIDGE.id) == BRIDGE


def test_what_stands_in_the_place_of_an_article_is_known(library: ArticleIndex) -> None:
    """By its identity, by the address that was given to it since, and by its text."""
    library.edit(BRIDGE.id, url="https://courier.example.org/bridge")
    for article, id in (
        (replace(PORT, text="It was closed."), PORT.id),
        (Article("It was closed.", url="https://courier.example.org/bridge"), BRIDGE.id),
        (Article(HARVEST.text, url="https://courier.example.org/harvest"), HARVEST.id),
    ):
        before = library.history.before(article)
        assert before
        assert before.article.id == id
    assert library.history.before(Article("Nobody has written this.")) is None
