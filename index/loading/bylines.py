"""Who wrote it: the names in a byline."""

from __future__ import annotations

import re

from index.loading.dates import split_date
from index.loading.prose import is_name

_BY = re.compile(r"^(?:written |reported |story |words |posted |published )?by[ :]+(?=\S)", re.IGNORECASE)
_LABEL = re.compile(
    r"^(?:authors?|written by|автор(?:ы)?|автор статьи|текст|yazar(?:lar)?|yazan|haber|müəllif(?:lər)?|"
    r"نویسنده(?:گان)?|نویسندگان|گزارش)\s*[:：]\s*(?=\S)",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"\s*;\s*|\s*,(?!\s*(?:Jr|Sr|I{1,3}|Ph\.?D|MD)\b)\s*(?:and\s+|&\s*)?|\s+(?:and|&|и|ve|və|و)\s+", re.IGNORECASE
)
_PARTS = re.compile(r"\s*[|•·—–]\s*|\s+-\s+")
_PLACE = re.compile(r"\s+(?:in|at|for|from)\s+[A-ZА-ЯİŞÇ].*$")
_NOBODY = frozenset(["staff", "admin", "administrator", "editor", "editors", "redaktor", "redaksiya", "редакция"])
_ADDRESS = re.compile(r"https?:|www\.|@|/")
_ROLE = re.compile(
    r"\b(?:reporter|correspondent|editor|journalist|columnist|analyst|producer|writer|корреспондент|журналист|обозреватель|"
    r"muhabir|muhabiri|müxbir|خبرنگار)\b",
    re.IGNORECASE,
)
_LONGEST_LINE = 200  # characters
_LONGEST = 8  # words of one name


def split_authors(names: str) -> tuple[str, ...]:
    """Return the names in "A, B and C", each once, without addresses, roles and nameless staff."""
    found: dict[str, str] = {}
    for name in _BETWEEN.split(names):
        name = _PLACE.sub("", _BY.sub("", name.strip(" .,|"))).strip()
        if name and _is_somebody(name):
            found.setdefault(name.casefold(), name)
    return tuple(found.values())


def byline(line: str) -> tuple[str, ...]:
    """Return the names in `line` if it is a byline, such as "By Jane Doe | March 3, 2024"; else nothing."""
    if len(line) > _LONGEST_LINE:
        return ()
    if label := _LABEL.match(line):
        first = _PARTS.split(split_date(line[label.end() :])[1])[0]
        return split_authors(first)
    start = _BY.match(line)
    parts = _PARTS.split(split_date(line[start.end() if start else 0 :])[1])
    names = split_authors(parts[0])
    if start:
        return tuple(name for name in names if is_name(name) or (name.isupper() and " " in name))
    # "Jane Doe | March 3, 2024" is one too; a name that stands alone may be anything.
    dated = len(parts) > 1 and split_date(line)[0]
    return names if dated and names and all(map(is_name, names)) else ()


def is_role(line: str) -> bool:
    """Whether `line` is what an author is, such as "Business reporter"."""
    return len(line.split()) <= 6 and bool(_ROLE.search(line))


def _is_somebody(name: str) -> bool:
    """Whether `name` is that of a person or a desk."""
    words = name.casefold().split()
    nobody = _ADDRESS.search(name) or words[0] in _NOBODY or is_role(name)
    return not nobody and len(words) <= _LONGEST and any(char.isalpha() for char in name)
