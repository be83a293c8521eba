"""What a question says of a time -> a run of days, seen from the day on which it is asked.

The functions take what a form of `index.times` found, with the groups "number", "unit", "year", "month", "day" and
"name" as far as that has them.
"""

from __future__ import annotations

import math
import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from index.time_words import MONTHS, NUMBERS, WEEKDAYS

_DAYS_RECENT = 14
_FEW = 5
_COUNTS = {"a": 1, "an": 1, "FEW": _FEW} | {word: count for count, word in enumerate(NUMBERS, 1)}
_DAYS_IN = {"HOUR": 1 / 24, "DAY": 1, "WEEK": 7, "MONTH": 30, "YEAR": 365}
_DAYS_BACK = {"TODAY": 0, "YESTERDAY": 1, "BEFORE_YESTERDAY": 2}
_OLDEST_YEAR = 1900  # a lower number that stands alone is more often a count than a year
_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Period:
    """A run of days, both included; `first` is not after `last`."""

    first: date
    last: date


def number(found: re.Match[str], default: int = 1) -> int:
    """Return the number that was found, `default` where there is none."""
    word = found.groupdict().get("number") or str(default)
    return int(word) if word.isdecimal() else _COUNTS[word]


def nothing(found: re.Match[str], asked: date) -> Period | None:
    """Read what is yet to come, or only looks like a time."""
    return None


def rolling(found: re.Match[str], asked: date) -> Period:
    """Read "in the last 3 days"; "in the last days" are a few."""
    count = number(found, _FEW if found["unit"] == "DAY" else 1)
    return Period(_back(asked, math.ceil(count * _DAYS_IN[found["unit"]])), asked)


def ago(found: re.Match[str], asked: date) -> Period | None:
    """Read "3 weeks ago" and "last week": that week from Monday to Sunday, with the seven days from so long ago on."""
    count, unit = number(found), found["unit"]
    if unit == "MONTH":
        year, month = divmod(asked.year * 12 + asked.month - 1 - count, 12)
        return _month(year, month + 1, asked)
    first = _back(asked, math.ceil(count * _DAYS_IN[unit]))
    if unit == "WEEK":
        return Period(_back(first, first.weekday()), _back(asked, max(0, 7 * count - 6)))
    return Period(first, first if unit == "DAY" else asked)


def this(found: re.Match[str], asked: date) -> Period:
    """Read "this month", up to `asked`; "this week" are the last seven days, on a Monday too."""
    return Period(asked.replace(day=1) if found["unit"] == "MONTH" else _back(asked, 7), asked)


def recently(found: re.Match[str], asked: date) -> Period:
    """Read "recently"."""
    return Period(_back(asked, _DAYS_RECENT), asked)


def near_day(found: re.Match[str], asked: date) -> Period:
    """Read "today" and "yesterday"."""
    day = _back(asked, _DAYS_BACK[found["name"]])
    return Period(day, day)


def weekday(found: re.Match[str], asked: date) -> Period:
    """Read "on Monday": the latest that is not after `asked`."""
    day = _back(asked, (asked.weekday() - WEEKDAYS.index(found["name"])) % 7)
    return Period(day, day)


def weekend(found: re.Match[str], asked: date) -> Period:
    """Read "at the weekend": the latest that has begun; "last weekend" is over."""
    since = (asked.weekday() - _SATURDAY) % 7
    if (found["last"] or found["gone"]) and since < 2:
        since += 7
    return Period(_back(asked, since), _back(asked, max(0, since - 1)))


def dated(found: re.Match[str], asked: date) -> Period | None:
    """Read a day or a month, without a year the latest that has begun by `asked`; a month above 12 is the day."""
    part = found.groupdict()
    year, day, name = part.get("year"), part.get("day"), found["month"]
    month = int(name) if name.isdecimal() else MONTHS.index(name) + 1
    if not day:
        return _month(int(year or asked.year - (month > asked.month)), month, asked)
    if month > 12:
        day, month = name, int(day)
    # February has a 29th in 8 years at the latest.
    years = [int(year)] if year else range(asked.year, asked.year - 9, -1)
    days = (_day(one, month, int(day)) for one in years)
    return next((Period(one, one) for one in days if one and one <= asked), None)


def whole_year(found: re.Match[str], asked: date) -> Period | None:
    """Read "in 2019"; of what is yet to come, the next year counts."""
    year = int(found["year"])
    if not _OLDEST_YEAR <= year <= asked.year + 1:
        return None
    last = date(year, 12, 31)
    return Period(date(year, 1, 1), min(last, asked) if year <= asked.year else last)


def _month(year: int, month: int, asked: date) -> Period | None:
    """Return a month, up to `asked`; None where it is yet to come, or the calendar has none such."""
    first = _day(year, month, 1)
    if not first or first > asked:
        return None
    return Period(first, min(first.replace(day=monthrange(year, month)[1]), asked))


def _day(year: int, month: int, day: int) -> date | None:
    """Return the day; None where the calendar has none such."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _back(day: date, days: int) -> date:
    """Return the day so many days before `day`, the calendar's first where it has none."""
    return date.fromordinal(max(1, day.toordinal() - days))
