"""Dates as people and pages write them, as ISO 8601: what is certain, and never today's date filled in."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime

from index.loading.clock import time_of

_ISO = re.compile(r"\d{4}-?\d{2}-?\d{2}(?![\d/])")
_WORD = r"[^\W\d_]{3,}"
_DATE = re.compile(
    rf"""
    (?<![\w/.])(?:
      (?P<year>\d{{4}})(?P<mark>[-/.])(?P<month>\d{{1,2}})(?P=mark)(?P<day>\d{{1,2}})            # 2025-04-28
    | (?P<year_han>\d{{4}})年(?P<month_han>\d{{1,2}})月(?P<day_han>\d{{1,2}})日                    # 2025年4月28日
    | (?P<first>\d{{1,2}})(?P<split>[-/.])(?P<second>\d{{1,2}})(?P=split)(?P<year_last>\d{{4}})  # 28.04.2025
    | (?P<day_word>\d{{1,2}})(?:st|nd|rd|th|er|[.º])?[ ](?:of[ ]|de[ ])?(?P<word>{_WORD})\.?,?[ ](?:de[ ]|del[ ])?
      (?P<year_word>\d{{4}})                                                                    # 28 April 2025
    | (?P<us_word>{_WORD})\.?[ ](?P<us_day>\d{{1,2}})(?:st|nd|rd|th)?,?[ ](?P<us_year>\d{{4}})     # April 28, 2025
    )(?:T(?=\d\d:)|(?![\w/]|\.\d))
    """,
    re.VERBOSE | re.IGNORECASE,
)
# Other calendars' years, such as 1404, and numbers that are no year.
_YEARS = range(1500, 2200)


def iso_date(value: object) -> str | None:
    """Return the date in `value`, with the time and offset where it has them; None where it has no whole date."""
    if not isinstance(value, str):
        return None
    text = " ".join(value.split())
    if _ISO.match(text):
        try:
            moment = datetime.fromisoformat(text)
        except ValueError:
            return split_date(text)[0]
        return moment.isoformat(timespec="seconds") if len(text) > len("2025-04-28") else moment.date().isoformat()
    return split_date(text)[0]


def split_date(line: str) -> tuple[str | None, str]:
    """Return the first whole date in `line`, None where there is none, and the line without it and its time."""
    plain = "".join(str(unicodedata.digit(char)) if char.isdecimal() else char for char in line)
    found = _DATE.search(plain)
    day = _date(found) if found else None
    if not found or not day:
        return None, line
    time, rest = time_of(f"{plain[: found.start()]} \n {plain[found.end() :]}")
    moment = datetime.combine(day, time).isoformat(timespec="seconds") if time else day.isoformat()
    return moment, " ".join(rest.split())


def _date(found: re.Match[str]) -> date | None:
    """Return the date that was found; None where it doesn't exist, or where day and month can't be told apart."""
    part = {name: value for name, value in found.groupdict().items() if value}
    if word := part.get("word") or part.get("us_word"):
        return _named(part.get("day_word") or part["us_day"], word, part.get("year_word") or part["us_year"])
    if "first" in part:
        return _numbered(int(part["first"]), part["split"], int(part["second"]), int(part["year_last"]))
    if "year" in part:
        return _day(int(part["year"]), int(part["month"]), int(part["day"]))
    return _day(int(part["year_han"]), int(part["month_han"]), int(part["day_han"]))


def _numbered(first: int, mark: str, second: int, year: int) -> date | None:
    """Return the date of three numbers: with dots the day comes first, with others only what is certain counts."""
    if mark == "." or first > 12 or first == second:
        return _day(year, second, first)
    return _day(year, first, second) if second > 12 else None


def _named(day: str, month: str, year: str) -> date | None:
    """Return the date with a named month, in any language."""
    # Imported here because it takes a while, and most dates need none of it.
    import dateparser  # type: ignore[import-untyped]  # it ships no types

    settings = {"REQUIRE_PARTS": ["day", "month", "year"], "PARSERS": ["absolute-time"]}
    found = dateparser.parse(f"{day} {month} {year}", settings=settings)
    return _day(found.year, found.month, found.day) if found and found.year == int(year) else None


def _day(year: int, month: int, day: int) -> date | None:
    """Return the day; None where the calendar has none such."""
    try:
        return date(year, month, day) if year in _YEARS else None
    except ValueError:
        return None
