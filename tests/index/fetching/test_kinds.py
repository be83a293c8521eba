"""What kind of thing came: by its content type, else its name, else its first bytes."""

from __future__ import annotations

import pytest

from index.fetching import Fetched, suffix


def kind(content_type: str, path: str = "/", body: bytes = b"Rain fell.") -> str:
    """Return the suffix of what came with these."""
    return suffix(Fetched(f"https://example.org{path}", 200, content_type, None, body))


@pytest.mark.parametrize(
    ("content_type", "expected"),
    [
        ("text/html", ".html"),
        ("application/xhtml+xml", ".html"),
        ("text/markdown", ".md"),
        ("application/x-ndjson", ".jsonl"),
        ("application/pdf", ".pdf"),
        ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx"),
        ("text/plain", ".txt"),
        ("image/png", ""),
        ("video/mp4", ""),
    ],
)
def test_the_content_type_comes_first(content_type: str, expected: str) -> None:
    """Where it says something, the name and the first bytes do not matter."""
    assert kind(content_type) == expected
    assert kind(content_type, "/page.php", b"Rain.") == expected


@pytest.mark.parametrize("content_type", ["", "text/plain", "application/octet-stream"])
@pytest.mark.parametrize(
    ("path", "expected"),
    [("/a.md", ".md"), ("/a.JSONL", ".jsonl"), ("/a.htm", ".htm"), ("/a.pdf?x=.txt", ".pdf"), ("/a%2Emd", ".md")],
)
def test_a_name_says_more_than_a_vague_content_type(content_type: str, path: str, expected: str) -> None:
    """Servers send files that they do not know as plain text, or as bytes."""
    assert kind(content_type, path) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (b"<!DOCTYPE html><p>Rain.", ".html"),
        (b"\xef\xbb\xbf \n<HTML lang=en>", ".html"),
        (b'<?xml version="1.0"?>\n<!-- a --><!-- b -->\n<html>', ".html"),
        (b"%PDF-1.7 ...", ".pdf"),
        (b"PK\x03\x04.... word/document.xml", ".docx"),
        (b"PK\x03\x04.... photo.png", ""),
        (b'\n{"text": "Rain."}', ".jsonl"),
        (b"Rain <b>fell</b> in <html>.", ".txt"),
        (b"<headline>Rain</headline>", ".txt"),
        (b"", ".txt"),
    ],
)
def test_the_first_bytes_say_the_rest(body: bytes, expected: str) -> None:
    """A name without a suffix, or with one of a program, says nothing."""
    assert kind("application/octet-stream", "/download.php", body) == expected
    assert kind("", "/2026/rain", body) == expected
