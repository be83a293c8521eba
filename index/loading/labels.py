"""Lines such as "Title: ..." and "Date: ..." at the top of a text, and what they name."""

from __future__ import annotations

import re
from collections.abc import Iterable

from index.loading.bylines import split_authors
from index.loading.metadata import Metadata

_NAMES = {
    "title": "title headline заголовок başlık başlıq عنوان",
    "authors": "author authors author(s) by byline автор авторы yazar müəllif نویسنده",
    "published": "date published published_at publishdate pubdate дата tarih tarix تاریخ",
    "publisher": "publisher source site website source/publisher publication источник издание kaynak mənbə منبع",
    "language": "language lang язык dil زبان",
    "url": "url link canonical canonical_url permalink ссылка адрес ünvan bağlantı نشانی",
}
_FIELDS = {name: field for field, names in _NAMES.items() for name in names.split()}
_LABEL = re.compile(r"(?P<name>[^\W\d][\w()/ -]{1,20}?)\s*[:：]\s*(?P<value>.*)")
_LONGEST = 300  # characters of a value; longer ones are paragraphs


def read_labels(lines: Iterable[str]) -> tuple[dict[str, object], int]:
    """Return what the labels at the top of `lines` say, and how many lines they take."""
    known: dict[str, object] = {}
    taken = 0
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        said = read_label(line)
        if not said or said[0] in known:
            break
        known[said[0]] = said[1]
        taken = number
    return known, taken


def read_label(line: str) -> tuple[str, object] | None:
    """Return the field that `line` names and its value; None where it is no label, or its value doesn't fit."""
    found = _LABEL.fullmatch(line.strip())
    field = _FIELDS.get(found["name"].casefold().replace(" ", "_")) if found else None
    if not found or not field or not 0 < len(found["value"]) <= _LONGEST:
        return None
    value = found["value"].strip().strip("\"'")
    if field == "publisher" and value.startswith(("http://", "https://")):
        field = "url"
    if field in ("authors", "publisher") and value.endswith((".", "?", "!")) and len(value.split()) > 4:
        return None
    said: object = split_authors(value.strip("[]")) if field == "authors" else value
    usable = getattr(Metadata.of({field: said}), field)
    return (field, said) if usable else None
