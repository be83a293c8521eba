"""The folders that are watched, and their files as they were read."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import fields
from datetime import datetime
from pathlib import Path
from typing import Any

from index.errors import UnknownFolder
from index.folders import File, Folder, Mark
from index.store.watch_file import moment, open_watched, written

_NAMES = tuple(field.name for field in fields(Folder))
_MOMENTS = ("due", "checked", "failing_since")


class Folders:
    """The folders that are watched; usable from any thread."""

    def __init__(self, home: Path) -> None:
        """Open the database in `home`, made if absent. Raises StoreError."""
        self._database = open_watched(home)

    def all(self) -> list[Folder]:
        """Return the folders, the one that is due first before the others."""
        with self._database.reading() as connection:
            rows = connection.execute(f"SELECT {', '.join(_NAMES)} FROM folders ORDER BY due, path").fetchall()
        return [_read(row) for row in rows]

    def find(self, path: str) -> Folder | None:
        """Return the folder at this path, None where it is not watched."""
        return next((folder for folder in self.all() if folder.path == path), None)

    def files(self, folder: str) -> dict[str, File]:
        """Return the files of a folder as they were read, by their paths."""
        with self._database.reading() as connection:
            rows = connection.execute(
                "SELECT path, modified, size, articles, elsewhere, error FROM files WHERE folder = ?", (folder,)
            ).fetchall()
        return {
            path: File(Mark(modified, size), tuple(json.loads(articles)), tuple(json.loads(elsewhere)), error)
            for path, modified, size, articles, elsewhere, error in rows
        }

    def watch(self, folder: Folder) -> None:
        """Watch a folder from now on; of one that is watched already the collection is changed."""
        with self._database.writing() as connection:
            places = ", ".join("?" * len(_NAMES))
            connection.execute(
                f"INSERT INTO folders ({', '.join(_NAMES)}) VALUES ({places}) "
                "ON CONFLICT DO UPDATE SET collection = excluded.collection",
                _row(folder),
            )

    def note(self, folder: Folder) -> None:
        """Keep what came of a look at a folder; nothing where it was removed meanwhile."""
        with self._database.writing() as connection:
            changes = ", ".join(f"{name} = ?" for name in _NAMES)
            connection.execute(f"UPDATE folders SET {changes} WHERE path = ?", (*_row(folder), folder.path))
            if not folder.failures:
                connection.execute("UPDATE folders SET told = NULL WHERE path = ?", (folder.path,))

    def note_file(self, folder: str, path: str, file: File | None) -> None:
        """Keep what came of a file, None where it is there no more; nothing where the folder was removed meanwhile."""
        with self._database.writing() as connection:
            connection.execute("DELETE FROM files WHERE folder = ? AND path = ?", (folder, path))
            if file:
                connection.execute(
                    "INSERT INTO files (folder, path, modified, size, articles, elsewhere, error) "
                    "SELECT path, ?, ?, ?, ?, ?, ? FROM folders WHERE path = ?",
                    (path, file.mark.modified, file.mark.size, json.dumps(file.articles), json.dumps(file.elsewhere),
                     file.error, folder),
                )  # fmt: skip

    def holds(self, article: str) -> bool:
        """Whether a file of any folder has this article."""
        with self._database.reading() as connection:
            return bool(
                connection.execute(
                    "SELECT 1 FROM files, json_each(articles) WHERE value = ? LIMIT 1", (article,)
                ).fetchone()
            )

    def forget(self, article: str) -> None:
        """Note that an article was taken out because its file was: files that have its text too are read again."""
        with self._database.writing() as connection:
            connection.execute(
                "UPDATE files SET modified = ?, size = ? "
                "WHERE EXISTS (SELECT 1 FROM json_each(elsewhere) WHERE value = ?)",
                (Mark().modified, Mark().size, article),
            )

    def untold(self, since: datetime) -> list[Folder]:
        """Return the folders that have failed `since` then or longer, of which the admins were not told."""
        with self._database.reading() as connection:
            rows = connection.execute(
                f"SELECT {', '.join(_NAMES)} FROM folders WHERE failing_since <= ? AND told IS NULL ORDER BY path",
                (since.isoformat(),),
            ).fetchall()
        return [_read(row) for row in rows]

    def told(self, path: str, now: datetime) -> None:
        """Note that the admins were told that a folder fails; once it works, they are told of the next time."""
        with self._database.writing() as connection:
            connection.execute("UPDATE folders SET told = ? WHERE path = ?", (now.isoformat(), path))

    def remove(self, path: str) -> Folder:
        """Watch a folder no longer, and return it. Raises UnknownFolder; its articles stay."""
        folder = self.find(path)
        with self._database.writing() as connection:
            if folder is None or not connection.execute("DELETE FROM folders WHERE path = ?", (path,)).rowcount:
                raise UnknownFolder(path)
        return folder

    def close(self) -> None:
        """Close the database."""
        self._database.close()


def _row(folder: Folder) -> list[Any]:
    return [written(getattr(folder, name)) for name in _NAMES]


def _read(row: Sequence[Any]) -> Folder:
    values = dict(zip(_NAMES, row, strict=True))
    return Folder(**values | {name: moment(values[name]) for name in _MOMENTS})
