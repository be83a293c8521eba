"""Where what is known of an article was read, as admins see it; plain text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from bot import labels
from bot.languages import Message, gettext

# By the words of the index; names of tags, such as "og:title", are the same in every language.
_PLACES: Final = {
    "the heading": Message("the heading"),
    "the page's title": Message("the page's title"),
    "meta tags": Message("meta tags"),
    "a time tag": Message("a time tag"),
    "the canonical link": Message("the canonical link"),
    "the address": Message("the address"),
    "the page": Message("the page"),
    "the byline": Message("the byline"),
    "the first lines": Message("the first lines"),
    "the first heading": Message("the first heading"),
    "the front matter": Message("the front matter"),
    "the foot": Message("the foot"),
    "a label": Message("a label"),
    "the file's properties": Message("the file's properties"),
    "the feed": Message("the feed"),
    "put right by hand": Message("put right by hand"),
}


def whence(found: Mapping[str, str]) -> str:
    """Say where each field of an article was read; `found` says so in the words of the index."""
    places = [(labels.FIELDS[name](), _PLACES[place]() if place in _PLACES else place) for name, place in found.items()]
    return gettext("Read from: {places}", places=", ".join(f"{label} – {place}" for label, place in places))
