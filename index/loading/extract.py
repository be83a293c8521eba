"""What a reader of documents takes out of one, before anything is known of it as an article."""

from __future__ import annotations

from dataclasses import dataclass

MOST_CHARACTERS = 2_000_000  # of one text: a book has a million
TOO_MUCH = "inflates to more than an article may have; split it, or save its text as .txt and add that"
TOO_LONG = f"its text has more than {MOST_CHARACTERS:,} characters; split it, and add the parts"


class Refused(Exception):
    """A document can't be read; the message says why, and what to do."""


@dataclass(frozen=True, slots=True)
class Extract:
    r"""The text, paragraphs parted by a blank line, and what else the document says, odd things too.

    `heading` is the line of the text that looks like its title, `title`, `author` and `created` (ISO 8601) are what
    the file says of itself.
    """

    text: str
    heading: str | None = None
    title: str | None = None
    author: str | None = None
    created: str | None = None
