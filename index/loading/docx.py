"""DOCX: the article in a Word file."""

from __future__ import annotations

from collections.abc import Iterator

from index.loading import document
from index.loading.source import Source
from index.records import Article


def load(source: Source) -> Iterator[Article]:
    """Yield the one article of a Word file. Raises SourceError where there is none."""
    return document.load(source, "docx")
