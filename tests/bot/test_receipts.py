"""What a receipt has changed is kept as it was, until it is undone or a thousand others came after it."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from contextlib import closing
from dataclasses import asdict, replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from bot import receipts
from bot.receipts import Change, FeedChange, Receipt, Receipts, fingerprint
from index import Article
from index.feeds import Seen, Watched
from index.store import Standing
from tests.samples import ANY_TEXT, BRIDGE, PORT

_FORMAT_1 = """
CREATE TABLE receipts (
    number  INTEGER PRIMARY KEY AUTOINCREMENT,
    admin   INTEGER NOT NULL,
    changes TEXT NOT NULL,
    undone  INTEGER NOT NULL DEFAULT 0
) STRICT;
PRAGMA user_version = 1;
"""


@given(text=ANY_TEXT, title=ANY_TEXT)
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_an_article_comes_back_as_it_was(tmp_path: Path, text: str, title: str) -> None:
    """Whatever characters it has, with the marks of what was put right by hand, and its collections."""
    article = Article(f"x{text}", title, ("Ada Byrne",), "2024-03-05", "Coast Courier", None, "/news/a.txt")
    changes = [Change(article.id, Standing(article, ("title",), ("sport",)), None), Change(PORT.id, None, "a1")]
    with Receipts.opened(tmp_path) as kept:
        number = kept.keep(5, changes)
    with Receipts.opened(tmp_path) as kept:
        assert kept.find(number) == Receipt(5, changes, False, [])


def test_a_feed_comes_back_as_it_was(tmp_path: Path) -> None:
    """With all that was known of it and of its items; one that was not watched before is told by its address."""
    moment = datetime(2025, 4, 28, 12, 30, tzinfo=UTC)
    feed = Watched("https://example.org/feed", moment, "News", '"1"', None, moment, 2, moment, "it was away")
    seen = {"https://example.org/a": Seen("2025-04-28T00:00:00Z", PORT.id, 1)}
    changes = [FeedChange(feed.url, feed, seen), FeedChange("https://example.org/other")]
    with Receipts.opened(tmp_path) as kept:
        found = kept.find(kept.keep(5, [], changes))
    assert found
    assert [(one.url, one.before, dict(one.seen or {})) for one in found.feeds] == [
        (feed.url, feed, seen),
        ("https://example.org/other", None, {}),
    ]


def test_what_is_undone_keeps_no_text(tmp_path: Path) -> None:
    """That it was undone is known; the changes are not needed any more."""
    with Receipts.opened(tmp_path) as kept:
        number = kept.keep(5, [Change(PORT.id, Standing(PORT), None)], [FeedChange("https://example.org/feed")])
        kept.close_case(number)
        assert kept.find(number) == Receipt(5, [], True, [])


def test_old_receipts_are_forgotten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """They hold texts that were removed on purpose."""
    monkeypatch.setattr(receipts, "_KEPT", 2)
    with Receipts.opened(tmp_path) as kept:
        numbers = [kept.keep(5, []) for _ in range(3)]
        assert [kept.find(number) is None for number in numbers] == [True, False, False]


def test_receipts_of_the_version_before_can_still_be_undone(tmp_path: Path) -> None:
    """They say nothing of marks, collections and feeds."""
    known = asdict(PORT)
    del known["id"]
    known.pop("updated", None)
    before = json.dumps(known)
    with closing(sqlite3.connect(tmp_path / "receipts.sqlite")) as old:
        old.executescript(_FORMAT_1)
        rows = [[PORT.id, before, None], [BRIDGE.id, None, "a1"]]
        old.execute("INSERT INTO receipts (admin, changes) VALUES (5, ?)", (json.dumps(rows),))
        old.commit()
    with Receipts.opened(tmp_path) as kept:
        assert kept.find(1) == Receipt(
            5, [Change(PORT.id, Standing(PORT), None), Change(BRIDGE.id, None, "a1")], False, []
        )


def test_a_fingerprint_is_of_all_that_is_known() -> None:
    """Another title makes another article, although the text is the same, as do marks and other collections."""
    same = Article(PORT.text, PORT.title, PORT.authors, PORT.published, PORT.publisher, PORT.url)
    assert fingerprint(Standing(same, (), ("default",))) == fingerprint(Standing(PORT))
    others = [
        *(Standing(PORT), Standing(replace(PORT, title="Port")), Standing(BRIDGE)),
        *(Standing(PORT, ("title",)), Standing(PORT, (), ("sport",))),
    ]
    assert len({fingerprint(one) for one in others}) == 5


def test_a_fingerprint_stays_what_it_was() -> None:
    """Older receipts can still be undone: what an index has learnt of articles since is no part of a fingerprint."""
    first = ("text", "title", "authors", "published", "publisher", "url", "path", "known_as")
    kept = hashlib.sha256(json.dumps({name: getattr(PORT, name) for name in first}).encode()).hexdigest()
    now = replace(PORT, updated="2024-03-06", language="tr", found={"title": "og:title"})
    assert fingerprint(Standing(now)) == kept
