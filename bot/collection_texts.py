"""What is said of collections of articles; plain text, escaped where it becomes HTML (see texts)."""

from __future__ import annotations

from typing import Final

from bot.languages import Message, gettext, ngettext

ALL: Final = Message("All articles")
BAD_NAME: Final = Message("A collection has a name of 1 to 32 letters, digits, - and _, without blanks.")
GONE: Final = Message("This collection has no articles any more.")
_FROM_ALL: Final = Message("Questions here are answered from all articles.")
_GOES_IN: Final = Message("What you add here goes into it.")


def chosen(name: str | None, articles: int) -> str:
    """Say which articles a chat of admins is about, and how many these are where it is a collection."""
    if name is None:
        return _FROM_ALL()
    held = ngettext(
        "Questions here are answered from the collection {name}, which has {count} article.",
        "Questions here are answered from the collection {name}, which has {count} articles.",
        articles,
        name=name,
    )
    return f"{held} {_GOES_IN()}"


def empty(name: str) -> str:
    """Say that there is nothing to answer from in the collection that a chat is about."""
    return gettext("There are no articles in the collection {name}, which I answer from here.", name=name)


def answers_from(name: str | None) -> str:
    """Return what stands on the button of a group's settings."""
    return gettext("Answer from: {name}", name=ALL() if name is None else name)
