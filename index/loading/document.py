"""Documents with pages, PDF and DOCX: read as a plain text, completed by what the file says of itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from index.loading import plain_text
from index.loading.bylines import split_authors
from index.loading.dates import iso_date
from index.loading.extract import Extract, Refused
from index.loading.metadata import Metadata
from index.loading.sandbox import read_apart
from index.loading.source import Source
from index.normal import one_line
from index.records import Article

# What programs write there when nobody has written anything.
_NO_TITLE = re.compile(
    r"untitled.*|(?:new |microsoft )?(?:word )?document\s*\d*|title|(?:power\s?point )?presentation\s*\d*|slide \d+|"
    r"microsoft (?:word|power\s?point|excel) - .*|.*\.(?:docx?|pdf|odt|rtf|txt|te?x|dvi|indd|qxd|pptx?|html?)|"
    r"(?:https?:|file:|about:).*|без имени.*|документ\s*\d*|başlıksız.*|adsız.*",
    re.IGNORECASE,
)
_NO_NAME = re.compile(r"\d|\b(?:user|owner|author|unknown|anonymous|microsoft|python|unnamed|пользователь)\b", re.I)
_FIRST_YEAR = 1993  # of PDF, and of no file that knows its day: programs write 1601, 1970 and 1980
_TEMPLATE = "2013-12-23"  # the day of python-docx's own template, which stands in all that was made with it


def load(source: Source, kind: Literal["pdf", "docx"]) -> Iterator[Article]:
    """Yield the one article of a document. Raises SourceError where there is none."""
    try:
        found = read_apart(kind, source.read())
    except Refused as refused:
        raise source.error(str(refused)) from None
    yield source.article(*read(found))


def read(found: Extract) -> tuple[str, Metadata]:
    """Return the article's own text and what is known: what the text says counts, then what the file says."""
    text, known = plain_text.read(found.text)
    if known.title is None and found.heading:
        known = replace(known, title=found.heading, found={**known.found, "title": "the heading"})
        text = text.removeprefix(found.heading).lstrip("\n") or text
    said = Metadata(_title(found.title), _authors(found.author), _day(found.created))
    return text, known.completed(said, "the file's properties")


def _title(given: str | None) -> str | None:
    """Return the title that somebody gave; None where a program did."""
    title = one_line(given)
    usable = title and any(map(str.isalpha, title)) and not _NO_TITLE.fullmatch(title)
    return title if usable else None


def _authors(given: str | None) -> tuple[str, ...]:
    """Return the names of people in `given`: of two words or more, so that the names of accounts are left out."""
    names = split_authors(one_line(given) or "")
    return tuple(name for name in names if " " in name and not _NO_NAME.search(name))


def _day(created: str | None) -> str | None:
    """Return the day on which a file was made; its hour is nobody's news."""
    date = iso_date(created)
    usable = date and int(date[:4]) >= _FIRST_YEAR and date[:10] != _TEMPLATE
    return date[:10] if date and usable else None
