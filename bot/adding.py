"""Articles into the index and out of it, on behalf of an admin: what became of each, and how it is undone."""

from __future__ import annotations

import io
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import PurePosixPath

from bot.receipts import Change, fingerprint
from index import Article, ArticleIndex
from index.errors import ArticleIndexError, SourceError, UnknownArticle
from index.loading import LOADERS
from index.loading.source import Source
from index.records import Added

Loaded = Iterable[Article | SourceError]


@dataclass(frozen=True, slots=True)
class Placed:
    """What became of an article, and the article that holds its text now: another one where that had it before."""

    added: Added
    article: Article
    twin: bool


@dataclass(slots=True)
class Outcome:
    """What became of articles that were to be added, and of sources that could not be read.

    `changes` is what there is to undo; `seconds` how long it took; `stopped` whether some were left out because the
    program ends.
    """

    placed: list[Placed] = field(default_factory=list)
    failed: list[SourceError] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    seconds: float = 0.0
    stopped: bool = False


def kind_of(name: str) -> str:
    """Return the suffix of a file's name, which may be anything that a stranger has thought up."""
    return PurePosixPath(name.replace("\\", "/")).suffix.lower()


def read(name: str, kind: str, data: bytes, max_bytes: int) -> Iterator[Article | SourceError]:
    """Yield the articles of a file of a kind that is one of LOADERS, or the error that ends them, which has its name.

    They have no path: where they have no URL either, their text is their identity.
    """
    pieces = iter(partial(io.BytesIO(data).readline, max_bytes + 1), b"")
    try:
        yield from LOADERS[kind](Source(name, pieces, max_bytes))
    except SourceError as error:
        yield error


def add(index: ArticleIndex, loaded: Loaded, stopping: Callable[[], bool], progress: Callable[[int], None]) -> Outcome:
    """Add articles, and return what became of them; `progress` is told how many are done.

    Where `stopping` says so, the rest is left out. What the index can't do is told as a failure, and ends it.
    """
    outcome = Outcome()
    began = time.monotonic()
    before: dict[str, Article | None] = {}
    given: list[str] = []  # ids

    def articles() -> Iterator[Article]:
        for one in loaded:
            if stopping():
                outcome.stopped = True
                return
            if isinstance(one, SourceError):
                outcome.failed.append(one)
                continue
            given.append(one.id)
            before.setdefault(one.id, find(index, one.id))
            yield one

    def place(added: Added) -> None:
        # As it stands there: the title may have been put right before.
        article, twin = index.article(added.id), added.id != given[len(outcome.placed)]
        outcome.placed.append(Placed(added, article, twin))
        progress(len(outcome.placed))

    try:
        index.add(articles(), progress=place)
    except ArticleIndexError as error:
        outcome.failed.append(error if isinstance(error, SourceError) else SourceError("", str(error)))
    changed = {one.article.id: one.article for one in outcome.placed if one.added.status != "unchanged"}
    outcome.changes = [Change(id, before[id], fingerprint(article)) for id, article in changed.items()]
    outcome.seconds = time.monotonic() - began
    return outcome


def remove(index: ArticleIndex, id: str) -> tuple[Article, Change] | None:
    """Take the article with this id out, and return it with the change; None where there is none."""
    try:
        [article] = index.remove([id])
    except UnknownArticle:
        return None
    return article, Change(article.id, article, None)


def undo(index: ArticleIndex, changes: Sequence[Change]) -> tuple[list[Change], int]:
    """Put everything back as it was before the changes; return those undone, and how many were not.

    What was changed again since stays as it is.
    """
    due = [one for one in changes if _now(index, one.id) == one.after]
    index.remove([one.id for one in due if one.before is None])
    index.add([one.before for one in due if one.before])
    return due, len(changes) - len(due)


def find(index: ArticleIndex, id: str) -> Article | None:
    """Return the article whose id begins so, None where that is none or several."""
    try:
        return index.article(id)
    except UnknownArticle:
        return None


def _now(index: ArticleIndex, id: str) -> str | None:
    article = find(index, id)
    return fingerprint(article) if article else None
