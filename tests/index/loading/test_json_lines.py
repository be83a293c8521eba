"""JSON Lines: one article a line; what is odd about it is left out, what is broken is said."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from index import loading
from index.records import Article
from tests.index.loading.reading import articles, load, messages


def read(tmp_path: Path, **given: Any) -> Article:
    """Return the article of one line with what is `given`."""
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"text": "Rain.", **given}))
    [article] = articles(path)
    return article


def test_a_line_gives_an_article_with_its_metadata(tmp_path: Path) -> None:
    """All six keys are read."""
    article = read(
        tmp_path,
        url="https://Example.org/a?utm_source=x",
        title="Title",
        authors=["Jane Doe", "John Roe"],
        published="2022-06-17",
        publisher="The Courier",
    )
    assert article == Article(
        "Rain.", "Title", ("Jane Doe", "John Roe"), "2022-06-17", "The Courier", "https://example.org/a"
    )


@pytest.mark.parametrize(
    ("key", "value", "read_as"),
    [
        ("title", 7, None),
        ("title", ["A"], None),
        ("title", " a\n b ", "a b"),
        ("authors", "Jane Doe", ("Jane Doe",)),
        ("authors", None, ()),
        ("authors", {"name": "Jane"}, ()),
        ("authors", ["Jane Doe", None, {"name": "x"}, 7, " ", "Jane Doe"], ("Jane Doe",)),
        ("published", "garbage", None),
        ("published", 20220617, None),
        ("published", "2022-06-17T10:00:00Z", "2022-06-17T10:00:00+00:00"),
        ("published", "2022-06-17T10:00:00+04:00", "2022-06-17T10:00:00+04:00"),
        ("published", "2022-06-17 10:00", "2022-06-17T10:00:00"),
        ("publisher", {"name": "x"}, None),
        ("url", "not a url", None),
        ("url", "http://[bad", None),
        ("url", "ftp://example.org/a", None),
        ("url", 7, None),
    ],
)
def test_odd_metadata_is_left_out(tmp_path: Path, key: str, value: object, read_as: object) -> None:
    """An odd value becomes none at all and is no failure."""
    assert getattr(read(tmp_path, **{key: value}), key) == read_as


def test_broken_lines_are_said_with_their_number_and_the_others_go_on(tmp_path: Path) -> None:
    """Each broken line leaves its error in its place; blank lines count and say nothing."""
    path = tmp_path / "a.jsonl"
    lines = [
        b'{"text": "one"}',
        b"",
        b"{oops",
        b"[1]",
        b'{"title": "x"}',
        b'{"text": 7}',
        b'{"text": "\xff"}',
        b"[" * 9999,
    ]
    path.write_bytes(b"\n".join([*lines, b'{"text": "' + b"x" * 20_000 + b'"}', b'{"text": "two\\u2028three"}']))
    found = load(path, max_bytes=20_000)
    assert [one.text for one in found if isinstance(one, Article)] == ["one", "two\nthree"]
    said = messages(found)
    assert said[1:5] == [
        f'{path} line 4: no JSON object; write {{"text": "..."}}',
        f'{path} line 5: no "text" in it; every line needs one',
        f'{path} line 6: no "text" in it; every line needs one',
        f"{path} line 7: not UTF-8 at byte 10; save it as UTF-8",
    ]
    assert said[0].startswith(f"{path} line 3: no JSON (Expecting property name")
    assert said[5].startswith(f"{path} line 8: no JSON (")
    assert said[6].startswith(f"{path} line 9: larger than the 20,000 bytes")
    assert len(said) == 7


def test_lines_end_at_line_feeds_only(tmp_path: Path) -> None:
    """Other line ends are part of a line."""
    path = tmp_path / "a.jsonl"
    path.write_bytes('{"text": "a\u2028b"}\r\n{"text": \r"c"}'.encode())
    assert [article.text for article in articles(path)] == ["a\nb", "c"]


def test_a_long_file_is_streamed() -> None:
    """The first article is there before the second line is read."""
    taken = []

    class Lines(io.BytesIO):
        def readline(self, size: int | None = -1) -> bytes:
            line = super().readline(size)
            taken.append(line)
            return line

    found: Iterator[object] = loading.load(["-"], max_bytes=100, stdin=Lines(b'{"text": "one"}\n{"text": "two"}\n'))
    next(found)
    assert taken == [b'{"text": "one"}\n']


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"\n\n", "empty; there is nothing to add"),
        ('{"text": "a"}\n'.encode("utf-16"), "UTF-16, but JSON Lines are UTF-8; save it as UTF-8"),
    ],
)
def test_a_file_without_lines_is_an_error(data: bytes, reason: str, tmp_path: Path) -> None:
    """A file that can't hold a line is said once."""
    path = tmp_path / "a.jsonl"
    path.write_bytes(data)
    assert messages(load(path)) == [f"{path}: {reason}"]
