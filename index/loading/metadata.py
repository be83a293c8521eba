"""What a source says about its article, made usable: what is odd is left out and is no failure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Self

from index.loading.dates import iso_date
from index.normal import canonical_url, one_line

NAMES = ("title", "authors", "published", "publisher", "url")  # of the fields whose places are told
BY_HAND = "put right by hand"  # in the place of where a field was read
_LANGUAGE = re.compile(r"\s*([A-Za-z]{2})(?:[-_]\w+)*\s*$")


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known about an article besides its text; `updated` is when its source changed it last.

    `language` is a code of two letters, `found` says by the names of fields where each was read.
    """

    title: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    publisher: str | None = None
    url: str | None = None
    updated: str | None = None
    language: str | None = None
    found: Mapping[str, str] = field(default_factory=dict, compare=False)

    @classmethod
    def of(cls, given: Mapping[str, object], found: Mapping[str, str] | str = "") -> Self:
        """Return what is usable under the names of the fields in `given`, whatever its types.

        `found` says where each was read, or where all were.
        """
        known = cls(
            _line(given.get("title")),
            _authors(given.get("authors")),
            iso_date(given.get("published")),
            _line(given.get("publisher")),
            _url(given.get("url")),
            iso_date(given.get("updated")),
            language_code(given.get("language") or given.get("lang")),
        )
        places = dict.fromkeys(NAMES, found) if isinstance(found, str) else found
        return replace(known, found={name: place for name, place in places.items() if place and getattr(known, name)})

    def completed(self, other: Self, place: str) -> Self:
        """Return it with what only `other` knows, all of which was read at one place."""
        lacking = [name for name in NAMES if not getattr(self, name) and getattr(other, name)]
        found = {**self.found, **dict.fromkeys(lacking, place)}
        return replace(self, **{name: getattr(other, name) for name in lacking}, found=found)


def language_code(value: object) -> str | None:
    """Return the two letters of a language in `value`, such as "en" for "en-GB"; None where it is no such code."""
    code = _LANGUAGE.match(value) if isinstance(value, str) else None
    return code[1].lower() if code else None


def _line(value: object) -> str | None:
    """Return `value` on one line; None where it is no text."""
    return one_line(value) if isinstance(value, str) else None


def _authors(value: object) -> tuple[str, ...]:
    """Return the names in `value`, a name or a list of them, each once."""
    given = [value] if isinstance(value, str) else value if isinstance(value, list | tuple) else []
    return tuple(dict.fromkeys(name for name in map(_line, given) if name))


def _url(value: object) -> str | None:
    """Return the address in `value`; None where it is no http or https address."""
    if not isinstance(value, str):
        return None
    try:
        return canonical_url(value)
    except ValueError:
        return None
