"""What a person puts right about an article, where extraction erred."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TypedDict, cast

from index.collection_names import collection_names
from index.errors import EditError
from index.loading.dates import iso_date
from index.normal import canonical_url, one_line
from index.records import Article


class Edit(TypedDict, total=False):
    """The fields to change, with their new values; an empty one takes a field away."""

    title: str | None
    authors: Sequence[str]
    published: str | None
    publisher: str | None
    url: str | None
    collections: Sequence[str]


def checked(given: Mapping[str, object]) -> Edit:
    """Return what is `given`, each value in its normal form. Raises EditError where there is none, or a wrong one."""
    if not given or given.keys() - _CHECKS.keys():
        raise EditError(f"say what to change, one or more of: {', '.join(_CHECKS)}")
    return cast(Edit, {name: _CHECKS[name](value) for name, value in given.items()})


def with_edits(article: Article, edit: Edit) -> Article:
    """Return `article` as it is after `edit`, under the same id."""
    known = {name: value for name, value in edit.items() if name != "collections"}
    return replace(article, **known, known_as=article.identity)  # type: ignore[arg-type]  # the fields have the names


def _line(value: object) -> str | None:
    return one_line(str(value)) if value else None


def _authors(value: object) -> tuple[str, ...]:
    names = value if isinstance(value, list | tuple) else [value]
    return tuple(dict.fromkeys(line for line in map(_line, names) if line))


def _published(value: object) -> str | None:
    line = _line(value)
    found = iso_date(line)
    if line and not found:
        raise EditError(f"{line!r} is no date; write it as 2025-04-28 or 2025-04-28T10:48+04:00")
    return found


def _url(value: object) -> str | None:
    line = _line(value)
    try:
        return canonical_url(line) if line else None
    except ValueError:
        raise EditError(f"{line!r} is no address; write it as https://example.org/news/article") from None


def _collections(value: object) -> tuple[str, ...]:
    return collection_names(value if isinstance(value, list | tuple) else [str(value)])


_CHECKS: dict[str, Callable[[object], str | tuple[str, ...] | None]] = {
    "title": _line,
    "authors": _authors,
    "published": _published,
    "publisher": _line,
    "url": _url,
    "collections": _collections,
}
