"""ArticleIndex: adding, changing and removing articles."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace

import pytest

from index import Article, ArticleIndex
from index.errors import StoreError, UnknownArticle
from index.records import Added
from tests.samples import BRIDGE, HARVEST, PORT

_REVISED = replace(PORT, text="Elmsford keeps its old quay. Nothing was built.")


def _titles(index: ArticleIndex, question: str) -> list[str | None]:
    return [one.article.title for one in index.search(question)]


def test_articles_are_added_in_order(index: ArticleIndex) -> None:
    """Each article is reported as it came, with its passages, the header counted."""
    told: list[Added] = []
    added = index.add([PORT, HARVEST], progress=told.append)
    assert (
        added
        == told
        == [
            Added(PORT.id, PORT.title, "added", 2),
            Added(HARVEST.id, None, "added", 1),
        ]
    )
    assert index.articles() == [PORT, HARVEST]
    assert index.check() == []


def test_adding_twice_changes_nothing(library: ArticleIndex) -> None:
    """Articles that are there already are unchanged, in the same generation, and the FAISS file is not written."""
    before, written = library.generation, library.settings.articles_home.joinpath("vectors.faiss").stat().st_mtime_ns
    assert [one.status for one in library.add([HARVEST, PORT, BRIDGE])] == ["unchanged"] * 3
    assert library.generation == before == 3
    assert library.settings.articles_home.joinpath("vectors.faiss").stat().st_mtime_ns == written


def test_the_same_url_is_the_same_article(library: ArticleIndex) -> None:
    """Upper case in the host, a fragment and tracking parameters make no other article."""
    again = replace(PORT, url="https://Courier.EXAMPLE.org/port?utm_source=mail&fbclid=7#comments")
    assert library.add([again]) == [Added(PORT.id, PORT.title, "unchanged", 2)]
    assert len(library.articles()) == 3


def test_the_same_text_elsewhere_is_not_added_twice(library: ArticleIndex) -> None:
    """It counts as unchanged, under the id of the article that holds it."""
    copy = replace(HARVEST, title="Frost kills blossoms", url="https://example.org/frost")
    assert library.add([copy]) == [Added(HARVEST.id, None, "unchanged", 1)]
    assert len(library.articles()) == 3


def test_a_changed_article_replaces_the_old_one(library: ArticleIndex) -> None:
    """No search and no answer finds anything of the old text."""
    assert library.add([_REVISED]) == [Added(PORT.id, PORT.title, "updated", 2)]
    assert library.article(PORT.id) == _REVISED
    for question in ("terminal 310 million euros", "Mayor Ines Falk"):
        texts = [one.passage.text for one in library.search(question)]
        assert not any("euros" in text or "Falk" in text for text in texts)
        assert _REVISED.text in texts
    assert library.check() == []
    assert library.stats().passages == 5


def test_duplicates_among_the_new_are_added_once(index: ArticleIndex) -> None:
    """The same article twice in one go is added, then unchanged; a second text at its URL is an update."""
    added = index.add([PORT, HARVEST, PORT, _REVISED, HARVEST])
    assert [one.status for one in added] == ["added", "added", "unchanged", "updated", "unchanged"]
    assert index.article(PORT.id) == _REVISED
    assert len(index.articles()) == 2


def test_the_last_of_several_texts_stays(index: ArticleIndex) -> None:
    """Two texts under one identity in one go leave the second, however often they are added."""
    for _ in range(3):
        index.add([PORT, _REVISED])
        assert index.article(PORT.id) == _REVISED


def test_what_was_added_before_a_failure_is_kept(index: ArticleIndex) -> None:
    """An exception while articles are read loses only those that were not complete, and leaves a good index."""

    def articles() -> Iterator[Article]:
        yield from (Article(f"Story number {number}.") for number in range(9))
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        index.add(articles())
    assert len(index.articles()) == 8
    assert index.check() == []


def test_a_full_disk_keeps_the_earlier_articles(library: ArticleIndex, monkeypatch: pytest.MonkeyPatch) -> None:
    """Articles that were added before the disk was full are kept and searchable, and the index is sound."""
    database = library._store._database  # no setting limits a database's size
    connect = database._connect
    with database.reading() as connection:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]

    def limited() -> sqlite3.Connection:
        connection = connect()
        connection.execute(f"PRAGMA max_page_count = {pages + 8}")
        return connection

    database.close()
    monkeypatch.setattr(database, "_connect", limited)
    with pytest.raises(StoreError, match=r"the disk is full; make room and run the command again"):
        library.add(Article(f"Flood {number}. {'The river rose. ' * 30}") for number in range(24))
    added = len(library.articles()) - 3
    assert 0 < added < 24
    assert len(library.search("river", k=99)) == 5 + added
    assert library.answer("Why was the bridge closed?").article == BRIDGE
    assert library.check() == []


def test_removed_articles_are_returned_and_gone(library: ArticleIndex) -> None:
    """The beginning of an id is enough, and nothing of the article is found any more."""
    assert library.remove([PORT.id[:6]]) == [PORT]
    assert library.articles() == [BRIDGE, HARVEST]
    assert PORT.title not in _titles(library, "terminal in Elmsford")
    assert library.check() == []
    with pytest.raises(UnknownArticle):
        library.article(PORT.id)


def test_a_removed_article_can_be_added_again(library: ArticleIndex) -> None:
    """It is new then, and found."""
    library.remove([PORT.id])
    assert [one.status for one in library.add([PORT])] == ["added"]
    assert _titles(library, "terminal in Elmsford")[0] == PORT.title


def test_the_newest_come_first(library: ArticleIndex) -> None:
    """Articles come by date, in pages, those without one last."""
    assert library.articles() == [BRIDGE, PORT, HARVEST]
    assert library.articles(limit=1, offset=1) == [PORT]


def test_an_empty_index_can_be_emptied_and_derived(index: ArticleIndex) -> None:
    """Nothing to remove, to add or to derive is no error."""
    assert index.remove([]) == []
    assert index.add([]) == []
    index.rebuild()
    index.rebuild(embed=True)
    assert index.check() == []
    assert index.stats().articles == 0
