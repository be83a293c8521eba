"""What stands before the first element of an XML document, and the name of that one."""

from __future__ import annotations

import re
from dataclasses import dataclass

_BLANK = re.compile(r"\s*")
_NAME = re.compile(r"<(?:[\w.-]+:)?([\w.-]+)")


@dataclass(frozen=True, slots=True)
class Prolog:
    """The name of the first element, in lower case and without a prefix, empty where there is none.

    `declares` says whether the document declares entities, or anything else of its own, which no feed needs.
    """

    root: str
    declares: bool


def prolog(text: str) -> Prolog:
    """Return what comes first in `text`; one pass, however hostile it is."""
    at, declares = 0, False
    while True:
        at = _end(_BLANK, text, at)
        if text.startswith("<?", at):
            end = text.find("?>", at) + 2
        elif text.startswith("<!--", at):
            end = text.find("-->", at) + 3
        elif text.startswith("<!", at):
            end = text.find(">", at) + 1
            if "[" in text[at:end]:
                declares, end = True, text.find(">", text.find("]", at)) + 1
        else:
            found = _NAME.match(text, at)
            return Prolog(found[1].lower() if found else "", declares)
        if end <= at:
            return Prolog("", declares)
        at = end


def _end(pattern: re.Pattern[str], text: str, at: int) -> int:
    found = pattern.match(text, at)
    return found.end() if found else at
