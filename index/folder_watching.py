"""Folders -> the index: new files are added, changed ones replaced, and articles of files that are gone removed."""

from __future__ import annotations

import io
import os
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

from index.collection_names import chosen
from index.errors import SourceError
from index.folders import EVERY, SETTLED, Changes, File, Folder, Mark, changes
from index.interrupting import apart
from index.library import ArticleIndex
from index.loading import load
from index.records import Added, Article
from index.store import Folders
from index.watching import Given, is_elsewhere, take_out

_AT_ONCE = 50  # files of a look; then something else may have its turn


@dataclass(slots=True)
class LookedFolder:
    """What a look at a folder came to; `folder` is what is known of it now, `failed` only what was not told before."""

    folder: Folder
    added: list[Added] = field(default_factory=list)
    removed: list[Article] = field(default_factory=list)
    failed: list[SourceError] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class FolderWatcher:
    """Looks at folders on behalf of an index; `progress` is called after each article."""

    index: ArticleIndex
    folders: Folders
    progress: Callable[[], None] = lambda: None

    def add(self, path: str, collection: str | None = None) -> LookedFolder:
        """Add the articles of the folder at `path`, and watch it from now on. Raises SourceError where it is none.

        Its articles go into the `collection`, if one is given; a name that none can have raises CollectionError.
        """
        folder = Folder(folder_path(path), datetime.now(UTC), collection=chosen(collection))
        changes(folder.path, {})
        known = self.folders.find(folder.path)
        folder = replace(known, collection=folder.collection or known.collection) if known else folder
        self.folders.watch(folder)
        return self.look_patiently(folder)

    def look_patiently(self, folder: Folder) -> LookedFolder:
        """Look at a watched folder as `look` does, once no file was changed just now: who put it there waits for it."""
        with suppress(SourceError):  # which the look itself tells
            if changes(folder.path, self.folders.files(folder.path)).waiting:
                time.sleep(SETTLED)
        return self.look(folder)

    def look(self, folder: Folder, most: int | None = None) -> LookedFolder:
        """Look at a watched folder, whether it is due or not, and read at most so many files of it, all where None.

        Raises Interrupted; what was done by then is kept.
        """
        looked, known, now = LookedFolder(folder), self.folders.files(folder.path), datetime.now(UTC)
        try:
            found = changes(folder.path, known)
        except SourceError as error:
            looked.folder = _failed(folder, error, now)
            if looked.folder.error != folder.error:
                looked.failed.append(error)
        else:
            for path in found.gone:
                self._take_out(path, known[path], looked)
            if found.gone:
                found = changes(folder.path, self.folders.files(folder.path))
            left = self._read(found, known, looked, most)
            looked.folder = _succeeded(folder, found, now, looked, at_once=left)
        self.folders.note(looked.folder)
        return looked

    def _read(self, found: Changes, known: Mapping[str, File], looked: LookedFolder, most: int | None) -> bool:
        """Read the files that are due, and return whether some are left."""
        due = iter(found.due.items())
        left = len(found.due) if most is None else most
        while some := list(islice(due, min(left, _AT_ONCE))):
            left -= len(some)
            new = [one for one in some if one[0] not in known]
            self._read_some(new, known, looked, looked.folder.collection)
            # Where a known article belongs was perhaps put right by hand.
            self._read_some([one for one in some if one[0] in known], known, looked, None)
        return next(due, None) is not None

    def _read_some(
        self, some: list[tuple[str, Mark]], known: Mapping[str, File], looked: LookedFolder, collection: str | None
    ) -> None:
        """Read a few files, add their articles, and note what came of each."""
        given: list[Given] = []
        kept: list[tuple[str, str]] = []
        errors: list[tuple[str, SourceError]] = []

        def articles() -> Iterator[Article]:
            for path, _ in some:
                for one in self._load(path):
                    if isinstance(one, SourceError):
                        errors.append((path, one))
                        self.progress()
                    elif one.id in _of(known, path).articles and self.index.find(one.id) is None:
                        kept.append((path, one.id))  # somebody took it out
                    else:
                        given.append(Given(path, one.id, one.url))
                        yield one

        added = self.index.add(articles(), collection=collection, progress=lambda _: self.progress())
        looked.added += added
        there: defaultdict[str, list[str]] = defaultdict(list)
        elsewhere: defaultdict[str, list[str]] = defaultdict(list)
        for one, came in zip(added, given, strict=True):
            (elsewhere if is_elsewhere(self.index, one, came) else there)[came.key].append(one.id)
        for path, id in kept:
            there[path].append(id)
        failed = dict(reversed(errors))  # of each file the first
        for path, mark in some:
            before = _of(known, path)
            if path in failed:  # what it had stays
                there[path] += before.articles
                looked.failed += [error for at, error in errors if at == path and _is_news(error, mark, before)]
                mark = mark if os.access(path, os.R_OK) else Mark()  # else it is tried again at the next look
            ids = tuple(dict.fromkeys(there[path]))
            error = failed[path].reason if path in failed else None
            self.folders.note_file(looked.folder.path, path, File(mark, ids, tuple(elsewhere[path]), error))
            self._remove((id for id in before.articles if id not in ids), looked)

    def _load(self, path: str) -> Iterable[Article | SourceError]:
        """Return the articles of a file, errors in place of what can't be read. Raises Interrupted."""
        most = self.index.settings.max_article_bytes
        if path.lower().endswith(".jsonl"):  # perhaps of a hundred thousand articles: one after the other
            return load([path], max_bytes=most, stdin=io.BytesIO())
        return apart(lambda: list(load([path], max_bytes=most, stdin=io.BytesIO())))

    def _take_out(self, path: str, file: File, looked: LookedFolder) -> None:
        """Forget a file that is there no more, and take its articles out."""
        self.folders.note_file(looked.folder.path, path, None)
        self._remove(file.articles, looked)

    def _remove(self, ids: Iterable[str], looked: LookedFolder) -> None:
        """Take articles out that no file has any more."""
        for id in ids:
            if not self.folders.holds(id):
                looked.removed += take_out(self.index, id)
                self.folders.forget(id)


def _of(known: Mapping[str, File], path: str) -> File:
    """Return what is known of a file, nothing where it is new."""
    return known.get(path, File(Mark()))


def _is_news(error: SourceError, mark: Mark, before: File) -> bool:
    """Whether an error of a file was not told before: once for each time that the file changes."""
    return before.error is None or before.mark not in (Mark(), mark)


def folder_path(text: str) -> str:
    """Return the path of a folder in full, by which it is known."""
    return str(Path(text).expanduser().resolve())


def _succeeded(folder: Folder, found: Changes, now: datetime, looked: LookedFolder, *, at_once: bool) -> Folder:
    """Return a folder that was looked at; it goes on at once where files are left. Subfolders may have failed."""
    if found.failed:
        failed = _failed(folder, found.failed[0], now)
        if failed.error != folder.error:
            looked.failed += found.failed
        return failed
    return Folder(folder.path, now if at_once else now + EVERY, now, collection=folder.collection)


def _failed(folder: Folder, error: SourceError, now: datetime) -> Folder:
    return replace(
        folder,
        due=now + EVERY,
        checked=now,
        failures=folder.failures + 1,
        failing_since=folder.failing_since or now,
        error=error.reason if error.source == folder.path else str(error),
    )
