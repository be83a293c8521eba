"""ArticleIndex: what extraction got wrong is put right."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from typing import Any

import pytest

from index import ArticleIndex, Settings
from index.edits import checked
from index.errors import EditError, UnknownArticle
from tests.samples import BRIDGE, HARVEST, PORT


def test_values_come_in_their_normal_form() -> None:
    """Lines, names, dates as people write them, and addresses are made as an article has them; empty ones are none."""
    given = {"title": " A\n port ", "authors": ["Ann  Lee", "", "Ann Lee", "Bo"], "published": "28 April 2025"}
    assert checked(given) == {"title": "A port", "authors": ("Ann Lee", "Bo"), "published": "2025-04-28"}
    assert checked({"url": "HTTPS://Example.org/a?utm_source=x"}) == {"url": "https://example.org/a"}
    assert checked({"published": "2025-04-28T10:48+04:00"}) == {"published": "2025-04-28T10:48:00+04:00"}
    assert checked({"title": "", "authors": [""], "published": " ", "publisher": None, "url": ""}) == {
        "title": None,
        "authors": (),
        "published": None,
        "publisher": None,
        "url": None,
    }
    assert checked({"authors": "Ann Lee"}) == {"authors": ("Ann Lee",)}


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"published": "yesterday"}, "'yesterday' is no date; write it as 2025-04-28 or 2025-04-28T10:48+04:00"),
        ({"published": "2025-02-30"}, "'2025-02-30' is no date; write it as 2025-04-28 or 2025-04-28T10:48+04:00"),
        ({"url": "example.org/a"}, "'example.org/a' is no address; write it as https://example.org/news/article"),
        ({"url": "https://[::1/"}, "'https://[::1/' is no address; write it as https://example.org/news/article"),
        ({}, "say what to change, one or more of: title, authors, published, publisher, url, collections"),
        ({"text": "x"}, "say what to change, one or more of: title, authors, published, publisher, url, collections"),
    ],
)
def test_what_can_not_be_is_an_error(library: ArticleIndex, given: dict[str, Any], message: str) -> None:
    """The message says what is wrong and what to do, and nothing changes."""
    with pytest.raises(EditError) as error:
        library.edit(PORT.id, **given)
    assert str(error.value) == message
    assert library.articles() == [BRIDGE, PORT, HARVEST]


def test_an_unknown_id_is_an_error(library: ArticleIndex) -> None:
    """The error is that of every other command."""
    with pytest.raises(UnknownArticle):
        library.edit("ffff", title="x")


def test_answers_follow_with_the_next_question(library: ArticleIndex, settings: Settings) -> None:
    """Who wrote it is answered as it was put right, by others that have the index open too."""
    with closing(ArticleIndex.open(settings)) as reader:
        assert "Ada Byrne" in (reader.answer("Who wrote it?", about=PORT.id).quote or "")
        before = library.generation
        edited = library.edit(PORT.id[:6], authors=["Ann Lee"])
        assert (edited, library.generation) == (replace(PORT, authors=("Ann Lee",)), before + 1)
        answer = reader.answer("Who wrote it?", about=PORT.id)
        assert answer.article == edited
        assert "Ann Lee" in (answer.quote or "")
        assert "Ada Byrne" not in (answer.quote or "")
    assert library.check() == []


def test_passages_are_embedded_with_the_new_title(library: ArticleIndex) -> None:
    """They are those of an article that had this title from the start, vectors included."""
    with library._store.snapshot() as snapshot:
        before = snapshot.embedded(PORT)
    library.edit(PORT.id, title="Cargo ships and cranes")
    edited = library.article(PORT.id)
    with library._store.snapshot() as snapshot:
        passages, vectors = snapshot.embedded(edited)
        assert [one.context for one in passages] == ["", "Cargo ships and cranes"]
        assert abs(vectors - before[1]).max() > 0.01
    library.remove([PORT.id])
    library.add([edited])
    with library._store.snapshot() as snapshot:
        again, fresh = snapshot.embedded(edited)
    assert again == passages
    assert abs(vectors - fresh).max() < 1e-5


def test_added_again_it_keeps_what_was_put_right(library: ArticleIndex) -> None:
    """An unchanged text is unchanged, a changed one updated, and the title is the hand's; in one batch too."""
    library.edit(PORT.id, title="A harbour")
    assert [one.status for one in library.add([PORT])] == ["unchanged"]
    changes = [replace(PORT, text=f"The port of Elmsford has {number} cranes.") for number in (5, 6)]
    assert [(one.status, one.title) for one in library.add(changes)] == [("updated", "A harbour")] * 2
    assert library.article(PORT.id) == replace(changes[1], title="A harbour")
    assert library.check() == []


def test_an_edit_while_an_article_is_embedded_is_kept(library: ArticleIndex) -> None:
    """An article that is put right after it was looked at, and before it is stored, is embedded again with that."""
    changed = replace(PORT, text="The port of Elmsford stays closed.")
    store, put = library._store, library._store.put

    def late(*given: Any) -> Any:
        patch.setattr(store, "put", put)
        library.edit(PORT.id, title="A harbour")
        return put(*given)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(store, "put", late)
        [added] = library.add([changed])
    assert (added.status, added.title) == ("updated", "A harbour")
    assert library.article(PORT.id) == replace(changed, title="A harbour")
    with store.snapshot() as snapshot:
        assert snapshot.embedded(library.article(PORT.id))[0][-1].context == "A harbour"


def test_embedding_again_keeps_what_was_put_right(library: ArticleIndex) -> None:
    """After `rebuild --embed` the hand's fields are there, and remembered as the hand's."""
    edited = library.edit(PORT.id, title="A harbour", url="https://courier.example.org/harbour")
    library.rebuild(embed=True)
    assert library.article(PORT.id) == edited
    assert [one.status for one in library.add([PORT])] == ["unchanged"]
