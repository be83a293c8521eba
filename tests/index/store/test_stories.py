"""Articles of one story are found when they are added, and stay together."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest

from index import Article
from index.edits import Edit
from index.records import Copy
from index.store import Embedded, Store
from tests.agency import FLASH, LAST_PART, REPORT, SHORTENED, UPDATE, WITH_OWN
from tests.samples import EAST, HARVEST, passage, rows

from .toys import TOY, put


@pytest.fixture
def store(home: Path) -> Iterator[Store]:
    """Return a new, empty store."""
    with closing(Store(home)) as opened:
        yield opened


def _ids(copies: tuple[Copy, ...]) -> list[str]:
    return [one.id for one in copies]


def _all(home: Path, query: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(home / "articles.sqlite")) as connection:
        return connection.execute(query).fetchall()


def test_a_copy_names_those_that_came_before(store: Store) -> None:
    """What was added tells which articles have the same story, in the order in which they came."""
    assert put(store, REPORT).same_story == ()
    assert put(store, HARVEST).same_story == ()
    report = Copy(REPORT.id, REPORT.title, REPORT.published, REPORT.publisher, REPORT.url)
    assert put(store, SHORTENED).same_story == (report,)
    assert _ids(put(store, WITH_OWN).same_story) == [REPORT.id, SHORTENED.id]
    assert put(store, UPDATE).same_story == put(store, FLASH).same_story == ()
    assert _ids(store.stories.copies(SHORTENED.id)) == [REPORT.id, WITH_OWN.id]
    assert store.stories.counts() == {REPORT.id: 2, SHORTENED.id: 2, WITH_OWN.id: 2}


def test_what_is_known_already_tells_its_story_too(store: Store) -> None:
    """An article that is added again unchanged names the others, as it did at first."""
    put(store, REPORT)
    first, again = put(store, SHORTENED), put(store, SHORTENED)
    assert again == replace(first, status="unchanged")


def test_the_whole_joins_its_parts(store: Store) -> None:
    """Two parts that have too little in common are one story once an article has both."""
    put(store, SHORTENED)
    assert put(store, LAST_PART).same_story == ()
    assert _ids(put(store, REPORT).same_story) == [SHORTENED.id, LAST_PART.id]
    assert _ids(store.stories.copies(LAST_PART.id)) == [SHORTENED.id, REPORT.id]


@pytest.mark.parametrize("order", list(permutations((REPORT, LAST_PART, UPDATE))))
def test_a_report_and_its_update_are_not_joined_by_what_both_have(store: Store, order: tuple[Article, ...]) -> None:
    """A part without the number that changed is of the one or the other, whichever comes first."""
    for article in order:
        put(store, article)
    assert UPDATE.id not in _ids(store.stories.copies(REPORT.id))
    assert sorted(store.stories.counts().values()) == [1, 1]


def test_a_story_outlives_its_first_article(store: Store, home: Path) -> None:
    """The others stay together, the next copy finds them, and of what is gone nothing is left."""
    for article in (REPORT, SHORTENED, WITH_OWN):
        put(store, article)
    store.remove([REPORT.id])
    assert _ids(store.stories.copies(SHORTENED.id)) == [WITH_OWN.id]
    assert _ids(put(store, REPORT).same_story) == [SHORTENED.id, WITH_OWN.id]
    store.remove([REPORT.id, SHORTENED.id, WITH_OWN.id])
    assert _all(home, "SELECT * FROM stories") == _all(home, "SELECT * FROM bands") == []


def test_a_changed_text_leaves_its_story(store: Store, home: Path) -> None:
    """What was a copy under this address has become an update: the others stay without it."""
    for article in (REPORT, SHORTENED, WITH_OWN):
        put(store, article)
    changed = put(store, replace(SHORTENED, text=UPDATE.text))
    assert (changed.status, changed.same_story) == ("updated", ())
    assert store.stories.counts() == {REPORT.id: 1, WITH_OWN.id: 1}
    assert _all(home, "SELECT count(*) FROM stories") == [(3,)]
    assert _all(home, "SELECT count(*) FROM bands") == [(3 * 128,)]


def test_what_is_put_right_keeps_its_story(store: Store) -> None:
    """Another title changes nothing of what the text is a copy of."""
    put(store, REPORT)
    put(store, SHORTENED)

    def make(article: Article) -> Embedded:
        return [passage(article)], rows(EAST)

    store.edit(REPORT.id, Edit(title="Ferry aground"), make, TOY)
    assert [one.title for one in store.stories.copies(SHORTENED.id)] == ["Ferry aground"]


def test_a_story_goes_on_however_many_copies_it_has(store: Store) -> None:
    """More copies than are looked at word for word: each finds the story, and names twenty of them."""
    copies = [replace(WITH_OWN, text=f"Edition of {name}. {REPORT.text}") for name in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"]
    added = [put(store, one) for one in copies]
    assert [len(one.same_story) for one in added] == [min(number, 20) for number in range(26)]
    assert set(store.stories.counts().values()) == {25}
    assert len(store.stories.copies(copies[0].id)) == 25


def test_articles_of_an_older_index_are_compared_when_the_next_comes(store: Store, home: Path) -> None:
    """They are as after an upgrade: known, and not yet compared, more of them than go into one transaction."""
    others = [Article(f"{number} {REPORT.text.replace('ferry', f'ship-{number}')}") for number in range(70)]
    for article in (REPORT, SHORTENED, *others):
        put(store, article)
    with closing(sqlite3.connect(home / "articles.sqlite")) as connection:
        connection.executescript("DELETE FROM bands; UPDATE stories SET story = NULL")
    assert store.stories.copies(REPORT.id) == ()
    store.remove([others[0].id])
    assert set(_ids(put(store, WITH_OWN).same_story)[:2]) == {REPORT.id, SHORTENED.id}
    assert SHORTENED.id in _ids(store.stories.copies(REPORT.id))
    assert _all(home, "SELECT count(*) FROM stories WHERE story IS NULL") == [(0,)]
    assert _all(home, "SELECT count(*) FROM bands") == [(72 * 128,)]
