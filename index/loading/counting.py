"""How many articles there are to be read, and how large they are, for a progress bar."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from index.loading import json_lines
from index.loading.addresses import is_address
from index.loading.sources import LOADERS, files_below


def sizes(sources: Iterable[str]) -> list[int | None] | None:
    """Return the size in bytes of each article that `load` will yield or report, in order; a file is one, or each line.

    An address counts as one of unknown size, None: it is not fetched before its turn. None in place of the list where
    standard input is among the sources.
    """
    found: list[int | None] = []
    for source in sources:
        if source == "-":
            return None
        found += [None] if is_address(source) else _sizes_in(Path(source))
    return found


def _sizes_in(path: Path) -> Iterator[int]:
    """Yield the sizes of the articles that a file or a folder holds; what can't be read is one without any."""
    try:
        if path.is_dir():
            for one in files_below(path):
                yield from _sizes_in(one) if isinstance(one, Path) else [0]
        elif LOADERS.get(path.suffix.lower()) is json_lines.load:
            with path.open("rb") as file:
                yield from (len(line) for line in file if not line.isspace())
        else:
            yield path.stat().st_size
    except OSError:
        yield 0
