"""Where an article stands in the index, or would stand."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import date, datetime

from index.errors import EditError, UnknownArticle
from index.records import Added, Article
from index.store import belonging, rows, stories


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
    before = older(connection, article)
    if before is None:
        return article
    edited = {name: getattr(before, name) for name in rows.edited(connection, before)}
    return replace(article, **edited, known_as=before.identity)


def older(connection: sqlite3.Connection, article: Article) -> Article | None:
    """Return the article in whose place `article` comes: that of its identity, else that of its address, or None."""
    found = rows.find(connection, "identity", article.identity)
    return rows.find(connection, "url", article.url) if found is None and article.url else found


def known(connection: sqlite3.Connection, article: Article) -> Added | None:
    """Return where this very article stands already, or the same text under another identity; else None."""
    found = rows.find(connection, "identity", article.identity) or rows.find(connection, "digest", article.digest)
    # Where a page was saved is no part of what it says: its URL is its identity then.
    if found is None or (found.identity == article.identity and found != replace(article, path=found.path)):
        return None
    same_story = stories.copies(connection, found.id)
    return Added(found.id, found.title, "unchanged", rows.passage_count(connection, found.id), same_story)


def only(connection: sqlite3.Connection, prefix: str, collection: str | None = None) -> Article:
    """Return the only article whose id begins with `prefix`, of a collection or all. Raises UnknownArticle."""
    ids = rows.ids_that_begin_with(connection, prefix) if prefix and prefix.isascii() else []
    if collection:
        belongs = belonging.of(connection, ids)
        ids = [id for id in ids if collection in belongs[id]]
    article = rows.find(connection, "id", ids[0]) if len(ids) == 1 else None
    if article is None:
        raise UnknownArticle(
            f"{len(ids)} articles have ids that begin with {prefix}: give more of it"
            if ids
            else f"no article has the id {prefix!r}{f' in {collection}' if collection else ''}; "
            "`python -m index list` shows them all"
        )
    return article


def updated(article: Article, older: Article | None) -> str | None:
    """Return when an article's text took the place of another: what its source says, if that is later, else today.

    Sources say it of all that they touch again, so what they say counts only where the text is another one.
    """
    if older is None or older.text == article.text:
        return older.updated if older else None
    said, published = article.updated, article.published
    later = said and (published is None or _is_later(said, published))
    return said if later else date.today().isoformat()


def _is_later(one: str, other: str) -> bool:
    """Whether a moment is later than another, both in ISO 8601; a day than another where either is a day only."""
    first, second = datetime.fromisoformat(one), datetime.fromisoformat(other)
    if first.tzinfo and second.tzinfo:
        return first > second
    return first.date() > second.date()
