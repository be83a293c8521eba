"""The title of a plain text: which of its first lines it is."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import dropwhile, takewhile

from index.loading.bylines import is_role
from index.loading.chrome import simple
from index.loading.dates import split_date
from index.loading.prose import is_name, is_paragraph, is_section, is_sentence

_LONGEST = 150  # characters; a longer first line is a paragraph without its full stop
# Words, most telling first: sections and sites have few of them.
_LEAST = (4, 3, 1)


def find_title(lines: Sequence[str]) -> str | None:
    """Return which of `lines` is most likely the title: one that stands there twice, else the first long one."""
    short = [line for line in lines if _may_be_title(line) and " | " not in line and not split_date(line)[0]]
    twice = [line for line in short if short.count(line) > 1 and not is_name(line)]
    for least in _LEAST:
        for line in (*twice, *short):
            names_something = is_name(line) or is_section(line)
            if len(simple(line).split()) >= least and not is_role(line) and not (names_something and least > 1):
                return line
    return None


def title_alone(lines: Sequence[str]) -> str | None:
    """Return the first line where it is short, and a blank line and a longer paragraph follow it; else None."""
    if len(lines) < 3 or lines[1] or not _may_be_title(lines[0]):
        return None
    block = " ".join(_next_block(lines[1:]))
    return lines[0] if is_paragraph(block) and len(block) > len(lines[0]) else None


def _may_be_title(line: str) -> bool:
    """Whether `line` is short, and neither a sentence nor the beginning of one."""
    return len(line) <= _LONGEST and not is_sentence(line) and not line.endswith((",", ";", "-", "–", "—"))


def _next_block(lines: Sequence[str]) -> list[str]:
    """Return the first lines of `lines` that no blank line divides."""
    return list(takewhile(bool, dropwhile(lambda line: not line, lines)))
