"""The address that a page declares as its own."""

from __future__ import annotations

from typing import Any
from urllib.parse import urljoin, urlsplit

from index.normal import canonical_url

_DECLARED = ('//link[@rel="canonical"]/@href', '//meta[@property="og:url"]/@content')


def canonical(page: str, url: str) -> str:
    """Return the address that `page`, found at `url`, declares as its own; `url` where that is on another host.

    Whoever writes a page could otherwise take the place of another host's article. `url` also where the home page is
    declared, as on every page of some sites: all their articles would be one.
    """
    # Imported here because it takes a while.
    from trafilatura import load_html

    tree: Any = load_html(page)
    found = [] if tree is None else [address for path in _DECLARED for address in tree.xpath(path) if address.strip()]
    return (_same_host(str(found[0]).strip(), url) if found else None) or url


def _same_host(declared: str, url: str) -> str | None:
    """Return `declared` in full; None where it is no address, on another host, or the home page's."""
    try:
        address = canonical_url(urljoin(url, declared))
        there, here = urlsplit(address), urlsplit(url)
        same = (there.hostname, there.port, there.username) == (here.hostname, here.port, None)
    except ValueError:
        return None
    is_home = there.path in ("", "/") and not there.query and here.path not in ("", "/")
    return address if same and not is_home else None
