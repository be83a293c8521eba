"""What admins read about the feeds that are watched; plain text, escaped where it becomes HTML (see texts)."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Final

from babel.dates import format_timedelta

from bot.languages import Message, gettext, isolated, ngettext, spoken
from bot.texts import paged

NONE: Final = Message("No feed is watched. Send me the address of one, such as https://example.org/feed.xml")
GONE: Final = Message("This feed is watched no more; /feeds shows those that are.")
NOTHING_NEW: Final = Message("There is nothing new in it.")
NO_ARTICLES: Final = Message("There is no article in it yet.")
STOP_IT: Final = Message("Stop watching this feed? Its articles stay.")
GOES_ON: Final = Message("It is watched as before.")
STOPPED: Final = Message("Watched no more; its articles stay:")
FOLDERS: Final = Message("Folders that are watched:")
_DUE: Final = Message("due now")
_NEVER: Final = Message("not looked at yet")


def watched(title: str) -> str:
    """Say that the feed with this title is watched."""
    return gettext("Watched from now on: {title}", title=title)


def more(feeds: int) -> str:
    """Say how many feeds are not listed (at least 1)."""
    return ngettext("and {count} more feed", "and {count} more feeds", feeds)


def more_folders(folders: int) -> str:
    """Say how many folders are not listed (at least 1)."""
    return ngettext("and {count} more folder", "and {count} more folders", folders)


def heading(feeds: int, page: int, pages: int) -> str:
    """Return the heading of a page of the feeds; pages count from 1."""
    return ngettext("{count} feed is watched", "{count} feeds are watched", feeds) + paged(page, pages)


def looks(last: datetime | None, due: datetime, now: datetime | None = None) -> str:
    """Say when a feed was looked at last and when it will be next."""
    now = now or datetime.now(UTC)
    before = gettext("looked at {ago}", ago=_away(last, now)) if last else _NEVER()
    after = gettext("next {when}", when=_away(due, now)) if due > now else _DUE()
    return f"{before}, {after}"


def failing(failures: int, reason: str, since: datetime | None) -> str:
    """Say that the last looks at a feed (at least 1) failed, since when, and why."""
    said = ngettext("The last look at it failed", "The last {count} looks at it failed", failures)
    ago = gettext("(the first {ago})", ago=_away(since, datetime.now(UTC))) if since and failures > 1 else ""
    return f"{' '.join(filter(None, (said, ago)))}: {isolated(reason)}"


def _away(moment: datetime, now: datetime) -> str:
    """Return how far a moment is, such as "5 minutes ago"."""
    return str(format_timedelta(moment - now, add_direction=True, locale=spoken()))
