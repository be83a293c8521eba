"""The vocabulary: articles with their identity, header and offsets."""

from __future__ import annotations

import dataclasses
import hashlib

import pytest

from index import Answer, Article, Candidate, Passage
from index.records import Span, day
from tests.samples import BRIDGE, HARVEST, PORT, passage

_TEXT = "Rain fell."


def test_an_article_is_normalised() -> None:
    """Text, metadata and URL are brought to their normal form, so that offsets stay true."""
    article = Article(
        text=" Cafe\u0301\r\nopen ",
        title=" A\n title ",
        authors=["Ann\tLee", " ", "Bo"],
        published="",
        publisher="\u00a0",
        url="HTTPS://Example.org/a?utm_source=x#b",
    )
    assert article.text == "Caf\u00e9\nopen"
    assert article.title == "A title"
    assert article.authors == ("Ann Lee", "Bo")
    assert article.published is None
    assert article.publisher is None
    assert article.url == "https://example.org/a"


@pytest.mark.parametrize("text", ["", " \r\n\u2028", "\x00"])
def test_an_article_without_text_is_refused(text: str) -> None:
    """Nothing but blanks and control characters is no text."""
    with pytest.raises(ValueError, match="an article needs a text"):
        Article(text)


@pytest.mark.parametrize("published", ["yesterday", "2022-13-01", "17.06.2022"])
def test_a_date_that_is_not_iso_8601_is_refused(published: str) -> None:
    """A date in another form than ISO 8601 is a ValueError that quotes it."""
    with pytest.raises(ValueError, match=r"Invalid isoformat string|month must be"):
        Article(_TEXT, published=published)


def test_records_never_change() -> None:
    """An article's fields can't be set again."""
    with pytest.raises(dataclasses.FrozenInstanceError):
        HARVEST.text = "Other."  # type: ignore[misc]  # that is what is tested


def test_identity_is_the_url_then_the_path_then_the_text() -> None:
    """The canonical URL comes first, then the file, then the hash of the text."""
    digest = "sha256:" + hashlib.sha256(_TEXT.encode()).hexdigest()
    assert Article(_TEXT, url="https://Example.org/a#b", path="/a.txt").identity == "https://example.org/a"
    assert Article(_TEXT, path="/a.txt").identity == "/a.txt"
    assert Article(_TEXT).identity == digest
    assert Article(_TEXT, path="/a.txt").digest == digest


def test_the_same_identity_has_the_same_id() -> None:
    """The id is a hash of the identity: another text at the same URL keeps it, another URL does not."""
    url = "https://example.org/a?id=1"
    article = Article(_TEXT, url=url)
    assert article.id == hashlib.sha256(url.encode()).hexdigest()[:12]
    assert Article("Snow fell.", url="https://EXAMPLE.org/a?utm_medium=m&id=1#top").id == article.id
    assert Article(_TEXT, url="https://example.org/a?id=2").id != article.id


def test_a_path_that_is_not_utf_8_can_be_an_identity() -> None:
    """Bytes of a file name that are no UTF-8 are written as escapes, since the database holds UTF-8 only."""
    assert Article(_TEXT, path="/a\udcff.txt").path == "/a\\udcff.txt"


@pytest.mark.parametrize(
    ("article", "header"),
    [
        (
            PORT,
            "Elmsford doubles its port. Written by Ada Byrne and Tom Reed. Published on 5 March 2024 by Coast Courier.",
        ),
        (BRIDGE, "Orlen bridge closed. Published on 11 April 2024."),
        (HARVEST, ""),
        (Article(_TEXT, title="Why now?"), "Why now?"),
        (Article(_TEXT, title="And then…", publisher="Courier Inc."), "And then… Published by Courier Inc."),
    ],
)
def test_the_header_says_what_is_known(article: Article, header: str) -> None:
    """Title, authors, date and publisher stand on one line, what is not known is left out."""
    assert article.header == header


def test_offsets_point_into_the_line_that_the_field_names() -> None:
    """A passage's field says whether its offsets are those of the header or of the text."""
    assert PORT.read("header")[38:47] == "Ada Byrne"
    assert PORT.read("text")[12:20] == "Elmsford"


@pytest.mark.parametrize(
    ("published", "written"),
    [("2025-04-28", "28 April 2025"), ("2025-04-01T23:30:00+04:00", "1 April 2025"), ("0987-01-02", "2 January 987")],
)
def test_a_day_is_written_out(published: str, written: str) -> None:
    """The day is that of the date as it was given, without its time."""
    assert day(published) == written


def test_context_is_embedded_and_not_shown() -> None:
    """What the model reads has the context in front of the text."""
    assert Passage("It rose.", "text", 0, 8, context="Trade").embedded == "Trade\nIt rose."
    assert Passage("It rose.", "text", 0, 8).embedded == "It rose."


def test_a_span_is_read_from_its_field() -> None:
    """A span's words are those of the header or of the text, as its passage has it."""
    text, header = (Candidate(passage(PORT, field=field), PORT, 1.0, None, None) for field in ("text", "header"))
    assert Span(text, 33, 53, 1.0).text == "4 million containers"
    assert Span(header, 38, 47, 1.0).text == "Ada Byrne"


def test_an_answer_has_no_rival_unless_one_is_given() -> None:
    """Without more, nothing was searched and no other article says otherwise."""
    answer = Answer("?", "not_found", 0.0)
    assert (answer.rival, answer.searched) == (None, 0)
