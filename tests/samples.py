"""Small made-up articles, and what tests make of them."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
from hypothesis import strategies as st

from index import Article, ArticleIndex, Candidate, Passage
from index.answers import SHOWN
from index.embeddings import Vectors
from index.loading import load
from index.records import Field, Span

ROOT = Path(__file__).parents[1]
VISIT = ROOT / "data" / "articles" / "iran-azerbaijan-visit.txt"  # the sample, a page copied with its chrome

PORT = Article(
    text="The port of Elmsford will handle 4 million containers a year from 2026. The new terminal cost 310 million "
    "euros.\nMayor Ines Falk opened it on Monday.",
    title="Elmsford doubles its port",
    authors=("Ada Byrne", "Tom Reed"),
    published="2024-03-05",
    publisher="Coast Courier",
    url="https://courier.example.org/port",
    language="en",
)
BRIDGE = Article(
    text="The Orlen bridge was closed on Friday after engineers found cracks. Traffic is led over the northern road.",
    title="Orlen bridge closed",
    published="2024-04-11T09:30:00+02:00",
)
HARVEST = Article(text="Apple growers expect the smallest harvest since 1998. A late frost killed the blossoms.")

# Every code point, those that no file can hold included.
ANY_TEXT = st.text(st.characters(exclude_categories=()))


def visit() -> list[Article]:
    """Return the sample, one article."""
    loaded = load([str(VISIT)], max_bytes=VISIT.stat().st_size, stdin=io.BytesIO())
    return [one for one in loaded if isinstance(one, Article)]


def read(index: ArticleIndex, question: str) -> tuple[list[Candidate], list[Span]]:
    """Return the best passages for a question, and the best span of each that is read; nothing where none is asked."""
    with index.asking(question) as asking:
        candidates = asking.retrieve(SHOWN) if asking else []
        return candidates, asking.read(candidates, foreign=False)[0] if asking else []


def passage(article: Article, start: int = 0, end: int | None = None, field: Field = "text") -> Passage:
    """Return a passage of an article, by default the whole of it."""
    text = article.read(field)[start:end]
    return Passage(text, field, start, start + len(text))


def rows(*vectors: tuple[float, ...]) -> Vectors:
    """Return vectors as float32 rows of shape (n, dimension)."""
    return np.array(vectors, dtype=np.float32)


EAST, NORTH, UP = (1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)

# What the command line prints of PORT.
PORT_JSON = {
    "id": PORT.id,
    "title": "Elmsford doubles its port",
    "authors": ["Ada Byrne", "Tom Reed"],
    "published": "2024-03-05",
    "updated": None,
    "language": "en",
    "publisher": "Coast Courier",
    "url": "https://courier.example.org/port",
}
