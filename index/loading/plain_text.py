"""Plain text: an article alone, or a page copied with all that stood around it.

What is surely not of the article is taken away; in doubt a line stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.loading.chrome import is_advertising
from index.loading.foot import find_foot, find_publisher
from index.loading.head import read_head
from index.loading.labels import read_labels
from index.loading.metadata import Metadata
from index.loading.prose import is_paragraph
from index.loading.source import Source
from index.loading.wrapping import unwrapped
from index.normal import normalise
from index.records import Article

_PLACES = {
    "title": "the first lines",
    "authors": "the byline",
    "published": "the first lines",
    "publisher": "the foot",
}
_CAPTION = re.compile(r"^image caption[,:]? *", re.IGNORECASE)


def load(source: Source) -> Iterator[Article]:
    """Yield the one article of a plain text. Raises SourceError where there is none."""
    yield source.article(*read(source.text()))


def read(text: str) -> tuple[str, Metadata]:
    """Return the article's own text and what the lines around it say."""
    lines = unwrapped([line.strip() for line in normalise(text).split("\n")])
    labels, taken = read_labels(lines)
    body = _without_blanks(lines[taken:])
    if not any(map(is_paragraph, body)):
        return "\n".join(body), Metadata.of(labels, "a label")
    head = read_head(body)
    known = {head.title, *head.authors} - {None}
    body = [*(part for line in head.kept for part in (line, "")), *body[head.length :]]
    end = find_foot(body, {name for name in known if name})
    kept = [_CAPTION.sub("", line) for line in body[:end] if not is_advertising(line)]
    return _joined(kept), Metadata.of(
        {
            "title": head.title,
            "authors": head.authors,
            "published": head.published,
            "publisher": find_publisher("\n".join(kept).strip(), body[end:]),
            **labels,
        },
        _PLACES | dict.fromkeys(labels, "a label"),
    )


def _without_blanks(lines: list[str]) -> list[str]:
    """Return `lines` from the first that is not blank."""
    return lines[next((row for row, line in enumerate(lines) if line), len(lines)) :]


def _joined(lines: list[str]) -> str:
    """Return `lines` as a text with at most one blank line between two."""
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
