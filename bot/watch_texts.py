"""What admins are told of feeds and folders that fail; plain text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from bot.fitting import cut
from bot.languages import Message, day, gettext, isolated, ngettext
from index.feeds import Watched
from index.folders import Folder

_TITLE_UNITS, _ADDRESS_UNITS, _REASON_UNITS = 100, 150, 100

_HEADING: Final = Message("These have not worked for a day or longer, so nothing new comes from them:")
_FEEDS_ADVICE: Final = Message(
    "Open the address of the feed in a browser. If it has moved, send me the new address, and stop watching the old "
    "one with /feeds. If it works there, wait: I go on trying."
)
_FOLDERS_ADVICE: Final = Message(
    "See whether the folder is where it was, and whether I may read it. Its articles stay until then."
)


def failing(several: Sequence[Watched | Folder], more: int) -> str:
    """Say which feeds and folders fail, each with why and since when, how many `more` do, and what to do."""
    parts = [_HEADING(), *map(_entry, several)]
    if more > 0:
        parts.append(ngettext("and {count} more", "and {count} more", more))
    if any(isinstance(one, Watched) for one in several):
        parts.append(_FEEDS_ADVICE())
    if any(isinstance(one, Folder) for one in several):
        parts.append(_FOLDERS_ADVICE())
    return "\n\n".join(parts)


def _entry(one: Watched | Folder) -> str:
    where = one.url if isinstance(one, Watched) else one.path
    title = one.title if isinstance(one, Watched) else None
    lines = [isolated(cut(title, _TITLE_UNITS))] if title else []
    lines.append(isolated(cut(where, _ADDRESS_UNITS)))
    since = day(one.failing_since.isoformat()) if one.failing_since else ""
    lines.append(gettext("since {day}: {reason}", day=since, reason=cut(one.error or "", _REASON_UNITS)))
    return "\n".join(lines)
