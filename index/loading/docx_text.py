"""DOCX: its paragraphs, headings, lists and tables as one text, and what the file says of itself.

mammoth reads it, since it knows what Word's XML means: text in links, fields, boxes and content controls, what is
deleted but kept as a tracked change, which paragraphs are a list. python-docx leaves most of that to its caller.
"""

from __future__ import annotations

import io
import zipfile
from xml.etree.ElementTree import ParseError, fromstring
from xml.parsers import expat

from index.loading.docx_html import read_html
from index.loading.extract import MOST_CHARACTERS, TOO_LONG, TOO_MUCH, Extract, Refused

_OLE = bytes.fromhex("d0cf11e0a1b11ae1")  # the container of Word's files before 2007, and of encrypted ones
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_MOST_XML = 50_000_000  # bytes that all parts inflate to; the text of a book makes ten million
_MOST_PARTS, _MOST_ELEMENTS = 5_000, 300_000
_CORE = "docProps/core.xml"
_DUBLIN, _TERMS = "{http://purl.org/dc/elements/1.1/}", "{http://purl.org/dc/terms/}"
_TITLE = "p[style-name='Title'] => h1:fresh"
_SAVE = "open it, save it as .docx and add that"


def read(data: bytes) -> Extract:
    """Return the text of a Word file. Raises Refused; mammoth's errors and others where the file is damaged."""
    if data.startswith(_OLE):
        locked = _ENCRYPTED in data
        raise Refused(f"locked with a password; take it off in Word and {_SAVE}" if locked else f"an old .doc; {_SAVE}")
    try:
        parts = zipfile.ZipFile(io.BytesIO(data))
    except zipfile.BadZipFile:
        raise Refused(f"no Word file, although its name says so, or a damaged one; {_SAVE}") from None
    with parts:
        _check(parts)
        text, heading = read_html(_html(data))
        if len(text) > MOST_CHARACTERS:
            raise Refused(TOO_LONG)
        return Extract(text, heading, *_said(parts))


def _check(parts: zipfile.ZipFile) -> None:
    """Raise Refused where `parts` are not those of a Word file, or would take too much memory to read."""
    entries = parts.infolist()
    if not any(entry.filename.startswith("word/") for entry in entries):
        raise Refused(f"a zip without a Word text in it; {_SAVE}")
    if any(entry.flag_bits & 1 for entry in entries):
        raise Refused(f"locked with a password; take it off and {_SAVE}")
    # What an entry inflates to is never more than it declares: zipfile stops there.
    read = [entry for entry in entries if entry.filename.endswith((".xml", ".rels"))]
    if len(entries) > _MOST_PARTS or sum(entry.file_size for entry in read) > _MOST_XML:
        raise Refused(TOO_MUCH)
    elements = 0
    for entry in read:
        elements += _elements(parts.read(entry))
        if elements > _MOST_ELEMENTS:
            raise Refused(TOO_MUCH)


def _elements(xml: bytes) -> int:
    """Return how many elements a part has. Raises Refused where it declares entities: they may stand for gigabytes."""
    count = 0

    def refuse(*_declared: object) -> None:
        raise Refused(f"declares XML entities, as no Word file does; {_SAVE}")

    def one_more(*_element: object) -> None:
        nonlocal count
        count += 1

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = refuse
    parser.StartElementHandler = one_more
    parser.Parse(xml, True)
    return count


def _html(data: bytes) -> str:
    """Return the document as HTML, without its pictures."""
    import mammoth  # type: ignore[import-untyped]  # it ships no types

    without = mammoth.images.img_element(lambda _picture: {})
    converted = mammoth.convert_to_html(
        io.BytesIO(data), style_map=_TITLE, convert_image=without, include_embedded_style_map=False
    )
    return str(converted.value)


def _said(parts: zipfile.ZipFile) -> tuple[str | None, str | None, str | None]:
    """Return title, author and day of making; none where the part with them is missing."""
    try:
        core = fromstring(parts.read(_CORE))  # noqa: S314  # it declares no entities
    except (KeyError, ParseError):
        return None, None, None
    return core.findtext(f"{_DUBLIN}title"), core.findtext(f"{_DUBLIN}creator"), core.findtext(f"{_TERMS}created")
