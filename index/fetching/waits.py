"""How long a server wants one to wait before one asks again."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

_LONGEST = timedelta(days=7)  # whoever waits longer is as good as gone


def wait_of(header: str) -> timedelta | None:
    """Return the time that a Retry-After header names, in seconds or as a date, a week at most; None where it has none.

    See RFC 9110, section 10.2.3.
    """
    if header.isascii() and header.isdecimal():
        return min(timedelta(seconds=min(int(header[:10]), 10**9)), _LONGEST) or None
    try:
        then = parsedate_to_datetime(header)
    except ValueError:
        return None
    wait = (then if then.tzinfo else then.replace(tzinfo=UTC)) - datetime.now(UTC)
    return min(wait, _LONGEST) if wait > timedelta() else None
