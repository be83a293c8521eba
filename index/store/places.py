"""Where an article stands in the index, or would stand."""

from __future__ import annotations

import sqlite3
from dataclasses import replace

from index.errors import EditError, UnknownArticle
from index.records import Added, Article
from index.store import rows


def demand_free(connection: sqlite3.Connection, article: Article) -> None:
    """Raise EditError where another article has the address of this one."""
    for column in ("identity", "url"):
        other = rows.find(connection, column, article.url) if article.url else None
        if other and other.id != article.id:
            raise EditError(
                f"{article.url} is the address of another article, {other.id} ({other.title or 'no title'}); "
                f"give another address, or remove that article first"
            )


def kept(connection: sqlite3.Connection, article: Article) -> Article:
    """Return `article` under the identity, and with what was put right by hand, of the one in whose place it comes."""
    older = rows.find(connection, "identity", article.identity)
    if older is None and article.url:
        older = rows.find(connection, "url", article.url)
    if older is None:
        return article
    edited = {name: getattr(older, name) for name in rows.edited(connection, older)}
    return replace(article, **edited, known_as=older.identity)


def known(connection: sqlite3.Connection, article: Article) -> Added | None:
    """Return where this very article stands already, or the same text under another identity; else None."""
    found = rows.find(connection, "identity", article.identity) or rows.find(connection, "digest", article.digest)
    # Where a page was saved is no part of what it says: its URL is its identity then.
    if found is None or (found.identity == article.identity and found != replace(article, path=found.path)):
        return None
    return Added(found.id, found.title, "unchanged", rows.passage_count(connection, found.id))


def only(connection: sqlite3.Connection, prefix: str) -> Article:
    """Return the only article whose id begins with `prefix`. Raises UnknownArticle."""
    ids = rows.ids_that_begin_with(connection, prefix) if prefix and prefix.isascii() else []
    article = rows.find(connection, "id", ids[0]) if len(ids) == 1 else None
    if article is None:
        raise UnknownArticle(
            f"{len(ids)} articles have ids that begin with {prefix}: give more of it"
            if ids
            else f"no article has the id {prefix!r}; `python -m index list` shows them all"
        )
    return article
