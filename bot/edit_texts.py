"""What admins read while they put an article right; plain text, escaped where it becomes HTML (see texts)."""

from __future__ import annotations

from typing import Final

from bot import labels
from bot.languages import Message, gettext, isolated, language_name

HOW_TO_EDIT: Final = Message(
    "Write the id of an article behind /edit; /articles shows the ids. What follows it may say what to change at once, "
    "as in: /edit 3f2a9c title A new port"
)
EDITED: Final = Message("Changed")
SAME: Final = Message("It is so already; nothing was changed.")
NOTHING: Final = "–"
PLACEHOLDER: Final = Message("The new value, or -")
NO_DATE: Final = Message("This is no date. Write it as 2025-04-28, or with the time as 2025-04-28T10:48+04:00")
NO_ADDRESS: Final = Message("This is no address. Write it as https://example.org/news/article")
_LANGUAGE: Final = Message("Language")
_SEVERAL: Final = Message("Separate several by commas.")
_AS_DATE: Final = Message("Write it as 2025-04-28, or with the time as 2025-04-28T10:48+04:00")


def ask(field: str, title: str) -> str:
    """Ask for the new value of a field of the article with this title."""
    asked = gettext(
        "{field} of “{title}”: reply to this message with the new value, or with - to take it away.",
        field=labels.FIELDS[field](),
        title=title,
    )
    more = {"authors": _SEVERAL, "collections": _SEVERAL, "published": _AS_DATE}.get(field)
    return f"{asked} {more()}" if more else asked


def line(field: str, value: str) -> str:
    """Return a line that tells a field of an article."""
    return f"{labels.FIELDS[field]()}: {isolated(value) if value else NOTHING}"


def language(code: str | None) -> str:
    """Return a line that tells the language of an article, which can't be changed."""
    return f"{_LANGUAGE()}: {isolated(language_name(code)) if code else NOTHING}"


def refused(reason: str) -> str:
    """Say why an article can't be changed so."""
    return gettext("It stays as it is, since this can't be done: {reason}", reason=reason)


def no_field(name: str) -> str:
    """Say which fields there are, since this is none."""
    names = "title, authors, date, publisher, address, collections"
    return gettext("I know nothing called {name} of an article. What can be changed: {names}", name=name, names=names)
