"""The vocabulary of feeds: what one holds, and what is known of one that is watched."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Item:
    """What a feed says of one article.

    `key` tells it from the others of its feed: its address, or what else the feed knows it by. `content` is the whole
    article as HTML, where the feed has it. `updated` is the moment of its last change (ISO 8601, UTC), to be compared.
    """

    key: str
    url: str | None = None
    title: str | None = None
    published: str | None = None
    updated: str | None = None
    authors: tuple[str, ...] = ()
    content: str | None = None


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed as it was read: its title and its items, in order, each once."""

    title: str | None
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Seen:
    """What came of an item: its `updated` then, the id of its article, and how often in a row it failed.

    `elsewhere` says that the article is another one, which had this very text before.
    """

    updated: str | None = None
    article: str | None = None
    failures: int = 0
    elsewhere: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """The page of an item, to be looked at again at `due`; `since` is when it was new. All moments are in UTC.

    `etag` and `modified` are its server's, to ask only for what changed.
    """

    url: str
    since: datetime
    due: datetime
    etag: str | None = None
    modified: str | None = None


@dataclass(frozen=True, slots=True)
class Watched:
    """A feed that is watched; all moments are in UTC.

    `etag` and `modified` are its server's, to ask only for what changed. `due` is when it is to be fetched next.
    `failing_since` is the first of `failures` in a row, `error` the last of them. Its articles go into `collection`.
    """

    url: str
    due: datetime
    title: str | None = None
    etag: str | None = None
    modified: str | None = None
    checked: datetime | None = None
    failures: int = 0
    failing_since: datetime | None = None
    error: str | None = None
    collection: str | None = None
