"""Bytes -> Feed: RSS and Atom, read by feedparser, which fetches nothing here."""

from __future__ import annotations

import html
import re
from calendar import timegm
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from itertools import islice
from typing import Any
from urllib.parse import urljoin

from index.errors import SourceError
from index.feeds.feed import Feed, Item
from index.feeds.prolog import prolog
from index.loading.bylines import split_authors
from index.loading.charsets import in_utf8
from index.loading.dates import iso_date
from index.loading.decoding import decode
from index.normal import canonical_url, one_line

_HEAD = 4096  # bytes that tell a feed from a page
_MOST_BYTES = 5_000_000  # the largest feeds of news have some hundred thousand
_MOST_TAGS = 200_000  # they take feedparser some seconds; the largest feeds of news have some ten thousand
_MOST_ITEMS = 500  # the newest come first; each is a page to fetch
_ROOTS = {"rss": "", "feed": "atom", "rdf": "rss"}  # and what stands near the root of a feed, in lower case
_DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")
_CHARSET = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]+)")
_SLOW = ("idna", "punycode")  # no charsets of feeds; over a long text they take minutes
_TAG = re.compile(r"<[^<>]*>")
_FEWER = "give one with fewer articles"
_NO_FEED = "this is no feed; give the address of an RSS or Atom feed"


def is_feed(body: bytes) -> bool:
    """Whether `body` is an RSS or Atom feed, and no page or other XML, by how it begins."""
    head = body[:_HEAD].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xfe\xff").decode("latin-1")
    root = prolog(head).root
    return root in _ROOTS and _ROOTS[root] in head.lower()


def read(body: bytes, base: str, charset: str | None = None) -> Feed:
    """Return the feed in `body`, which came from the address `base` in `charset`; its links are whole addresses.

    Items without an address and without a text are left out. Raises SourceError where it can't be read.
    """
    if not is_feed(body):
        raise SourceError(base, _NO_FEED)
    if len(body) > _MOST_BYTES:
        raise SourceError(base, f"larger than the {_MOST_BYTES:,} bytes a feed may have; {_FEWER}")
    text = _text(body, base, charset)
    if text.count("<") > _MOST_TAGS:
        raise SourceError(base, f"more than the {_MOST_TAGS:,} tags a feed may have; {_FEWER}")
    if prolog(text).declares:
        raise SourceError(base, "it declares entities, as no feed needs and harmful ones do; give another feed")
    found = _parsed(text, base)
    items: dict[str, Item] = {}
    for item in filter(None, (_item(entry, base) for entry in islice(found.entries, _MOST_ITEMS))):
        items.setdefault(item.key, item)
    return Feed(_plain(found.feed, "title"), tuple(items.values()))


def _text(body: bytes, base: str, charset: str | None) -> str:
    """Return the feed as text without its declaration, which would name a charset that it is no longer in."""
    body = in_utf8(body, charset)
    declared = _CHARSET.search(body[:_HEAD])
    name = declared[1].decode().lower() if declared else "utf-8"
    try:
        text = decode(body, "utf-8" if name in _SLOW else name)
    except ValueError as error:
        raise SourceError(base, str(error)) from None
    return _DECLARATION.sub("", text, count=1)


def _parsed(text: str, base: str) -> Any:
    """Return feedparser's result. Raises SourceError where it finds no feed."""
    # Imported here because it takes a while.
    import feedparser  # type: ignore[import-untyped]  # it ships no types

    headers = {"content-location": base, "content-type": "application/xml; charset=utf-8"}
    data = text.encode("utf-8", "replace")
    found = feedparser.parse(data, response_headers=headers, resolve_relative_uris=False, sanitize_html=False)
    if not found.version:
        raise SourceError(base, _NO_FEED)
    return found


def _item(entry: Any, base: str) -> Item | None:
    """Return what is usable of an entry; None where it has neither an address nor a text."""
    url = _address(entry, base)
    content = max((str(dict.get(one, "value", "")) for one in entry.get("content", ())), key=len, default="") or None
    key = url or one_line(str(entry.get("id", ""))) or content
    if key is None or (url is None and content is None):
        return None
    names = (name for author in entry.get("authors", ()) for name in split_authors(str(author.get("name", ""))))
    published = _date(entry, "published")
    updated = _moment(entry, "updated") or _moment(entry, "published")
    return Item(key, url, _plain(entry, "title"), published, updated, tuple(dict.fromkeys(names)), content)


def _address(entry: Any, base: str) -> str | None:
    """Return the address of an entry's page; None where it has none."""
    for name in ("feedburner_origlink", "link"):
        try:
            url = canonical_url(urljoin(base, str(entry[name])))
        except (KeyError, ValueError):
            continue
        if url != base:  # an empty link leads to the feed itself
            return url
    return None


def _plain(entry: Mapping[str, Any], name: str) -> str | None:
    """Return a text of an entry on one line, without markup."""
    value = str(entry.get(name, ""))
    if dict.get(entry.get(f"{name}_detail", {}), "type") in ("text/html", "application/xhtml+xml"):
        value = html.unescape(_TAG.sub("", value))
    return one_line(value)


def _date(entry: Any, name: str) -> str | None:
    """Return a date of an entry as ISO 8601, with the offset that it was written with; None where it is wrong."""
    moment = _moment(entry, name)
    if moment is None or datetime.fromisoformat(moment) > datetime.now(UTC) + timedelta(days=1):
        return None
    written = str(dict.get(entry, name, ""))
    try:
        own = parsedate_to_datetime(written)
    except ValueError:
        return iso_date(written) or moment
    return (own if own.tzinfo else own.replace(tzinfo=UTC)).isoformat(timespec="seconds")


def _moment(entry: Any, name: str) -> str | None:
    """Return the moment that an entry names, in UTC; None where there is none."""
    # Not by entry.get: that takes one date for the other, and warns of it.
    found = dict.get(entry, f"{name}_parsed")
    try:
        return datetime.fromtimestamp(timegm(found), UTC).isoformat() if found else None
    except (ValueError, OverflowError):
        return None
