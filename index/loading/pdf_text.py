"""PDF: its pages as one text, and what the file says of itself."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

from index.loading.extract import MOST_CHARACTERS, TOO_LONG, TOO_MUCH, Extract, Refused
from index.loading.pdf_lines import Line, lines_of
from index.loading.pdf_paragraphs import Paragraph, heading, paragraphs
from index.loading.pdf_running import without_running_lines

if TYPE_CHECKING:
    from pypdf import PdfReader

_MOST_PAGES = 500
_MARK_WITHIN = 1024  # bytes; readers of PDF look no further for its mark (PDF 32000-1, annex H.3.4.1)
# What streams may inflate to, in bytes, and how many operations a page may have: some ten times those of a full page.
_MOST_INFLATED, _MOST_OPERATIONS = 30_000_000, 1_000_000
_MADE = re.compile(r"(?:D:)?(\d{4})(\d\d)(\d\d)")
_UNREADABLE = 0.3  # of the signs: fonts that do not say which letters theirs are
_NO_PDF = "no PDF, although its name says so; give it the suffix of what it is, or save it as PDF again"
_LOCKED = "locked with a password; save a copy without one, by printing it to PDF, and add that"
_SCAN = "it is a scan: run it through OCR, e.g. ocrmypdf, and add the result"
_NO_LETTERS = "its fonts do not say which letters they show: run it through `ocrmypdf --force-ocr` and add the result"


def read(data: bytes) -> Extract:
    """Return the text of a PDF. Raises Refused; pypdf's errors and many others where the file is damaged."""
    if b"%PDF-" not in data[:_MARK_WITHIN]:
        raise Refused(_NO_PDF)
    # Imported here because only the process that reads a PDF needs it.
    from pypdf import PdfReader, apply_configuration
    from pypdf.errors import DependencyError, FileNotDecryptedError, LimitReachedError

    with apply_configuration(
        zlib_maximum_output_length=_MOST_INFLATED, stream_parsing_work_maximum_count=_MOST_OPERATIONS
    ):
        try:
            reader = PdfReader(io.BytesIO(data))
            found = paragraphs(_lines(reader))
        except (DependencyError, FileNotDecryptedError, NotImplementedError):
            raise Refused(_LOCKED) from None
        except LimitReachedError:
            raise Refused(TOO_MUCH) from None
    return Extract(_text(found), heading(found), *_said(reader))


def _said(reader: PdfReader) -> tuple[str | None, str | None, str | None]:
    """Return title, author and day of making; none where the file says nothing of itself that can be read."""
    from pypdf.errors import PdfReadError

    try:
        said = reader.metadata
    except PdfReadError:
        return None, None, None
    if said is None:
        return None, None, None
    made = _MADE.match(str(said.creation_date_raw))
    return said.title, said.author, "-".join(made.groups()) if made else None


def _lines(reader: PdfReader) -> list[Line]:
    """Return the lines of all pages. Raises Refused where there are too many, or none."""
    count = len(reader.pages)
    if count > _MOST_PAGES:
        raise Refused(f"{count:,} pages, but an article has at most {_MOST_PAGES}; add the pages that matter alone")
    pages, characters = [], 0
    for number, page in enumerate(reader.pages):
        pages.append(lines_of(page, number))
        characters += sum(len(line.text) for line in pages[-1])
        if characters > MOST_CHARACTERS:
            raise Refused(TOO_LONG)
    if not characters:
        raise Refused(f"no text in its {count} pages, {_SCAN}" if count != 1 else f"no text in its one page, {_SCAN}")
    unreadable = sum(not _is_sign(char) for lines in pages for line in lines for char in line.text)
    if unreadable > _UNREADABLE * characters:
        raise Refused(_NO_LETTERS)
    return without_running_lines(pages)


def _is_sign(char: str) -> bool:
    """Whether `char` is something that people write, and not what stands for an unknown letter."""
    return char == " " or (char.isprintable() and char != "\ufffd")


def _text(found: list[Paragraph]) -> str:
    """Return paragraphs as a text: a blank line before each, but not between the items of a list."""
    text = ""
    for one in found:
        between = "\n" if one.is_item else "\n\n"
        text += between + one.text
    return text.strip()
