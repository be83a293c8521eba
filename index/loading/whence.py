"""Where in a page what is known about its article stands: the first place that has it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from index.loading.dates import iso_date
from index.loading.metadata import Metadata, language_code
from index.normal import folded, one_line

# By the names of fields, the places in which a value is looked for, in this order, and how the page has them there.
_PLACES: dict[str, dict[str, str]] = {
    "title": {
        "og:title": '//meta[@property="og:title"]/@content',
        "JSON-LD": "headline",
        "the heading": "//h1",
        "the page's title": "//title",
    },
    "authors": {
        "JSON-LD": "author",
        "meta tags": '//meta[@name="author" or @property="article:author" or @name="dc.creator"]/@content',
        "the byline": "//body",
    },
    "published": {
        "JSON-LD": "datePublished",
        "meta tags": '//meta[contains(@property, "published") or contains(@name, "date") or @itemprop="datePublished"]'
        "/@content",
        "a time tag": "//time/@datetime | //*[@itemprop='datePublished']/@datetime",
    },
    "publisher": {
        "og:site_name": '//meta[@property="og:site_name"]/@content',
        "JSON-LD": "publisher",
    },
    "url": {
        "the canonical link": '//link[@rel="canonical"]/@href',
        "og:url": '//meta[@property="og:url"]/@content',
    },
}
_LANGUAGE = (
    '//html/@lang | //html/@*[local-name()="lang"] | //meta[@property="og:locale"]/@content'
    ' | //meta[@name="language" or @name="dc.language" or @name="DC.language"]/@content'
    ' | //meta[translate(@http-equiv, "CL", "cl")="content-language"]/@content'
)


def language(tree: Any) -> str | None:
    """Return the language that a page, parsed, declares, as a code of two letters; None where it declares none."""
    given = [*tree.xpath(_LANGUAGE), *_said(tree, "inLanguage")]
    return next(filter(None, map(language_code, given)), None)


def whence(tree: Any, known: Metadata) -> dict[str, str]:
    """Return by the names of fields where in a page, parsed, each value that is `known` stands."""
    found = {}
    for name, places in _PLACES.items():
        value = getattr(known, name)
        if value:
            holds = _holder(name, value)
            at = (place for place, path in places.items() if any(map(holds, _at(tree, path))))
            found[name] = next(at, "the page")
    return found


def _holder(name: str, value: Any) -> Callable[[str], bool]:
    """Return what tells whether a text in the page is the value of a field, or holds it."""
    if name == "published":
        return lambda text: (iso_date(text) or "")[:10] == value[:10]
    if name == "url":
        return lambda text: text.strip().rstrip("/").endswith(value.partition("://")[2].partition("/")[2].rstrip("/"))
    wanted = folded(one_line(value[0] if name == "authors" else value) or "")
    return lambda text: wanted in folded(one_line(text) or "")


def _at(tree: Any, path: str) -> Iterator[str]:
    """Yield the texts at a place: a path of the tree, else a key of the page's JSON-LD."""
    if not path.startswith("/"):
        yield from _said(tree, path)
        return
    for one in tree.xpath(path):
        yield one if isinstance(one, str) else one.text_content()


def _said(tree: Any, key: str) -> Iterator[str]:
    """Yield the texts that stand under a key anywhere in the page's JSON-LD."""
    for script in tree.xpath('//script[@type="application/ld+json"]/text()'):
        try:
            yield from _under(json.loads(script), key)
        except (ValueError, RecursionError):
            continue  # pages have it wrong often enough


def _under(data: object, key: str, within: bool = False) -> Iterator[str]:
    """Yield the texts in `data` under a key, at any depth."""
    if isinstance(data, str) and within:
        yield data
    elif isinstance(data, Mapping):
        for name, value in data.items():
            yield from _under(value, key, within or name == key)
    elif isinstance(data, Iterable) and not isinstance(data, str):
        for one in data:
            yield from _under(one, key, within)
