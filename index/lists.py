"""Text -> the sentence that introduces a list, without which an item of the list says little.

"2018: Hassan Rouhani signs new agreements" is about visits to Azerbaijan only behind the line that ends in
"presidential visits to Azerbaijan reflects a cautious approach:".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.sentences import sentences

_MARKER = re.compile(
    r"""
    \s*(?: [-–—*•⁃■□▪▫▶▸►◆○●◦➢➤]                  # a bullet
         | \(?(?:\d{1,3}|[^\W\d_]|[ivxlIVXL]{2,5})[.)]  # 1.  2)  (a)  iv.
         | [^\s:]{1,30}(?:[ ][^\s:]{1,30}){0,3}:    # 2018:  Iranian president:
       )\s+\S
    """,
    re.VERBOSE,
)
# A longer list is a table or an index, whose heading says little about what stands so far below it.
_MOST_ITEMS = 100


def introduction(text: str, start: int) -> str | None:
    """Return the sentence that introduces the list in which the sentence at `start` is an item, if it is one.

    A list is a line that ends in a colon, and behind it lines of one sentence that begin with a marker.
    """
    first = text.rfind("\n", 0, start) + 1
    behind = text.find("\n", start)
    line = text[first : behind if behind >= 0 else len(text)]
    if text[first:start].strip() or not _is_item(line):
        return None
    for before in _lines_before(text, first):
        if before.endswith(":"):
            begin, end = sentences(before)[-1]
            return before[begin:end]
        if not _is_item(before):
            return None
    return None


def _is_item(line: str) -> bool:
    """Whether `line` is one sentence that begins with a marker."""
    return _MARKER.match(line) is not None and len(sentences(line)) == 1


def _lines_before(text: str, end: int) -> Iterator[str]:
    """Yield the lines before `text[end]` that are not blank, the nearest first, as many as a list can have."""
    found = 0
    while end > 0 and found < _MOST_ITEMS:
        first = text.rfind("\n", 0, end - 1) + 1
        line = text[first : end - 1].strip()
        end = first
        if line:
            found += 1
            yield line
