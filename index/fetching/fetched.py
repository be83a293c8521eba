"""Fetched: what came from an address."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came from `url`, the address where all redirects ended, without its fragment.

    `status` is 200 or 203 with a body, or 304 (not changed), 404 or 410 (gone for good) without one. `content_type`
    is in lower case and without parameters, empty where there is none; `charset` is the one that was sent with it.
    `etag` and `modified` are to be given back at the next time, as they are.
    """

    url: str
    status: int
    content_type: str = ""
    charset: str | None = None
    body: bytes = b""
    etag: str | None = None
    modified: str | None = None
