"""What stands beside a text that is shown."""

from __future__ import annotations

import pytest

from index import Article, Candidate
from index.captions import also, copy, headline, outlets, publisher, quote, source
from index.records import Copy, Span
from tests.samples import PORT, passage

_QUOTE = "The terminal cost $310 million."


@pytest.mark.parametrize(
    ("answer", "shown"),
    [
        ("$310 million", "$310 million"),
        ("million.", "million."),
        ("The terminal cost $310 million", None),
        ("The terminal cost 310 million", None),
        ("The terminal cost $310 millions", "The terminal cost $310 millions"),
        ("$", None),
        ("", None),
    ],
)
def test_an_answer_is_shown_apart_where_it_says_less(answer: str, shown: str | None) -> None:
    """Signs make no difference between an answer and its quote, every word does; a mere sign is no answer."""
    assert headline("How much?", answer, _QUOTE) == shown


def test_an_explanation_is_the_whole_sentence() -> None:
    """A few words do not say why."""
    assert headline("Why so much?", "$310 million", _QUOTE) is None


def test_a_span_is_quoted_with_its_whole_sentences() -> None:
    """All sentences that it touches are quoted, in the text as in the header."""
    text, header = (Candidate(passage(PORT, field=field), PORT, 1.0, 1.0, None) for field in ("text", "header"))
    assert quote(Span(text, 33, 53, 1.0)) == "The port of Elmsford will handle 4 million containers a year from 2026."
    assert quote(Span(text, 67, 75, 1.0)) == PORT.text.partition("\n")[0]
    assert quote(Span(header, 38, 47, 1.0)) == "Written by Ada Byrne and Tom Reed."


def _published(publisher: str | None, title: str, url: str | None = None) -> Article:
    return Article(f"{title}.", title=title, publisher=publisher, url=url)


def test_outlets_go_by_publisher_else_site_else_title() -> None:
    """Each is named once; one of the outlet of the article beside goes by its title."""
    paper, again = _published("Daily Post", "One"), _published("Daily Post", "Two")
    site, own = _published(None, "Three", "https://www.news.example.org/3"), _published(PORT.publisher, "Four")
    untitled = Article("Five stands here.")
    assert outlets([paper, again, site, own, untitled], PORT) == {
        "Daily Post": paper,
        "news.example.org": site,
        "Four": own,
        "Five stands here.": untitled,
    }


@pytest.mark.parametrize(
    ("names", "line"),
    [
        ("", ""),
        ("A", "; also in A"),
        ("AB", "; also in A and B"),
        ("ABC", "; also in A, B and C"),
        ("ABCD", "; also in A, B, C and 1 other"),
        ("ABCDE", "; also in A, B, C and 2 others"),
    ],
)
def test_a_line_names_three_outlets_and_counts_the_others(names: str, line: str) -> None:
    """The last follows "and", as in speech."""
    assert also([_published(name, f"Title {name}") for name in names], PORT) == line


@pytest.mark.parametrize(
    ("known", "line"),
    [
        (
            ("Port opens", "2025-05-03T10:00:00+04:00", "Reuters", "https://a.org/"),
            "“Port opens” (Reuters, 3 May 2025)",
        ),
        (("Port opens", None, None, "https://www.a.org/b"), "“Port opens” (a.org)"),
        ((None, "2025-05-03", None, "https://a.org/b"), "“https://a.org/b” (a.org, 3 May 2025)"),
        ((None, None, None, None), "“3fa9”"),
    ],
)
def test_a_copy_is_named_with_what_is_known(known: tuple[str | None, ...], line: str) -> None:
    """Publisher, else site, and day stand in brackets."""
    title, published, paper, url = known
    assert copy(Copy("3fa9", title, published, paper, url)) == line


def test_a_publisher_stands_with_how_many_others_there_are() -> None:
    """One source, or several; a publisher that is not known is left out."""
    assert [publisher(PORT, others) for others in (0, 1, 1200)] == [
        "Coast Courier",
        "Coast Courier, +1 source",
        "Coast Courier, +1,200 sources",
    ]
    assert (publisher(Article("A."), 2), publisher(Article("A."), 0)) == ("+2 sources", "")


def test_a_source_says_when_it_was_corrected() -> None:
    """Behind the day of publication."""
    article = Article("It rained.", "Rain", (), "2025-04-28", "Trend", updated="2025-05-02T10:00:00+00:00")
    assert source(article) == "Rain, 28 April 2025, updated on 2 May 2025, Trend"
