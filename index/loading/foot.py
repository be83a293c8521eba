"""The foot of a copied page: tags, links and subscriptions below the last paragraph; and its publisher."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from index.loading.chrome import is_chrome, is_end
from index.loading.labels import read_label
from index.loading.prose import is_paragraph, is_sentence

_WORDS_OF_A_NAME = 4
_NAME = r"(?P<name>(?:the )?[A-ZА-ЯİŞÇÖÜƏ][^,.|©]{1,40}?)"
_CHANNEL = re.compile(rf"\b(?:on|of|from|with|to|[Ff]ollow) {_NAME}(?:['’]s?)? (?:on )?(?:WhatsApp|Telegram|YouTube)\b")
_RIGHTS = re.compile(
    rf"^(?:copyright )?(?:©|\(c\))? ?(?:copyright )?(?:\d{{4}}(?:[-–]\d{{4}})?)? ?{_NAME}(?:[.,|]|$)", re.I
)
_DATELINE = re.compile(r"^[^()\n]{2,60}\((?P<name>[A-Z][\w. ]{1,30})\)\s*[-–—]")


def find_foot(lines: Sequence[str], known: Collection[str]) -> int:
    """Return the number of the first line of the foot; the number of lines where there is none.

    `known` are title and authors: repeated below the last paragraph, they are of the foot.
    """
    end = next((row for row, line in enumerate(lines) if is_end(line)), len(lines))
    last = max((row for row in range(end) if _is_text(lines[row])), default=end)
    if last == end or (lines[last].endswith(":") and end == len(lines)):
        return end
    return next((row for row in range(last + 1, end) if _is_below(lines[row], known)), end)


def _is_below(line: str, known: Collection[str]) -> bool:
    """Whether `line`, below the last paragraph, begins the foot."""
    return bool(line) and (is_chrome(line) or line in known or _publisher(line) is not None)


def _publisher(line: str) -> str | None:
    """Return the publisher in a line such as "Source: Trend"; None where it is none, or more than a name."""
    label = read_label(line)
    if label is None or label[0] != "publisher" or len(str(label[1]).split()) > _WORDS_OF_A_NAME:
        return None
    return str(label[1])


def _is_text(line: str) -> bool:
    """Whether `line` is surely of the article: a paragraph, or a sentence of some words."""
    return is_paragraph(line) or (is_sentence(line) and len(line.split()) > 2 and not is_chrome(line))


def find_publisher(text: str, foot: Sequence[str]) -> str | None:
    """Return who published: named in the foot, or in a dateline such as "LONDON, March 3 (Reuters) - "."""
    for line in foot:
        if name := _publisher(line):
            return name
        rights = _RIGHTS.match(line) if "©" in line or "opyright" in line else None
        if found := _CHANNEL.search(line) or rights:
            return found["name"].strip()
    dateline = _DATELINE.match(text)
    return dateline["name"] if dateline else None
