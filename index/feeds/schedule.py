"""When a feed, and the page of an article, are looked at again."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

INTERVAL = timedelta(minutes=30)
LATER = timedelta(minutes=10)  # until what could not be looked at for the sake of its host is tried again
_LONGEST = timedelta(days=1)
# Since an article is new: most corrections come within hours, and hardly any after a month.
_AGAIN = (*(timedelta(hours=hours) for hours in (1, 6)), *(timedelta(days=days) for days in (1, 3, 7, 30)))


def after_failures(failures: int, interval: timedelta) -> timedelta:
    """Return the time to the next look after so many failures in a row (at least 1): twice as long after each."""
    longer: timedelta = interval * 2 ** min(failures, 10)
    return max(interval, min(longer, _LONGEST))


def next_look(since: datetime, now: datetime) -> datetime | None:
    """Return when the page of an article that is new `since` is looked at next, None where it is no more."""
    return next((since + after for after in _AGAIN if since + after > now), None)


def new_since(published: str | None, now: datetime) -> datetime:
    """Return since when an article is new that was `published` (ISO 8601) then; since `now` where that is not known."""
    if published is None:
        return now
    moment = datetime.fromisoformat(published)
    return min(now, moment if moment.tzinfo else moment.replace(tzinfo=UTC))
