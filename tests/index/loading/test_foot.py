"""The foot of a copied page: where it begins, and which publisher it names."""

from __future__ import annotations

import pytest

from index.loading.foot import find_foot, find_publisher

LONG = "The river left on a Tuesday, the old women of the village say, and nobody has seen it since."


@pytest.mark.parametrize(
    ("below", "kept"),
    [
        (["Tags:", "River", "Latest"], 0),
        (["", "Jane Doe", "Follow her on X"], 1),
        (["- a list", "- goes on", "Share", "Print"], 2),
        (["They wait.", "Sign up for our newsletter to get the day's top stories."], 1),
        (["3 Comments", "John", "I have seen it, it is behind the hill where it always was."], 0),
        (["Source: The Courier"], 0),
        (["Source: a long study of the river and its people"], 1),
        (["© 2024 The Courier. All rights reserved."], 0),
        (["no end"], 1),
        ([], 0),
    ],
)
def test_the_foot_begins_at_the_first_chrome_below_the_text(below: list[str], kept: int) -> None:
    """Tags, links, comments and notices are the foot; what comes before them stays."""
    assert find_foot([LONG, *below], {"Jane Doe"}) == 1 + kept


def test_a_list_that_a_sentence_introduces_is_no_foot() -> None:
    """Words below a colon are its list, whatever they are."""
    assert find_foot(["These buttons stand below every text of the page:", "Share", "Print"], set()) == 3


def test_lines_without_any_text_have_no_foot() -> None:
    """Where no line is surely of the article, all stay."""
    assert find_foot(["Share", "Print"], set()) == 2


@pytest.mark.parametrize(
    ("text", "foot", "publisher"),
    [
        ("", ["Stay up-to-date with more news on Trend News Agency's WhatsApp channel"], "Trend News Agency"),
        ("", ["Follow The Courier on Telegram"], "The Courier"),
        ("", ["Tags:", "Copyright © 2024 The Associated Press. All rights reserved."], "The Associated Press"),
        ("", ["© 2019-2024 The Courier"], "The Courier"),
        ("", ["Источник: РИА Новости"], "РИА Новости"),
        ("LONDON, March 3 (Reuters) - Oil rose.", [], "Reuters"),
        ("MIAMI (AP) — A storm hit the coast.", ["Share"], "AP"),
        ("The union (founded in 1998) - a small one - won.", ["Follow us on Telegram"], None),
        ("Oil rose.", ["Share", "Print"], None),
    ],
)
def test_the_publisher_is_named_in_the_foot_or_the_dateline(text: str, foot: list[str], publisher: str | None) -> None:
    """Channels, notices, sources and datelines name who published."""
    assert find_publisher(text, foot) == publisher
