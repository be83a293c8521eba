"""Articles into the index and out of it, on behalf of an admin: what became of each, and how it is undone."""

from __future__ import annotations

import io
import time
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import PurePosixPath

from bot.jobs import Ended, Job
from bot.receipts import Change, FeedChange, Receipt, fingerprint
from bot.recording import Outcome, Recorder
from index import Article, ArticleIndex
from index.errors import ArticleIndexError, FeedFound, Interrupted, SourceError, UnknownArticle
from index.interrupting import unless
from index.loading import LOADERS
from index.loading.source import Source
from index.store import Feeds

Loaded = Iterable[Article | SourceError]
Watch = Callable[[Recorder, str, Job], None]  # adds the articles of the feed at an address, and watches it


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


def add(recorder: Recorder, loaded: Loaded, job: Job, watch: Watch) -> None:
    """Add articles; feeds found among them are added by `watch`, and watched. Raises Ended."""
    feeds: list[FeedFound] = []

    def articles() -> Iterator[Article]:
        for one in loaded:
            if isinstance(one, Article):
                yield one
            elif isinstance(one, FeedFound):
                feeds.append(one)
            else:
                recorder.outcome.failed.append(one)
            job.check()

    recorder.add(articles(), collection=recorder.collection)
    for one in feeds:
        watch(recorder, one.source, job)


def recorded(index: ArticleIndex, job: Job, collection: str | None, work: Callable[[Recorder], None]) -> Outcome:
    """Do some work, and return what became of it, with what there is to undo; what it adds goes into `collection`.

    Where the `job` is to end, the rest is left out. What the index can't do is told as a failure, and ends it too.
    """
    recorder, began = Recorder(index, job, collection), time.monotonic()
    outcome = recorder.outcome
    try:
        with unless(lambda: job.ending is not None):
            work(recorder)
    except (Ended, Interrupted):
        outcome.ending = job.ending
    except ArticleIndexError as error:
        outcome.failed.append(error if isinstance(error, SourceError) else SourceError("", str(error)))
    outcome.changes = recorder.changes()
    outcome.seconds = time.monotonic() - began
    return outcome


def remove(index: ArticleIndex, id: str) -> tuple[Article, list[Change]] | None:
    """Take the article with this very id out, and return it with the change; None where there is none."""
    recorder = Recorder(index)
    try:
        [article] = recorder.remove([id])
    except UnknownArticle:
        return None
    return article, recorder.changes()


def undo(index: ArticleIndex, feeds: Feeds, receipt: Receipt) -> tuple[int, int]:
    """Put everything back as it was before a receipt; return how much was undone, and how much was not.

    What was changed again since stays as it is.
    """
    due = [one for one in receipt.changes if _now(index, one.id) == one.after]
    index.remove([one.id for one in due if one.before is None and one.after])
    failed = index.history.put_back(one.before for one in due if one.before)
    undone = len(due) - len(failed)
    return undone + sum(_undo(feeds, one) for one in receipt.feeds), len(receipt.changes) - undone


def find(index: ArticleIndex, id: str) -> Article | None:
    """Return the article whose id begins so, None where that is none or several."""
    try:
        return index.article(id.lower())
    except UnknownArticle:
        return None


def _now(index: ArticleIndex, id: str) -> str | None:
    standing = index.history.of(id)
    return fingerprint(standing) if standing else None


def _undo(feeds: Feeds, change: FeedChange) -> bool:
    """Watch a feed no more, or again; False where that is so already."""
    watched = feeds.find(change.url) is not None
    if watched == (change.before is not None):
        return False
    if change.before:
        feeds.watch(change.before, change.seen or {})
    else:
        feeds.remove(change.url)
    return True
