"""When a page was changed last, as it says itself."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import Any

from index.loading.dates import iso_date

_DECLARED = (
    '//meta[@property="article:modified_time"]/@content',
    '//*[@itemprop="dateModified"]/@content | //*[@itemprop="dateModified"]/@datetime',
    '//meta[@property="og:updated_time" or @name="last-modified"]/@content',
)
_JSON = re.compile(r'"dateModified"\s*:\s*"([^"]+)"')


def modified(page: str) -> str | None:
    """Return the date of the last change that `page` declares (ISO 8601); None where it has none, or one to come."""
    # Imported here because it takes a while.
    from trafilatura import load_html

    tree: Any = load_html(page)
    if tree is None:
        return None
    scripts = "\n".join(tree.xpath('//script[@type="application/ld+json"]/text()'))
    given = [*_JSON.findall(scripts)[:1], *(found for path in _DECLARED for found in tree.xpath(path))]
    return next((date for date in map(iso_date, given) if date and not _is_to_come(date)), None)


def _is_to_come(date: str) -> bool:
    moment = datetime.fromisoformat(date)
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)) > datetime.now(UTC) + timedelta(days=1)
