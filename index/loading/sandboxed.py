"""The process in which one document of somebody else's is read: `python -m index.loading.sandboxed KIND`.

The document comes on standard input; an Extract as JSON, or {"refused": why}, goes to standard output.
"""

from __future__ import annotations

import json
import logging
import sys
from dataclasses import asdict

from index.loading.extract import TOO_MUCH, Extract, Refused

_MEMORY = 2 << 30  # bytes of address space; what is imported takes a quarter of it


def main() -> None:
    """Read the document, within limits that hold even where its parent has gone."""
    kind, seconds = sys.argv[1], int(sys.argv[2])
    _limit(seconds)
    # What libraries have to say of a document is nothing that a person could use.
    logging.disable()
    try:
        said = asdict(_read(kind, sys.stdin.buffer.read()))
    except Refused as refused:
        said = {"refused": str(refused)}
    except MemoryError:
        said = {"refused": TOO_MUCH}
    sys.stdout.write(json.dumps(said))


def _read(kind: str, data: bytes) -> Extract:
    """Return what stands in `data`. Raises Refused, or whatever a library raises over a damaged document."""
    # Imported here because each kind needs only its own library.
    if kind == "pdf":
        from index.loading import pdf_text

        return pdf_text.read(data)
    from index.loading import docx_text

    return docx_text.read(data)


def _limit(seconds: int) -> None:
    """Let the system end this process when it takes too long, and refuse it too much memory."""
    if sys.platform == "win32":
        return  # it has no such limits; the parent's patience holds there too
    import resource

    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))


if __name__ == "__main__":
    main()
