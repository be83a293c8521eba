"""A list of addresses, one a line."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from index.errors import SourceError
from index.loading import read_addresses

LIST = """\ufeff# The port
https://example.org/a

  http://example.org/b?x=1#y \t
https://example.org/a
notes.txt
/etc/passwd
# https://example.org/c
"""


def test_each_line_is_an_address_or_an_error(tmp_path: Path) -> None:
    """Comments, blank lines and repetitions are left out; a file in the list is never read."""
    file = tmp_path / "list"
    file.write_text(LIST, "utf-8", newline="\r\n")
    addresses, errors = read_addresses(str(file), io.BytesIO())
    assert addresses == ["https://example.org/a", "http://example.org/b?x=1#y"]
    assert [error.source for error in errors] == ["notes.txt", "/etc/passwd"]
    assert errors[0].reason.startswith("no address; write it as https://example.org/news/article")


def test_standard_input_is_a_list_too() -> None:
    """A hyphen names it."""
    assert read_addresses("-", io.BytesIO(b"https://example.org/a")) == (["https://example.org/a"], [])


@pytest.mark.parametrize(
    ("given", "why"),
    [
        (b"", "no addresses in it; write one a line, as https://example.org/news/article"),
        (b"# none\n\n", "no addresses in it; write one a line, as https://example.org/news/article"),
        (b"\xff", "not UTF-8 at byte 0; save it as UTF-8"),
        (None, "No such file or directory; give a text file with an address a line"),
    ],
)
def test_what_is_no_list_is_an_error(given: bytes | None, why: str, tmp_path: Path) -> None:
    """It says what is expected."""
    file = tmp_path / "list"
    if given is not None:
        file.write_bytes(given)
    with pytest.raises(SourceError) as error:
        read_addresses(str(file), io.BytesIO())
    assert (error.value.source, error.value.reason) == (str(file), why)
