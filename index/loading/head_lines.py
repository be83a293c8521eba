"""What a line above the first paragraph is: chrome, a byline, a date, or anything."""

from __future__ import annotations

import re
from enum import Enum, auto

from index.loading.bylines import byline
from index.loading.chrome import is_chrome, simple
from index.loading.dates import split_date
from index.loading.prose import is_sentence

_ADDRESS = re.compile(r"https?://\S+")
_LONGEST_DATE = 120  # characters of a line that is a date and little else
_FEW_WORDS = 4  # beside a date: a section, "updated at"


class Kind(Enum):
    """What a line of a head is for sure."""

    CHROME = auto()
    BYLINE = auto()
    DATE = auto()
    UNSURE = auto()


def kind_of(line: str) -> Kind:
    """Return what `line` is for sure."""
    if byline(line):
        return Kind.BYLINE
    date, rest = split_date(line) if len(line) <= _LONGEST_DATE and not is_sentence(line) else (None, line)
    if date and len(simple(rest).split()) <= _FEW_WORDS:
        return Kind.DATE
    return Kind.CHROME if is_chrome(line) or _ADDRESS.fullmatch(line) else Kind.UNSURE
