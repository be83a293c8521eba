"""From what a person names to articles: files, folders, addresses and standard input."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from index.errors import SourceError
from index.loading import addresses, docx, html, json_lines, markdown, pdf, plain_text
from index.loading.source import Source
from index.records import Article

if TYPE_CHECKING:
    from index.fetching import Fetcher

# The one table of what is read: another kind of file is one line here and one file beside this one.
LOADERS: dict[str, Callable[[Source], Iterator[Article | SourceError]]] = {
    ".txt": plain_text.load,
    ".md": markdown.load,
    ".markdown": markdown.load,
    ".html": html.load,
    ".htm": html.load,
    ".pdf": pdf.load,
    ".docx": docx.load,
    ".jsonl": json_lines.load,
}
_READ = "what is read: " + " ".join(LOADERS) + ", folders of these, and - for standard input"


def load(
    sources: Iterable[str], *, max_bytes: int, stdin: BinaryIO, fetcher: Fetcher | None = None
) -> Iterator[Article | SourceError]:
    """Yield the articles of each source, in order, or a SourceError in place of one that can't be read.

    Addresses are fetched by `fetcher`, and are errors where there is none.
    """
    for source in sources:
        if source == "-":
            found = _standard_input(stdin, max_bytes)
        elif addresses.is_address(source):
            found = _address(source, fetcher, max_bytes)
        else:
            found = _path(source, max_bytes)
        yield from _reported(source, found)


def _reported(source: str, articles: Iterator[Article | SourceError]) -> Iterator[Article | SourceError]:
    """Yield `articles`, and the error that ends them, if one does."""
    try:
        yield from articles
    except SourceError as error:
        yield error
    except OSError as error:
        yield SourceError(source, f"can't be read ({error.strerror}); check its name and who may read it")


def _address(source: str, fetcher: Fetcher | None, max_bytes: int) -> Iterator[Article | SourceError]:
    """Yield the articles at an address. Raises SourceError where it can't be read."""
    if fetcher is None:
        raise SourceError(source, f"addresses are not fetched here; save the page as .html and add that; {_READ}")
    yield from addresses.load(source, fetcher.get, LOADERS, max_bytes)


def _path(source: str, max_bytes: int) -> Iterator[Article | SourceError]:
    """Yield the articles of a file or a folder. Raises SourceError or OSError where it can't be read."""
    path = Path(source)
    if path.is_dir():
        yield from _folder(path, max_bytes)
    elif not path.exists():
        raise SourceError(source, "no such file or folder; check the name, it is relative to the current folder")
    elif not path.is_file():
        raise SourceError(source, "neither a file nor a folder; save it as .html or .txt and add that")
    elif path.suffix.lower() not in LOADERS:
        kind = f"{path.suffix} files are" if path.suffix else "a file without a suffix is"
        raise SourceError(source, f"{kind} not read; save it as .html or .txt and add that; {_READ}")
    else:
        yield from _file(path, max_bytes)


def _file(path: Path, max_bytes: int) -> Iterator[Article | SourceError]:
    """Yield the articles of a file, whose suffix says how it is read."""
    loader = LOADERS[path.suffix.lower()]
    identity = None if loader is json_lines.load else str(path.resolve())
    with path.open("rb") as file:
        yield from loader(Source(str(path), _pieces(file, max_bytes), max_bytes, identity))


def _folder(folder: Path, max_bytes: int) -> Iterator[Article | SourceError]:
    """Yield the articles of all files below `folder`. Raises SourceError where there are none."""
    empty = True
    for found in files_below(folder):
        empty = False
        if isinstance(found, SourceError):
            yield found
        else:
            yield from _reported(str(found), _file(found, max_bytes))
    if empty:
        raise SourceError(str(folder), f"no articles in this folder; {_READ}")


def files_below(folder: Path) -> Iterator[Path | SourceError]:
    """Yield the files below `folder` that are read, sorted; hidden ones and linked folders are passed over."""
    try:
        paths = sorted(filter(_is_read, folder.iterdir()))
    except OSError as error:
        yield SourceError(str(folder), f"can't be read ({error.strerror}); check who may read it")
        return
    for path in paths:
        if path.is_dir():
            yield from files_below(path)
        else:
            yield path


def _is_read(path: Path) -> bool:
    """Whether a file or folder inside a folder is read. Raises OSError where that can't be told."""
    if path.name.startswith("."):
        return False
    return (path.is_dir() and not path.is_symlink()) or (path.is_file() and path.suffix.lower() in LOADERS)


def _standard_input(stdin: BinaryIO, max_bytes: int) -> Iterator[Article | SourceError]:
    """Yield the articles of standard input: JSON Lines if it begins with "{", else one plain text."""
    pieces = _pieces(stdin, max_bytes)
    head = []
    for piece in pieces:
        head.append(piece)
        if piece.strip():
            break
    source = Source("standard input", chain(head, pieces), max_bytes)
    begins = b"".join(head).lstrip(b"\xef\xbb\xbf \t\r\n")
    yield from json_lines.load(source) if begins.startswith(b"{") else plain_text.load(source)


def _pieces(file: BinaryIO, max_bytes: int) -> Iterator[bytes]:
    """Yield the lines of `file`, longer ones in pieces of `max_bytes` + 1 bytes."""
    return iter(partial(file.readline, max_bytes + 1), b"")
