"""Files that people send: what the bot is told of them, and how it fetches them."""

from __future__ import annotations

import mimetypes
from typing import Any

from .errors import bad_request
from .parameters import Parameters
from .world import World

MOST_BYTES = 20_000_000  # a larger file can't be fetched


def document(world: World, name: str, content: bytes, size: int | None = None) -> dict[str, Any]:
    """Keep a file, and return the part of a message that holds it; `size` is said in the place of the real one."""
    number = len(world.files) + 1
    told = {"file_id": f"document-{number}", "file_unique_id": f"unique-{number}"}
    world.files[told["file_id"]] = content
    kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
    told |= {"file_name": name, "mime_type": kind} if name else {}
    return {"document": told | {"file_size": len(content) if size is None else size}}


def get_file(world: World, parameters: Parameters) -> dict[str, Any]:
    """Tell where a file can be fetched."""
    file_id = parameters.text("file_id")
    content = world.files.get(file_id)
    if content is None:
        raise bad_request("wrong file_id or the file is temporarily unavailable")
    if len(content) > MOST_BYTES:
        raise bad_request("file is too big")
    told = {"file_id": file_id, "file_unique_id": file_id.replace("document", "unique"), "file_size": len(content)}
    return told | {"file_path": f"documents/{file_id}"}


def file_at(world: World, token: str, path: str) -> bytes | None:
    """Return the content of the file at a path that `get_file` told, None where there is none."""
    with world.changed:
        return world.files.get(path.removeprefix("documents/")) if token == world.token else None
