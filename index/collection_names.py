"""Collections: articles that belong together, under a name."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from index.errors import CollectionError
from index.normal import folded

DEFAULT = "default"  # where a new article belongs that was added to no other
LONGEST = 32  # characters: a name fits on a button


def collection_name(text: str) -> str:
    """Return a name as it is kept: case makes no other collection. Raises CollectionError where it can be none."""
    name = folded(text.strip())
    if not 1 <= len(name) <= LONGEST or not all(map(_may_stand, name)):
        raise CollectionError(
            f"{text!r} can't be the name of a collection: it is 1 to {LONGEST} letters, digits, - and _, without blanks"
        )
    return name


def chosen(text: str | None) -> str | None:
    """Return the name of the collection that is chosen as it is kept; None, for all articles, as it is."""
    return None if text is None else collection_name(text)


def collection_names(several: Iterable[str]) -> tuple[str, ...]:
    """Return the names as they are kept, sorted, each once. Raises CollectionError, also where there is none."""
    names = tuple(sorted({collection_name(text) for text in several}))
    if not names:
        raise CollectionError(f"an article belongs to one collection at least; name one, such as {DEFAULT}")
    return names


def _may_stand(character: str) -> bool:
    # Vowels are marks in many scripts.
    return character in "-_" or unicodedata.category(character)[0] in "LM" or character.isdecimal()
