"""How these tests read sources: by the same door as everyone else."""

from __future__ import annotations

import io
from pathlib import Path

from index import loading
from index.errors import SourceError
from index.records import Article

PAGES = Path(__file__).with_name("pages")
SAMPLE = Path(__file__).parents[3] / "data/articles/iran-azerbaijan-visit.txt"
MAX_BYTES = 100_000


def load(*sources: Path | str, stdin: bytes = b"", max_bytes: int = MAX_BYTES) -> list[Article | SourceError]:
    """Return what loading `sources` yields."""
    return list(loading.load(map(str, sources), max_bytes=max_bytes, stdin=io.BytesIO(stdin)))


def articles(*sources: Path | str, stdin: bytes = b"") -> list[Article]:
    """Return the articles of `sources`; an error among them fails the test."""
    found = load(*sources, stdin=stdin)
    assert [one for one in found if isinstance(one, SourceError)] == []
    return [one for one in found if isinstance(one, Article)]


def messages(found: list[Article | SourceError]) -> list[str]:
    """Return what the errors in `found` say."""
    return [str(one) for one in found if isinstance(one, SourceError)]
