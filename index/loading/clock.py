"""The time of day in a line, with its offset from UTC where that is certain."""

from __future__ import annotations

import re
from datetime import time, timedelta, timezone, tzinfo

_TIME = re.compile(
    r"(?<![\w:.])(?P<hour>\d{1,2})(?:(?::|(?=\.\d\d\s*(?:[ap]\.?m|GMT|UTC|BST|CET|Uhr)\b)\.)(?P<minute>\d\d)(?::(?P<second>\d\d))?(?:\.\d+)?)?"
    r"\s*(?P<half>[ap]\.?m\b\.?)?",
    re.IGNORECASE,
)
_ZONE = re.compile(
    r"\s*\(?(?:(?P<name>[A-Z]{1,4}|МСК)\b)?\s*(?:(?P<sign>[+−-])(?P<hours>\d{1,2}):?(?P<minutes>\d\d)?)?\)?"
)
# Only names that mean one offset: CST, IST and BST each mean several.
_OFFSETS = {
    **{"UTC": 0, "GMT": 0, "Z": 0, "WET": 0, "CET": 1, "CEST": 2, "EET": 2, "EEST": 3, "MSK": 3, "МСК": 3},
    **{"AZT": 4, "TRT": 3, "EST": -5, "EDT": -4, "PST": -8, "PDT": -7},
}


def time_of(line: str) -> tuple[time | None, str]:
    """Return the first time of day in `line`, None where there is none, and the line without it and its zone."""
    for found in _TIME.finditer(line):
        at = _time(found)
        if at is None:
            continue
        zone = _ZONE.match(line, found.end())
        offset = _offset(zone) if zone else None
        end = zone.end() if zone and offset is not None else found.end()
        return at.replace(tzinfo=offset), line[: found.start()] + " " + line[end:]
    return None, line


def _time(found: re.Match[str]) -> time | None:
    """Return the time that was found; None where it is a number without minutes or half of the day, or no time."""
    hour, half = int(found["hour"]), (found["half"] or "").lower()
    if not half and not found["minute"]:
        return None
    if half:
        hour = hour % 12 + (12 if half.startswith("p") else 0) if 1 <= hour <= 12 else 24
    try:
        return time(hour, int(found["minute"] or 0), int(found["second"] or 0))
    except ValueError:
        return None


def _offset(zone: re.Match[str]) -> tzinfo | None:
    """Return the offset from UTC; None where there is none, or none that is certain."""
    name, sign = zone["name"], zone["sign"]
    if name not in (*_OFFSETS, None) or not (name or sign):
        return None
    minutes = int(zone["hours"] or 0) * 60 + int(zone["minutes"] or 0)
    hours = _OFFSETS.get(name or "", 0) if not sign else 0
    offset = timedelta(hours=hours, minutes=-minutes if sign in ("-", "−") else minutes)
    return timezone(offset) if abs(offset) < timedelta(hours=24) else None
