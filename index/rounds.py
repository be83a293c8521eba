"""Rounds: everything that is watched, one look at a time, whatever is due first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, Self, TypeVar

from index.errors import ArticleIndexError
from index.feeds import LATER, Allowance
from index.folder_watching import FolderWatcher, LookedFolder
from index.library import ArticleIndex
from index.rereading import Rereader
from index.store import Feeds, Folders
from index.watching import Looked, Watcher

if TYPE_CHECKING:  # what it needs takes a while to import
    from index.feeds.pages import PageFetcher

Done = TypeVar("Done", Looked, LookedFolder)

AN_HOUR = 120  # requests of one host: an agency's news of a day, and six more looks at each, take 60
_FILES = 50  # of a folder at once; then something else may have its turn


@dataclass(frozen=True, slots=True)
class Rounds:
    """Looks at what is due, for as long as somebody asks; used by one thread at a time."""

    feeds: Feeds
    folders: Folders
    watcher: Watcher
    rereader: Rereader
    folder_watcher: FolderWatcher

    @classmethod
    def of(cls, index: ArticleIndex, fetcher: PageFetcher, allowance: Allowance) -> Self:
        """Open what is watched in the home of `index`; pages are fetched by `fetcher`. Raises StoreError.

        `allowance` says which hosts may be asked, over all rounds.
        """
        home = index.settings.articles_home
        feeds, folders = Feeds(home), Folders(home)
        watcher = Watcher(index, feeds, fetcher, allowance=allowance)
        rereader = Rereader(index, feeds, fetcher, allowance)
        return cls(feeds, folders, watcher, rereader, FolderWatcher(index, folders))

    def next(self) -> Looked | LookedFolder | None:
        """Take one look, and return what it came to; None where nothing is due. Raises StoreError and Interrupted.

        What is due longest comes first, and pages are looked at once more when nothing else is due. Whatever else
        a look raises, what it was about is put off, so that the others have their turn.
        """
        now = datetime.now(UTC)
        folder, feed = next(iter(self.folders.all()), None), next(iter(self.feeds.all()), None)
        if folder and folder.due <= now and not (feed and feed.due < folder.due):
            put_off = partial(self.folders.note, replace(folder, due=now + LATER))
            return self._look(partial(self.folder_watcher.look, folder, _FILES), put_off)
        if feed and feed.due <= now:
            put_off = partial(self.feeds.note, replace(feed, due=now + LATER), {})
            return self._look(partial(self.watcher.look, feed), put_off)
        return self.rereader.look(now)

    def _look(self, look: Callable[[], Done], put_off: Callable[[], None]) -> Done:
        try:
            return look()
        except ArticleIndexError:
            raise
        except Exception:
            put_off()
            raise

    def close(self) -> None:
        """Close what was opened."""
        self.feeds.close()
        self.folders.close()
