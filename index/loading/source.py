"""Source: what a loader reads from, with the limits that hold for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from index.errors import SourceError
from index.loading.decoding import decode
from index.loading.metadata import Metadata
from index.records import Article


@dataclass(frozen=True, slots=True)
class Source:
    r"""Something that holds articles.

    `pieces` are its bytes: lines with their `\n`, longer ones in pieces of more than `max_bytes`.
    `name` is for messages; `path` is given for a file that holds one article, whose identity it then is.
    """

    name: str
    pieces: Iterator[bytes]
    max_bytes: int
    path: str | None = None

    def read(self) -> bytes:
        """Return all bytes. Raises SourceError where there are none, or more than `max_bytes`."""
        data = bytearray()
        for piece in self.pieces:
            data += piece
            if len(data) > self.max_bytes:
                raise self.error(self.too_large)
        if not data.strip():
            raise self.error("empty; there is nothing to add")
        return bytes(data)

    def text(self, charset: str = "utf-8") -> str:
        """Return all of it as text. Raises SourceError where it is none."""
        return self.decode(self.read(), charset)

    def decode(self, data: bytes, charset: str = "utf-8") -> str:
        """Return `data` as text. Raises SourceError where it is none."""
        try:
            return decode(data, charset)
        except ValueError as error:
            raise self.error(str(error)) from None

    def article(self, text: str, known: Metadata) -> Article:
        """Return the article. Raises SourceError where no letter or digit is left of its text."""
        if not any(char.isalnum() for char in text):
            raise self.error("no article text found in it; paste the text into a .txt file and add that")
        return Article(
            text,
            known.title,
            known.authors,
            known.published,
            known.publisher,
            known.url,
            self.path,
            updated=known.updated,
            language=known.language,
            found=known.found,
        )

    @property
    def too_large(self) -> str:
        """What to say of something larger than `max_bytes`."""
        return f"larger than the {self.max_bytes:,} bytes an article may have; split it, or raise MAX_ARTICLE_MB"

    def error(self, reason: str) -> SourceError:
        """Return the error that says `reason` about this source."""
        return SourceError(self.name, reason)
