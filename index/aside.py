"""Files that stand there whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from index.errors import ArticleIndexError


@contextmanager
def written_aside(name: str | None) -> Iterator[TextIO | None]:
    """Give a file to write that takes the name once the block is done; None where there is no name.

    If the block fails or is interrupted, what had the name before is still there. Raises ArticleIndexError at
    once where no file of that name can be written.
    """
    if name is None:
        yield None
        return
    path = Path(os.path.realpath(name))  # behind a link the file changes, not the link
    aside = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    file = _open(aside, path, name)
    try:
        with file:
            yield file
        aside.replace(path)
    finally:
        aside.unlink(missing_ok=True)


def _open(aside: Path, path: Path, name: str) -> TextIO:
    try:
        if path.exists() and not path.is_file():
            raise ArticleIndexError(f"{name}: a folder or a device; name a file")
        # What UTF-8 can't hold is escaped as JSON escapes it.
        return aside.open("w", encoding="utf-8", errors="backslashreplace", newline="\n")
    except OSError as error:
        raise ArticleIndexError(f"{name}: {error.strerror}; name a file in a folder that can be written") from error
