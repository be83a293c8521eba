"""The front matter of a Markdown file: a block of `key: value` lines between two lines of `---`."""

from __future__ import annotations

import re

from index.loading.labels import read_label

_BLOCK = re.compile(r"---[ \t]*\r?\n(?P<lines>.*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)", re.DOTALL)
_ENTRY = re.compile(r"[\w-]+:(?:\s.*)?|\s*-\s.*|\s+.*|#.*|")
_ITEM = re.compile(r"-\s+[\"']?(.*?)[\"']?\s*$", re.MULTILINE)
_LIST = re.compile(r"^([\w-]+:)[ \t]*((?:\n\s*-\s+.*)+)", re.MULTILINE)


def read_front_matter(text: str) -> tuple[dict[str, object], str]:
    """Return what the front matter says about the article, and the text below it."""
    block = _BLOCK.match(text)
    if not block:
        return {}, text
    lines = block["lines"].replace("\r\n", "\n")
    if not all(_ENTRY.fullmatch(line) for line in lines.split("\n")):
        return {}, text
    # Items below a key stand behind it, as in `authors: [A, B]`.
    flat = _LIST.sub(lambda found: f"{found[1]} {', '.join(_ITEM.findall(found[2]))}", lines)
    said = [label for label in map(read_label, flat.split("\n")) if label]
    return dict(reversed(said)), text[block.end() :]
