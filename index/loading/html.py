"""HTML: the article in a page, without its menus, banners and comments, and what its metadata say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from index.loading.bylines import byline, split_authors
from index.loading.chrome import is_advertising, is_chrome
from index.loading.dates import iso_date
from index.loading.metadata import Metadata
from index.loading.modified import modified
from index.loading.source import Source
from index.loading.whence import language, whence
from index.records import Article

_CHARSET = re.compile(rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
_DECLARED_WITHIN = 4096  # bytes; browsers look at the first 1024, and long comments come before it
_PUBLISHED = (
    '//meta[@property="article:published_time" or @itemprop="datePublished" or @name="date"]/@content'
    ' | //*[@itemprop="datePublished"]/@datetime | //article//time/@datetime'
)
_JSON_DATE = re.compile(r'"datePublished"\s*:\s*"([^"]+)"')
# The date of publication, not of the last change, and none that is only guessed from numbers in the text.
_FIRST_DATE = {"original_date": True, "extensive_search": False}
_LONGEST_ROW = 300  # characters of a row of a table
_RULE = re.compile(r"\|?[-:|\s]*-{3}[-:|\s]*")


def load(source: Source) -> Iterator[Article]:
    """Yield the one article of a page, read in the charset that it declares. Raises SourceError where there is none."""
    data = source.read()
    declared = _CHARSET.search(data[:_DECLARED_WITHIN])
    yield source.article(*read(source.decode(data, declared[1].decode() if declared else "utf-8")))


def read(page: str) -> tuple[str, Metadata]:
    """Return the text of the article in `page`, empty where there is none, and what is known about it."""
    found = _extract(page, tables=True)
    # In the pages of old, a table holds the whole page: its "cell" is then the article run together.
    if found and any(line.startswith("|") and len(line) > _LONGEST_ROW for line in found.text.split("\n")):
        found = _extract(page, tables=False) or found
    if not found:
        return "", Metadata()
    known = Metadata.of(
        {
            "title": _title(found.title, found.sitename),
            "authors": split_authors(found.author or ""),
            "published": _published(found.date, _declared_dates(page)),
            "publisher": found.sitename,
            "url": found.url,
            "updated": modified(page),
        }
    )
    return _text(found.text, known.title), _placed(page, known)


def _placed(page: str, known: Metadata) -> Metadata:
    """Return what is known with the page's language, and where in the page each of it stands."""
    from trafilatura import load_html

    tree: Any = load_html(page)
    return known if tree is None else replace(known, language=language(tree), found=whence(tree, known))


def _extract(page: str, *, tables: bool) -> Any:
    """Return trafilatura's document; None where it finds no article."""
    # Imported here because it takes a while.
    from trafilatura import bare_extraction

    # Not favor_precision: on the pages of the tests it takes no more chrome away, but headings of the article.
    return bare_extraction(
        page, with_metadata=True, include_comments=False, include_tables=tables, date_extraction_params=_FIRST_DATE
    )


def _declared_dates(page: str) -> list[str]:
    """Return the dates of publication that the page declares."""
    from trafilatura import load_html

    tree: Any = load_html(page)
    scripts = "\n".join(tree.xpath('//script[@type="application/ld+json"]/text()'))
    given = [*tree.xpath(_PUBLISHED), *_JSON_DATE.findall(scripts)]
    return [date for date in map(iso_date, given) if date]


def _published(day: str | None, declared: list[str]) -> str | None:
    """Return the most exact of the dates `declared` on the day that was found; the day itself where there is none."""
    if day is None:
        return declared[0] if declared else None
    return max((date for date in declared if date.startswith(day)), key=len, default=day)


def _title(title: str | None, publisher: str | None) -> str | None:
    """Return `title` without the publisher behind it, as in "Oil rises | The Courier"."""
    if not title or not publisher:
        return title
    return re.sub(rf"\s+[|–—-]\s+{re.escape(publisher)}$", "", title)


def _text(text: str, title: str | None) -> str:
    """Return `text` without its title, byline and advertisements, tables as lines of cells."""
    lines = [line for line in text.split("\n") if not is_advertising(line) and not _RULE.fullmatch(line)]
    while lines and (lines[0].strip() == title or is_chrome(lines[0]) or byline(lines[0])):
        del lines[0]
    return "\n".join(line.strip("| ") if line.startswith("|") else line for line in lines)
