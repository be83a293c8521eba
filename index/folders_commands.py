"""`folders`: the folders that are watched."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime

from index import jsonable, watch_printing
from index.call import Call
from index.folder_watching import FolderWatcher, LookedFolder, folder_path
from index.printing import failures
from index.progress import progress_bar
from index.store import Folders


def folders(call: Call) -> int:
    """Do what was asked for."""
    return FOLDERS[call.arguments.action](call)


def list_(call: Call) -> int:
    """List the folders, the one that is due first before the others."""
    with closing(Folders(call.settings.articles_home)) as watched:
        found = watched.all()
    call.print(
        {"folders": [jsonable.folder(one) for one in found]}, lambda: watch_printing.folders(call.printer, found)
    )
    return 0


def add(call: Call) -> int:
    """Add the articles of a folder, and watch it from now on."""
    with watching(call) as watcher:
        looked = watcher.add(call.arguments.path, call.arguments.collection)
    return _report(call, [looked])


def remove(call: Call) -> int:
    """Watch a folder no longer; its articles stay."""
    with closing(Folders(call.settings.articles_home)) as watched:
        removed = watched.remove(folder_path(call.arguments.path))
    line = f"{removed.path} is watched no longer; its articles stay"
    call.print({"removed": jsonable.folder(removed)}, lambda: call.printer.line(line))
    return 0


def check(call: Call) -> int:
    """Look at the folders that are due, or at all."""
    now = datetime.now(UTC)
    with watching(call) as watcher:
        due = [one for one in watcher.folders.all() if call.arguments.all or one.due <= now]
        looked = [watcher.look_patiently(one) for one in due]
    return _report(call, looked)


@contextmanager
def watching(call: Call) -> Iterator[FolderWatcher]:
    """Give what looks at folders, over the index and the settings of a call."""
    with (
        call.index() as index,
        closing(Folders(call.settings.articles_home)) as watched,
        progress_bar("Reading") as step,
    ):
        yield FolderWatcher(index, watched, step.one)


def _report(call: Call, looked: list[LookedFolder]) -> int:
    """Print what came of looks at folders, and return the exit code."""
    failed = [error for one in looked for error in one.failed]
    as_json = {"folders": [jsonable.looked(one) for one in looked]}
    call.print(as_json, lambda: watch_printing.looked(call.printer, looked, LookedFolder))
    if failed and not call.arguments.json:
        print(failures(failed), file=sys.stderr)
    return 1 if failed or any(one.folder.failures for one in looked) else 0


FOLDERS: dict[str, Callable[[Call], int]] = {"list": list_, "add": add, "remove": remove, "check": check}
