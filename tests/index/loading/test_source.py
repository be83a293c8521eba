"""A source keeps the limits that hold for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.records import Article
from tests.index.loading.reading import load, messages

TOO_LARGE = "larger than the 10 bytes an article may have; split it, or raise MAX_ARTICLE_MB"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty; there is nothing to add"),
        (b" \r\n\t", "empty; there is nothing to add"),
        (b"\x89PNG\r\n\x00\x1a", "binary, not text; save it as plain text, Markdown or HTML"),
        ("\u200b\ufeff".encode(), "no article text found in it; paste the text into a .txt file and add that"),
        (b"abc\xe9", "not UTF-8 at byte 3; save it as UTF-8"),
        (b"12345678901", TOO_LARGE),
        (b"12345\n67890", TOO_LARGE),
    ],
)
@pytest.mark.parametrize("suffix", [".txt", ".md", ".html"])
def test_bad_input_is_said_with_what_to_do(suffix: str, data: bytes, reason: str, tmp_path: Path) -> None:
    """Each kind of bad content has one short message."""
    path = tmp_path / f"bad{suffix}"
    path.write_bytes(data)
    assert messages(load(path, max_bytes=10)) == [f"{path}: {reason}"]


def test_an_article_of_exactly_the_limit_is_read(tmp_path: Path) -> None:
    """The limit itself is allowed."""
    (tmp_path / "a.txt").write_text("1234567890")
    [found] = load(tmp_path, max_bytes=10)
    assert isinstance(found, Article)
    assert found.text == "1234567890"


def test_line_ends_and_byte_order_marks_do_not_matter(tmp_path: Path) -> None:
    """Mixed line ends become line feeds, and marks at the start are not text."""
    (tmp_path / "a.txt").write_bytes(b"\xef\xbb\xbfone\r\ntwo\rthree\n")
    [found] = load(tmp_path)
    assert isinstance(found, Article)
    assert found.text == "one\ntwo\nthree"
