"""Everything that `index` raises on purpose.

    ArticleIndexError
    ├── SettingsError      a setting is out of range, misspelt, or names what is not there
    ├── SourceError        a source that can't become an article
    │   ├── Gone           its page was taken away for good
    │   ├── FeedFound      it is a feed
    │   └── TryLater       its server says from when on it is to be asked again
    ├── ModelError         a model that can't be loaded, or whose files are not the expected ones
    ├── StoreError         the database can't be opened, read or written
    │   └── ModelMismatch  the index was made by another embedding model
    ├── UnknownArticle     no article, or more than one, has this id
    ├── UnknownAnswer      no answer that was shown has this number
    ├── UnknownFeed        no feed that is watched has this address
    ├── UnknownFolder      no folder that is watched has this path
    ├── CollectionError    no collection can be called so, or an article would belong to none
    │   └── UnknownCollection  no article belongs to a collection of this name
    ├── EditError          an article can't be changed so
    └── Interrupted        long work was told to end before it was complete

The message of each says what is wrong and what to do about it, and is fit to be shown to a person.
That an article does not answer a question is no error: see `records.Answer`.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime


class ArticleIndexError(Exception):
    """Root of the tree: catch this to catch them all."""


class SettingsError(ArticleIndexError):
    """A setting is out of range, misspelt, or names what is not there."""


class SourceError(ArticleIndexError):
    """A source can't become an article; `source` says which, `reason` why."""

    def __init__(self, source: str, reason: str) -> None:
        """Keep both parts, so that a report can list them apart."""
        super().__init__(f"{source}: {reason}")
        self.source = source
        self.reason = reason


class Gone(SourceError):
    """A page was taken away for good; `article` is the id of what was found there once, None where nothing was."""

    def __init__(self, source: str, article: str | None = None) -> None:
        """Say so."""
        super().__init__(source, "the page was taken away for good (its server answers 410)")
        self.article = article


class FeedFound(SourceError):
    """Where a page was expected a feed stands."""

    def __init__(self, source: str) -> None:
        """Say what to do with it."""
        super().__init__(source, "a feed, and no article; watch it by `python -m index feeds add`")


class TryLater(SourceError):
    """A server is too busy, and says that it is to be asked again at the moment `then`."""

    def __init__(self, source: str, reason: str, then: datetime) -> None:
        """Keep the moment beside the reason."""
        super().__init__(source, reason)
        self.then = then


class ModelError(ArticleIndexError):
    """A model can't be loaded, or its files are not the expected ones."""


class StoreError(ArticleIndexError):
    """The database can't be opened, read or written."""


class ModelMismatch(StoreError):
    """The index was made by another embedding model than the one asked for."""

    def __init__(self, stored: str, wanted: str) -> None:
        """Name both models and the two ways out."""
        super().__init__(
            f"this index was made with the embedding model {stored}, but EMBEDDING_MODEL is {wanted}; "
            f"run `python -m index rebuild --embed` to embed everything again with {wanted}, "
            f"or set EMBEDDING_MODEL={stored}"
        )
        self.stored = stored
        self.wanted = wanted


class UnknownArticle(ArticleIndexError):
    """No article, or more than one, has this id."""


class UnknownAnswer(ArticleIndexError):
    """No answer that was shown has this number."""

    def __init__(self, number: int) -> None:
        """Say where the numbers are listed."""
        super().__init__(f"no answer has the number {number}; `python -m index feedback list` shows them")


class UnknownFeed(ArticleIndexError):
    """No feed that is watched has this address."""

    def __init__(self, url: str) -> None:
        """Say where the feeds are listed."""
        super().__init__(f"no feed with the address {url} is watched; `python -m index feeds list` shows them all")


class UnknownFolder(ArticleIndexError):
    """No folder that is watched has this path."""

    def __init__(self, path: str) -> None:
        """Say where the folders are listed."""
        super().__init__(f"the folder {path} is not watched; `python -m index folders list` shows those that are")


class CollectionError(ArticleIndexError):
    """No collection can be called so, or an article would belong to none."""


class UnknownCollection(CollectionError):
    """No article belongs to a collection of this name."""

    def __init__(self, name: str, known: Collection[str]) -> None:
        """Name those that there are."""
        there_are = f"there are: {', '.join(known)}" if known else "there are no articles yet"
        super().__init__(f"there is no collection {name!r}; {there_are}")


class EditError(ArticleIndexError):
    """An article can't be changed so."""


class Interrupted(ArticleIndexError):
    """Long work was told to end before it was complete; what it did by then stays."""

    def __init__(self) -> None:
        """Say so."""
        super().__init__("it was told to end before it was complete; begin it again to go on")
