"""How many articles there are to be read, for a progress bar."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from index.loading import json_lines
from index.loading.addresses import is_address
from index.loading.sources import LOADERS, files_below


def count(sources: Iterable[str]) -> int | None:
    """Return how many articles `load` will yield or report, None where standard input is among the sources.

    What stands at an address counts as one article: it is not fetched before its turn.
    """
    total = 0
    for source in sources:
        if source == "-":
            return None
        total += 1 if is_address(source) else _articles_in(Path(source))
    return total


def _articles_in(path: Path) -> int:
    """Return how many articles a file or a folder holds; what can't be read counts as the error it becomes."""
    try:
        if path.is_dir():
            return sum(_articles_in(one) if isinstance(one, Path) else 1 for one in files_below(path))
        if LOADERS.get(path.suffix.lower()) is json_lines.load:
            with path.open("rb") as file:
                return sum(not line.isspace() for line in file)
    except OSError:
        return 1
    return 1
