"""Folders that take some seconds to make, kept among the user's caches; what is there is checked before it is used."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from index.errors import ModelError


def cached(name: str, files: Mapping[str, str], make: Callable[[Path], None]) -> Path:
    """Return the folder `name`, made again unless each of its `files` has the sha256 given.

    `make` fills an empty folder. Its files are then renamed into place one by one: several processes may do so at
    once, since all make the same, and one that uses an older file keeps it. Raises ModelError.
    """
    folder = _caches() / name
    if _is_whole(folder, files):
        return folder
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(prefix=f"{name}-", dir=folder.parent) as aside:
            make(Path(aside))
            if not _is_whole(Path(aside), files):
                raise ModelError(
                    f"{name} came out damaged: try again; if that fails too, check the disk and the memory"
                )
            for file in files:
                (folder / file).parent.mkdir(exist_ok=True)
                (Path(aside) / file).replace(folder / file)
    except OSError as error:
        raise ModelError(
            f"{name} can't be kept in {folder.parent}: {error.strerror}; "
            "set XDG_CACHE_HOME to a folder that can be written and has 1 GB free"
        ) from error
    return folder


def sha256(path: Path) -> str:
    """Return the sha256 of a file, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _is_whole(folder: Path, files: Mapping[str, str]) -> bool:
    paths = {folder / file: digest for file, digest in files.items()}
    return all(path.is_file() for path in paths) and all(sha256(path) == digest for path, digest in paths.items())


def _caches() -> Path:
    """Return this program's folder among the user's caches (XDG Base Directory Specification; on macOS, Apple's)."""
    given = Path(os.environ.get("XDG_CACHE_HOME", ""))
    if given.is_absolute():
        return given / "article-qa-bot"
    try:
        home = Path.home()
    except RuntimeError as error:  # a user who is not in the system's list, as in some containers
        raise ModelError("there is no home folder to keep models in; set XDG_CACHE_HOME to a folder") from error
    return home / ("Library/Caches" if sys.platform == "darwin" else ".cache") / "article-qa-bot"
