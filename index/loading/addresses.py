"""An address -> the articles that stand there."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from http import HTTPStatus
from typing import TYPE_CHECKING

from index.errors import SourceError
from index.loading.canonical import canonical
from index.loading.charsets import in_utf8
from index.loading.source import Source
from index.records import Article

if TYPE_CHECKING:  # what it needs takes a while to import, and files are read without it
    from index.fetching import Fetched

Loader = Callable[[Source], Iterator[Article | SourceError]]

_ADDRESS = re.compile(r"feed:|[a-z][a-z0-9+.-]*://", re.IGNORECASE)
_BINARY = (".pdf", ".docx")
_PASSWORD = re.compile(rb"<input\b[^>]{0,500}\btype\s*=\s*[\"']?password", re.IGNORECASE)
_SCRIPT = re.compile(rb"<script\b", re.IGNORECASE)
_FEW_WORDS = 25  # no article has so few beside a field for a password, or beside the advice to turn scripts on
_SAVE = "open it in a browser, save the page as .html and add that"


def is_address(source: str) -> bool:
    """Whether `source` is an address, and no file."""
    return bool(_ADDRESS.match(source))


def load(
    address: str, fetch: Callable[[str], Fetched], loaders: Mapping[str, Loader], max_bytes: int
) -> Iterator[Article | SourceError]:
    """Yield the articles at `address`, got by `fetch` and read by the loader for their kind.

    Raises SourceError where there are none, and what `fetch` raises.

    An article has the address where it was found as its URL, or the one that its page declares on the same host;
    those of JSON Lines have their own.
    """
    # Imported here because it takes a while.
    from index.fetching import suffix

    fetched = fetch(address)
    if fetched.status == HTTPStatus.NOT_FOUND:
        raise SourceError(address, "there is no page (its server answers 404); check the address")
    if fetched.status == HTTPStatus.GONE:
        raise SourceError(address, "the page was taken away for good (its server answers 410); there is nothing to add")
    kind = suffix(fetched)
    if kind not in loaders:
        what = fetched.content_type or "what stands there"
        raise SourceError(address, f"{what} is not read; give the address of a page with an article")
    body = fetched.body if kind in _BINARY else in_utf8(fetched.body, fetched.charset)
    source = Source(address, iter(io.BytesIO(body).readline, b""), max_bytes)
    match kind:
        case ".jsonl":
            yield from loaders[kind](source)
        case ".html" | ".htm":
            yield from _page(source, loaders[kind], fetched, body)
        case _:
            yield from _at(fetched.url, loaders[kind](source))


def _page(source: Source, loader: Loader, fetched: Fetched, body: bytes) -> Iterator[Article | SourceError]:
    """Yield the article of a page. Raises SourceError where it has none, with what to do."""
    try:
        articles = list(loader(source))
    except SourceError:
        if reason := _no_article(body, ""):
            raise source.error(reason) from None
        raise
    for article in articles:
        if isinstance(article, Article) and (reason := _no_article(body, article.text)):
            raise source.error(reason)
    yield from _at(canonical(body.decode("utf-8", "replace"), fetched.url), articles)


def _no_article(page: bytes, text: str) -> str | None:
    """Return why `text`, what was found in `page`, is no article; None where it may well be one."""
    if len(text.split()) > _FEW_WORDS:
        return None
    if _PASSWORD.search(page):
        return f"a page to log in, and no article; log in and {_SAVE}"
    if _SCRIPT.search(page) and (not text or "javascript" in text.lower()):
        return f"no article stands in this page before a browser runs its scripts; {_SAVE}"
    return None


def _at(url: str, articles: Iterable[Article | SourceError]) -> Iterator[Article | SourceError]:
    """Yield `articles` with `url` as theirs."""
    for one in articles:
        if isinstance(one, Article):
            found = {**one.found, "url": one.found.get("url", "") if one.url == url else "the address"}
            yield replace(one, url=url, found={name: place for name, place in found.items() if place})
        else:
            yield one
