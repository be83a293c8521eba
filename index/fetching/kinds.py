"""What kind of thing came from an address: the suffix that it would have as a file."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from index.fetching.fetched import Fetched

_SUFFIXES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/markdown": ".md",
    "text/x-markdown": ".md",
    "application/jsonl": ".jsonl",
    "application/jsonlines": ".jsonl",
    "application/x-jsonlines": ".jsonl",
    "application/ndjson": ".jsonl",
    "application/x-ndjson": ".jsonl",
    "application/pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
}
# What servers call a file when they know no better: its name may tell more, and so may its first bytes.
_VAGUE = ("", "text/plain", "application/octet-stream", "binary/octet-stream", "application/json")
_NAMES = {*_SUFFIXES.values(), ".txt", ".htm", ".markdown"}
_HEAD = 4096  # bytes that are looked at
_PAGE = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).)*-->\s*)*<(?:!doctype html|html|head|body)\b", re.I | re.S
)


def suffix(fetched: Fetched) -> str:
    """Return the suffix of what came, such as ".html": by its content type, else its name, else its first bytes.

    It is empty where it is nothing that could hold an article.
    """
    if fetched.content_type not in _VAGUE:
        return _SUFFIXES.get(fetched.content_type, "")
    named = PurePosixPath(unquote(urlsplit(fetched.url).path)).suffix.lower()
    return named if named in _NAMES else _by_first_bytes(fetched.body)


def _by_first_bytes(body: bytes) -> str:
    """Return the suffix that fits how `body` begins."""
    head = body[:_HEAD].removeprefix(b"\xef\xbb\xbf")
    if head.startswith(b"%PDF-"):
        return ".pdf"
    if head.startswith(b"PK\x03\x04"):
        return ".docx" if b"word/" in body else ""
    if _PAGE.match(head):
        return ".html"
    if head.lstrip().startswith(b"{"):
        return ".jsonl"
    return ".txt"
