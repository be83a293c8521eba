"""A list of addresses, one a line."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

from index.errors import SourceError
from index.loading.addresses import is_address
from index.loading.decoding import decode


def read_addresses(name: str, stdin: BinaryIO) -> tuple[list[str], list[SourceError]]:
    """Return the addresses in the file `name`, standard input for "-", each once; and an error for each other line.

    Blank lines and those that begin with # are skipped. Raises SourceError where the file holds no list.
    """
    try:
        text = decode(stdin.read() if name == "-" else Path(name).read_bytes())
    except OSError as error:
        raise SourceError(name, f"{error.strerror}; give a text file with an address a line") from None
    except ValueError as error:
        raise SourceError(name, str(error)) from None
    lines = dict.fromkeys(line.strip() for line in text.split("\n"))
    filled = [line for line in lines if line and not line.startswith("#")]
    if not filled:
        raise SourceError(name, "no addresses in it; write one a line, as https://example.org/news/article")
    others = [
        SourceError(line, "no address; write it as https://example.org/news/article, or give a file without --urls")
        for line in filled
        if not is_address(line)
    ]
    return list(filter(is_address, filled)), others
