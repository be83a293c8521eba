"""Recorder: changes an index on behalf of an admin, and notes what became of each article and what there is to undo."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Unpack

from bot.jobs import Ending, Job
from bot.receipts import Change, FeedChange, fingerprint
from index import Article, ArticleIndex
from index.edits import Edit
from index.errors import SourceError
from index.feeds import Watched
from index.records import Added
from index.store import Standing

LISTED = 6  # articles of a receipt for many


@dataclass(frozen=True, slots=True)
class Placed:
    """What became of an article, and the article that holds its text now: another one where that had it before."""

    added: Added
    article: Article
    twin: bool


@dataclass(slots=True)
class Outcome:
    """What became of articles, and of sources that could not be read.

    `counts` has each status, `passages` those of all, `shown` the first article and the first few that changed;
    `watched` are feeds that are watched now. `changes` and `feeds` are what there is to undo, `seconds` how long it
    took, `ending` why some were left out.
    """

    counts: Counter[str] = field(default_factory=Counter)
    passages: int = 0
    shown: list[Placed] = field(default_factory=list)
    failed: list[SourceError] = field(default_factory=list)
    watched: list[Watched] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    feeds: list[FeedChange] = field(default_factory=list)
    seconds: float = 0.0
    ending: Ending | None = None

    @property
    def changed(self) -> list[Placed]:
        """The first few articles that are new or have another text now."""
        return [one for one in self.shown if one.added.status != "unchanged"][:LISTED]


class Recorder:
    """An index whose changes are noted; used by one thread at a time."""

    def __init__(self, index: ArticleIndex, job: Job | None = None, collection: str | None = None) -> None:
        """Change `index`; the `job`, if any, is told how far that is, and says when it is to end.

        What this chat adds goes into `collection`, if any.
        """
        self.settings = index.settings
        self.outcome = Outcome()
        self._index = index
        self.collection = collection
        self._job = job
        self._before: dict[str, Standing | None] = {}
        self._waiting: Counter[str] = Counter()  # articles that are taken and not yet placed, by ids

    def add(
        self,
        articles: Iterable[Article],
        *,
        collection: str | None = None,
        progress: Callable[[Added], None] | None = None,
    ) -> list[Added]:
        """Add articles, as ArticleIndex does. Raises Ended where the job is to end; what is in by then stays."""
        given: deque[tuple[str, Article]] = deque()

        def noted() -> Iterator[Article]:
            remaining = iter(articles)
            while True:
                if self._job:
                    self._job.check()
                one = next(remaining, None)
                if one is None:
                    return
                before = self._index.history.before(one)
                id = before.article.id if before else one.id
                self._before.setdefault(id, before)
                self._waiting[id] += 1
                given.append((id, one))
                yield one

        def placed(added: Added) -> None:
            id, one = given.popleft()
            self._waiting[id] -= 1
            self._place(added, one)
            if self._job:
                self._job.done += 1
            if progress:
                progress(added)

        return self._index.add(noted(), collection=collection, progress=placed)

    def find(self, id: str) -> Article | None:
        """Return the article with this very id, None where there is none."""
        return self._index.find(id)

    def remove(self, ids: Iterable[str]) -> list[Article]:
        """Take the articles with these ids out, and return them. Raises UnknownArticle."""
        ids = list(ids)
        for id in ids:
            self._before.setdefault(id, self._index.history.of(id))
        removed = self._index.remove(ids)
        self.outcome.counts["removed"] += len(removed)
        return removed

    def edit(self, id: str, **fields: Unpack[Edit]) -> Article:
        """Put an article right, as ArticleIndex does. Raises EditError and UnknownArticle."""
        article = self._index.article(id)
        self._before.setdefault(article.id, self._index.history.of(article.id))
        return self._index.edit(article.id, **fields)

    def changes(self) -> list[Change]:
        """Return what has changed since the beginning."""
        found = []
        for id, before in self._before.items():
            after = self._index.history.of(id)
            if before != after:
                found.append(Change(id, before, fingerprint(after) if after else None))
        return found

    def _place(self, added: Added, given: Article) -> None:
        """Note what became of an article."""
        outcome, now = self.outcome, self._index.history.of(added.id)
        outcome.counts[added.status] += 1
        outcome.passages += added.passages
        if added.status == "added":
            self._before.setdefault(added.id, None)
        elif not self._waiting[added.id] and now == self._before.get(added.id):
            self._before.pop(added.id, None)  # there is nothing to undo, and no text to hold in memory for that
        wanted = len(outcome.changed) < LISTED if added.status != "unchanged" else not outcome.shown
        if now and wanted:
            outcome.shown.append(Placed(added, now.article, _is_twin(added, now.article, given)))


def _is_twin(added: Added, article: Article, given: Article) -> bool:
    """Whether the text stands under another identity than the one given, or the address that it has now."""
    same_place = article.identity == given.identity or (given.url is not None and article.url == given.url)
    return added.status == "unchanged" and not same_place
