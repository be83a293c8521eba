"""When a page was changed last, as it says."""

from __future__ import annotations

import pytest

from index.loading.html import read
from index.loading.modified import modified
from tests.index.fetching.serving import ARTICLE

_META = '<meta property="article:modified_time" content="2025-05-02T09:10:00+04:00">'
_JSON = (
    '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2025-04-28T08:00:00Z", '
    '"dateModified": "2025-05-02T09:10:00Z"}</script>'
)


@pytest.mark.parametrize(
    ("head", "date"),
    [
        (_META, "2025-05-02T09:10:00+04:00"),
        (_JSON, "2025-05-02T09:10:00+00:00"),
        ('<meta itemprop="dateModified" content="2025-05-02">', "2025-05-02"),
        ('<meta property="og:updated_time" content="2025-05-02">', "2025-05-02"),
        ('<meta property="article:modified_time" content="2999-05-02">', None),
        ('<meta property="article:modified_time" content="now">', None),
        ('<meta property="article:published_time" content="2025-05-02">', None),
        ("", None),
    ],
)
def test_a_page_says_when_it_was_changed(head: str, date: str | None) -> None:
    """In one of the ways that pages have; what is no date, or lies in the future, is none."""
    page = ARTICLE.format(head=head)
    assert modified(page) == date
    assert read(page)[1].updated == date


def test_the_body_may_say_it_too() -> None:
    """By a time that is marked as that of the last change."""
    page = ARTICLE.format(head="").replace(
        "</h1>", '</h1><time itemprop="dateModified" datetime="2025-05-02">2 May</time>'
    )
    assert modified(page) == "2025-05-02"


def test_what_is_no_page_says_nothing() -> None:
    """An empty one, above all."""
    assert modified("") is None
