"""The vocabulary: what crosses from one file to another, frozen.

All offsets count Unicode code points, as Python's slices do, and are half open: `text[start:end]`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from index.normal import canonical_url, normalise, one_line

Field = Literal["text", "header"]
Status = Literal["answered", "not_found"]
Reason = Literal["empty_question", "empty_index", "not_in_articles"]


@dataclass(frozen=True, slots=True)
class Article:
    r"""What was published: a text that never changes, and what is known about it.

    Whatever is given is normalised (NFC, `\n` line ends, metadata on one line, canonical URL), so that
    offsets into `text` and `header` stay true. `published` is an ISO 8601 date, or date and time;
    anything else raises ValueError, as does an empty text. `path` is the file it was read from. `known_as` is the
    identity that it keeps although its address was changed since, None where it has the one that it would have anew.
    What is no part of what it says, and makes no other article: `updated`, when its source changed it last (ISO 8601);
    `language`, a code of two letters; `found`, where each field was read, by its name, until it is in an index.
    """

    text: str
    title: str | None = None
    authors: Sequence[str] = ()
    published: str | None = None
    publisher: str | None = None
    url: str | None = None
    path: str | None = None
    known_as: str | None = None
    updated: str | None = field(default=None, compare=False)
    language: str | None = field(default=None, compare=False)
    found: Mapping[str, str] = field(default_factory=dict, compare=False, repr=False)
    id: str = field(init=False)

    def __post_init__(self) -> None:
        """Normalise every field and derive the id."""
        authors = tuple(author for author in map(one_line, self.authors) if author)
        given = {
            "text": normalise(self.text),
            "title": one_line(self.title),
            "authors": authors,
            "published": self.published or None,
            "publisher": one_line(self.publisher),
            "url": canonical_url(self.url) if self.url else None,
            "updated": self.updated or None,
            "language": self.language or None,
            "path": self.path and self.path.encode("utf-8", "backslashreplace").decode(),
        }
        for name, value in given.items():
            object.__setattr__(self, name, value)
        if not self.text:
            raise ValueError("an article needs a text")
        for date in (self.published, self.updated):
            if date:
                datetime.fromisoformat(date)
        if self.known_as == self._own_identity:
            object.__setattr__(self, "known_as", None)
        object.__setattr__(self, "id", hashlib.sha256(self.identity.encode()).hexdigest()[:12])

    @property
    def identity(self) -> str:
        """Canonical URL, else the file's path, else the hash of the text: the same article has the same one."""
        return self.known_as or self._own_identity

    @property
    def _own_identity(self) -> str:
        return self.url or self.path or self.digest

    @property
    def digest(self) -> str:
        """sha256 of the text: two articles with the same one say the same."""
        return "sha256:" + hashlib.sha256(self.text.encode()).hexdigest()

    @property
    def header(self) -> str:
        """One line of what is known about the article, searched like its text; empty where nothing is known."""
        date = f" on {day(self.published)}" if self.published else ""
        publisher = f" by {self.publisher}" if self.publisher else ""
        parts = [
            self.title,
            f"Written by {' and '.join(self.authors)}" if self.authors else None,
            f"Published{date}{publisher}" if date or publisher else None,
        ]
        return " ".join(part if part.endswith((".", "!", "?", "…")) else part + "." for part in parts if part)

    def read(self, source: Field) -> str:
        """Return the line of characters that offsets of this `source` point into."""
        return self.header if source == "header" else self.text


def day(published: str) -> str:
    """Return the day of an ISO 8601 date as in "28 April 2025"."""
    moment = datetime.fromisoformat(published)
    return f"{moment.day} {moment:%B %Y}"


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of whole sentences: `article.read(field)[start:end] == text`, at most 200 words.

    `context` (title, the sentence that introduces a list) is embedded in front of the text and never shown.
    """

    text: str
    field: Field
    start: int
    end: int
    context: str = ""

    @property
    def embedded(self) -> str:
        """What the embedding model reads."""
        return f"{self.context}\n{self.text}" if self.context else self.text


@dataclass(frozen=True, slots=True)
class Candidate:
    """A passage found for a question; all scores: higher is better.

    `dense` is the cosine of question and passage, -1 to 1; `bm25` is 0 or more, without an upper bound;
    either is None where that side did not find the passage. `share` is bm25 as a share of what the question's
    words could bring at most, 0 to 1. `score`, any number, falls along a list of candidates. `also` are other
    articles with nearly the same passage, or with an answer's quote; `story` is one number for all copies of a text.
    """

    passage: Passage
    article: Article
    score: float
    dense: float | None
    bm25: float | None
    share: float = 0.0
    also: tuple[Article, ...] = ()
    story: int | None = None


@dataclass(frozen=True, slots=True)
class Span:
    """A run of characters of a candidate's article that may be the answer; `score`, any number: higher is better."""

    candidate: Candidate
    start: int
    end: int
    score: float

    @property
    def text(self) -> str:
        """The characters themselves."""
        return self.candidate.article.read(self.candidate.passage.field)[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Answer:
    """What the articles say to a question.

    Where `status` is "answered", `answer == article.read(field)[start:end]` and `quote` holds the whole
    sentences around it, verbatim. `confidence` (0 to 1) is also given for "not_found", where `reason` says why.
    `passages` are the best candidates in their final order, for "not_found" too. `rival` is the best different
    answer of another article, where it is nearly as likely; `others` are different answers, best first, each likely
    enough to be given on its own. `searched` counts the articles that were searched, as they were in `generation`.
    """

    question: str
    status: Status
    confidence: float
    passages: tuple[Candidate, ...] = ()
    answer: str | None = None
    field: Field | None = None
    start: int | None = None
    end: int | None = None
    quote: str | None = None
    article: Article | None = None
    reason: Reason | None = None
    rival: Span | None = None
    others: tuple[Span, ...] = ()
    searched: int = 0
    generation: int = 0


@dataclass(frozen=True, slots=True)
class Copy:
    """Another article that tells the same story in nearly the same words, without its text."""

    id: str
    title: str | None
    published: str | None
    publisher: str | None
    url: str | None


@dataclass(frozen=True, slots=True)
class Added:
    """What became of one article that was added; `id` is that of the article that now holds the text.

    `same_story` are other articles with nearly the same text, at most 20, the first that was added first. `found` says
    by the names of fields where each was read.
    """

    id: str
    title: str | None
    status: Literal["added", "updated", "unchanged"]
    passages: int
    same_story: tuple[Copy, ...] = ()
    found: Mapping[str, str] = field(default_factory=dict, compare=False)
