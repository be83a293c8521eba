"""Folders that are watched: what is known of one, and which of its files are new, changed or gone."""

from __future__ import annotations

import os
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from index.errors import SourceError
from index.loading import files_below

EVERY = timedelta(minutes=1)
SETTLED = 2.0  # seconds without a change after which a file is taken to be whole


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder that is watched; all moments are in UTC.

    `due` is when it is to be looked at next. `failing_since` is the first of `failures` in a row, `error` the last of
    them. Its articles go into `collection`.
    """

    path: str
    due: datetime
    checked: datetime | None = None
    failures: int = 0
    failing_since: datetime | None = None
    error: str | None = None
    collection: str | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """What tells that a file was changed: when that was, in nanoseconds, and its size in bytes."""

    modified: int = 0
    size: int = -1


@dataclass(frozen=True, slots=True)
class File:
    """A file of a watched folder as it was read: the ids of its articles, and why it could not be read.

    `elsewhere` are ids of other articles that had the text of one of its before.
    """

    mark: Mark
    articles: tuple[str, ...] = ()
    elsewhere: tuple[str, ...] = ()
    error: str | None = None


@dataclass(slots=True)
class Changes:
    """Files that are to be read, each with its mark, and those that are there no more; `failed` are subfolders.

    `waiting` is how many files were changed just now.
    """

    due: dict[str, Mark] = field(default_factory=dict)
    gone: list[str] = field(default_factory=list)
    failed: list[SourceError] = field(default_factory=list)
    waiting: int = 0


def changes(folder: str, known: Mapping[str, File]) -> Changes:
    """Return what has changed in a folder since its files were `known`, by their paths; only looks are taken.

    A file that was changed just now waits: it may be written to still. Raises SourceError where the folder is not
    there, can't be read, or has lost all its files: then nothing is known of them.
    """
    path = Path(folder)
    if not path.is_dir():
        raise SourceError(folder, "there is no such folder; if it was moved, watch it where it is now")
    found, there = Changes(), set()
    for one in files_below(path):
        if isinstance(one, SourceError):
            found.failed.append(one)
            continue
        name = str(one)
        there.add(name)
        mark, settled = _mark(one)
        if mark and (name not in known or known[name].mark != mark):
            if settled:
                found.due[name] = mark
            else:
                found.waiting += 1
    unreadable = [f"{one.source}{os.sep}" for one in found.failed]
    if any(one.source == folder for one in found.failed):
        raise found.failed[0]
    if known and not there and not found.failed:
        raise SourceError(
            folder, "all its files are gone, as where a disk is missing; their articles stay until `remove` takes them"
        )
    lost = (name for name in known if name not in there)
    found.gone = [name for name in lost if not name.startswith(tuple(unreadable))]
    return found


def _mark(path: Path) -> tuple[Mark | None, bool]:
    """Return the mark of a file, None where it is gone already, and whether it was not changed just now."""
    try:
        now = path.stat()
    except OSError:
        return None, False
    changed = max(now.st_mtime, now.st_ctime)
    return Mark(now.st_mtime_ns, now.st_size), not 0 <= time.time() - changed < SETTLED
