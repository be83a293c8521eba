"""What is watched, and what looks at it came to, as a person reads it in a terminal."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from rich.text import Text

from index.feeds import Watched
from index.folder_watching import LookedFolder
from index.folders import Folder
from index.printing import Printer
from index.watching import Looked

_NOTHING = {
    Watched: "No feed is watched; `python -m index feeds add ADDRESS` watches one.",
    Folder: "No folder is watched; `python -m index folders add PATH` watches one.",
    Looked: "No feed is due; `feeds check --all` looks at all of them.",
    LookedFolder: "No folder is due; `folders check --all` looks at all of them.",
}


def feeds(printer: Printer, watched: Sequence[Watched]) -> None:
    """Print two lines a feed: its title and address, and its last look and its next one."""
    if not watched:
        printer.line(_NOTHING[Watched])
    for one in watched:
        printer.line(Text.assemble(one.title or "(no title)", "  ", (one.url, "dim")))
        printer.line(Text(f"    {_looks(one)}", style="dim"))


def folders(printer: Printer, watched: Sequence[Folder]) -> None:
    """Print two lines a folder: its path, and its last look and its next one."""
    if not watched:
        printer.line(_NOTHING[Folder])
    for one in watched:
        printer.line(Text(one.path))
        printer.line(Text(f"    {_looks(one)}", style="dim"))


def looked(
    printer: Printer, done: Sequence[Looked] | Sequence[LookedFolder], kind: type[Looked | LookedFolder]
) -> None:
    """Print what looks at feeds or folders came to."""
    if not done:
        printer.line(_NOTHING[kind])
    for one in done:
        name = (one.feed.title or one.feed.url) if isinstance(one, Looked) else one.folder.path
        printer.line(Text(name, style="bold"))
        printer.receipt(one.added)
        printer.removed(one.removed)


def _looks(one: Watched | Folder) -> str:
    """Return when a feed or a folder was and will be looked at, where its articles go, and since when it fails."""
    last = f"last look {_at(one.checked)}" if one.checked else "not looked at yet"
    into = f"; into the collection {one.collection}" if one.collection else ""
    often = f" ({one.failures} looks)" if one.failures > 1 else ""
    failing = f"; failing since {_at(one.failing_since)}{often}: {one.error}" if one.failing_since else ""
    return f"{last}, next {_at(one.due)} UTC{into}{failing}"


def _at(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M}"
