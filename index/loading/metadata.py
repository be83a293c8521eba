"""What a source says about its article, made usable: what is odd is left out and is no failure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from index.loading.dates import iso_date
from index.normal import canonical_url, one_line


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known about an article besides its text; `updated` is when its source changed it last."""

    title: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    publisher: str | None = None
    url: str | None = None
    updated: str | None = None

    @classmethod
    def of(cls, given: Mapping[str, object]) -> Self:
        """Return what is usable under the names of the fields in `given`, whatever its types."""
        return cls(
            _line(given.get("title")),
            _authors(given.get("authors")),
            iso_date(given.get("published")),
            _line(given.get("publisher")),
            _url(given.get("url")),
            iso_date(given.get("updated")),
        )


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
