"""What a receipt has changed is kept as it was, until it is undone or a thousand others came after it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from bot import receipts
from bot.receipts import Change, Receipt, Receipts, fingerprint
from index import Article
from tests.samples import ANY_TEXT, BRIDGE, PORT


@given(text=ANY_TEXT, title=ANY_TEXT)
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_an_article_comes_back_as_it_was(tmp_path: Path, text: str, title: str) -> None:
    """Whatever characters it has."""
    article = Article(f"x{text}", title, ("Ada Byrne",), "2024-03-05", "Coast Courier", None, "/news/a.txt")
    with Receipts.opened(tmp_path) as kept:
        number = kept.keep(5, [Change(article.id, article, None), Change(PORT.id, None, fingerprint(PORT))])
    with Receipts.opened(tmp_path) as kept:
        found = kept.find(number)
    assert found == Receipt(5, [Change(article.id, article, None), Change(PORT.id, None, fingerprint(PORT))], False)


def test_what_is_undone_keeps_no_text(tmp_path: Path) -> None:
    """That it was undone is known; the changes are not needed any more."""
    with Receipts.opened(tmp_path) as kept:
        number = kept.keep(5, [Change(PORT.id, PORT, None)])
        kept.close_case(number)
        assert kept.find(number) == Receipt(5, [], True)


def test_old_receipts_are_forgotten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """They hold texts that were removed on purpose."""
    monkeypatch.setattr(receipts, "_KEPT", 2)
    with Receipts.opened(tmp_path) as kept:
        numbers = [kept.keep(5, []) for _ in range(3)]
        assert [kept.find(number) is None for number in numbers] == [True, False, False]


def test_a_fingerprint_is_of_all_that_is_known() -> None:
    """Another title makes another article, although the text is the same."""
    same = Article(PORT.text, PORT.title, PORT.authors, PORT.published, PORT.publisher, PORT.url)
    other = Article(PORT.text, "Port", PORT.authors, PORT.published, PORT.publisher, PORT.url)
    assert fingerprint(same) == fingerprint(PORT)
    assert len({fingerprint(one) for one in (PORT, other, BRIDGE)}) == 3
