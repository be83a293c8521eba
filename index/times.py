"""The time that a question names: "last week", "in June 2022", "вчера".

dateparser, which reads the dates of articles, can't do this: it yields points where questions name periods, takes
6 ms for five languages, finds a time in 7 of 30 questions that name none ("who may win", "the sun"), and misses
"на прошлой неделе", "ötən ay" and "Haziran 2022'de".
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator
from datetime import date, datetime

from index import time_periods as periods
from index.time_periods import Period
from index.time_signs import marked
from index.time_words import MONTHS, NUMBERS, WEEKDAYS

__all__ = ["Period", "closeness", "named_time"]

# Clocks differ by up to a day, and much is written up the day after.
_DAYS_BEHIND = 2

# A form is an expression over a marked question, where only the signs have capitals.
_NUMBER = rf"(?<![\w.,$€£-])(?:an? )?(?P<number>\d{{1,4}}|an?|FEW|{'|'.join(NUMBERS)})"
_UNIT = r"(?P<unit>HOUR|DAY|WEEK|MONTH|YEAR)\b"
# "Her last week" and "the last year of the war" are not the one before this; "her geçen hafta" is every one.
_LAST = r"(?<!\bthe )(?<!\bher )(?<!\bhis )(?<!\btheir )\bLAST[ _]"
_WEEKDAY = rf"\b(?P<name>{'|'.join(WEEKDAYS)})"
_MONTH = rf"\b(?P<month>{'|'.join(MONTHS)})"
_ENDING = r"(?:'?[a-z]+)?\b"
_DAY = (
    r"(?<![\w.,:/$€£-])(?P<day>\d{1,2})(?:st|nd|rd|th|['-][a-zа-я]{1,4})?"
    r"(?![\w%-]|[.,:/]\d| (?:COUNTED|HOUR|DAY|WEEK)\b)"
)
# Not in a larger number, a price, a range, a name such as Covid-2019, a count.
_YEAR = (
    r"(?<![\w$€£₼₺₽#/:+-])(?<!\d[.,])(?<![$€£₼₺₽#] )(?P<year>\d{4})"
    r"(?:['-](?:s|c[iu]|n?[iu]n|[dt][ae]n?(?:k[iu])?|[а-я]{1,3})|г)?"
    r"(?![\w%-]|[.,:/]\d| ?[%$€£₼₺₽]| (?:COUNTED|HOUR)\b)"
)
_MARK, _ENDED = r"(?P<mark>[-/.])", r"(?!\d|[./-]\d)"
_RELATIVE_YEAR = re.compile(
    rf"(?:{_NUMBER} |(?<!\d ))\bYEAR (?P<how>AGO|GONE|ONGOING)\b"
    rf"|{_LAST}YEAR\b(?! of)|(?P<this>\bTHIS[ _]YEAR\b)"
)
_Read = Callable[[re.Match[str], date], Period | None]
# What a form has read is hidden from those below.
_FORMS_OF: list[tuple[_Read, list[str]]] = [
    (
        periods.nothing,
        [
            rf"\bNEXT (?:{'|'.join([*MONTHS, *WEEKDAYS])})",
            rf"\b(?:{'|'.join([*MONTHS, *WEEKDAYS])}) NEXT\b(?! to)",
            rf"\b(?:black|good|ash|super|bloody|cyber|palm|easter|giving|every|each|кажд\w+|هر) {_WEEKDAY}",
            rf"{_WEEKDAY} (?:the 13th|night (?:live|football|lights|fever)|times|addams)",
            r"\bMAY (?:be|become|have|not|never|also|soon|still|no|now|get|win|lose|face|need|cause|go|come)\b",
            r"\bMARCH (?:of the|for our|on washington)\b",
            r"\bSEPTEMBER 11(?:th)? (?:attack|terror)|\bJANUARY\.? 6(?:th)? (?:committee|attack|riot)",
            r"\bYEAR RECENTLY\b",
            r"\b(?:room|flight|route|highway|number|no\.) \d+",
        ],
    ),
    (
        periods.rolling,
        [
            rf"\b(?:PAST|LAST) {_NUMBER} {_UNIT}",
            rf"(?<!\bMONTH )(?<!\bYEAR )\bPAST {_UNIT}(?! of)",
            rf"\b(?:(?:IN|over|within|for) the LAST|the LAST(?= WEEK| MONTH)) {_UNIT}(?! of)",
            rf"{_NUMBER} {_UNIT} (?:GONE|RECENTLY)\b",
            r"\b(?P<unit>HOUR|DAY|WEEK|MONTH) RECENTLY\b",
            rf"\b(?P<number>FEW) {_UNIT} AGO\b",
        ],
    ),
    (periods.ago, [rf"(?:{_NUMBER} |(?<!\d )\b){_UNIT} (?:AGO|GONE)\b", rf"{_LAST}(?P<unit>WEEK|MONTH)\b(?! of)"]),
    (periods.this, [r"\bTHIS (?P<unit>WEEK|MONTH)\b", r"\b(?P<unit>WEEK|MONTH) ONGOING\b"]),
    (periods.near_day, [r"\b(?P<name>TODAY|YESTERDAY|BEFORE_YESTERDAY)\b"]),
    (
        periods.dated,
        [
            rf"(?<![\w.,/-])(?P<year>\d{{4}}){_MARK}(?P<month>\d\d?)(?P=mark)(?P<day>\d\d?){_ENDED}",
            rf"(?<![\w.,/-])(?P<day>\d\d?){_MARK}(?P<month>\d\d?)(?P=mark)(?P<year>\d{{4}}){_ENDED}",
            rf"{_YEAR}(?: YEAR)?,? {_DAY} {_MONTH}{_ENDING}",
            rf"{_DAY},? (?:of )?{_MONTH}{_ENDING}(?:,? (?:of )?(?:YEAR )?{_YEAR})?",
            rf"{_MONTH}{_ENDING}\.? {_DAY},? (?:YEAR )?{_YEAR}",
            rf"(?<!IN ){_MONTH}{_ENDING}\.? {_DAY}",
            rf"{_YEAR}(?: YEAR,? (?:IN )?|,? IN |,? (?!MAY|MARCH)){_MONTH}{_ENDING}(?: {_DAY})?",
            rf"{_MONTH}{_ENDING}\.?,? (?:of )?(?:YEAR )?{_YEAR}",
            rf"(?:\b(?:IN|LAST|MONTH|THIS(?! MAY| MARCH)) |(?<=\bSINCE )){_MONTH}{_ENDING}",
            rf"{_MONTH}(?:'?(?:[iu]n)?[dt][ae](?:k[iu])?\b|(?:'?[a-z]{{1,6}})?(?: MONTH\b|(?= SINCE\b)))",
        ],
    ),
    (periods.whole_year, [rf"(?<!ROUGHLY )(?<!\d )(?:\bYEAR )?{_YEAR}(?: YEAR\b)?(?! \d)"]),
    (periods.weekday, [rf"{_WEEKDAY}\b"]),
    (periods.weekend, [r"(?P<last>\bLAST )?\bWEEKEND\b(?:(?P<gone> GONE| AGO)\b)?"]),
    (periods.recently, [r"\bRECENTLY\b"]),
]
_FORMS = [(re.compile(form), read) for read, forms in _FORMS_OF for form in forms]


def named_time(question: str, asked: date) -> Period | None:
    """Return the time that `question` names, seen from the day `asked`; None where it names none.

    Of several the shortest counts. What is yet to come is none, except the year after that of `asked`, and what
    goes on ends at `asked`. Years and months are those of the Gregorian calendar.
    """
    text = _RELATIVE_YEAR.sub(lambda found: _absolute_year(found, asked), marked(question))
    return min(_named(text, asked), key=lambda period: period.last - period.first, default=None)


def closeness(published: str | None, period: Period, days: float) -> float:
    """Return how close an article's date is to `period`: 1 within it, else falling by e in each `days`.

    It is 0 without a date. Up to 2 days behind the end count as within, and distances count from there.
    """
    if not published:
        return 0.0
    day = datetime.fromisoformat(published).toordinal()
    behind = day - period.last.toordinal() - _DAYS_BEHIND
    return math.exp(-max(0, behind, period.first.toordinal() - day) / days)


def _named(text: str, asked: date) -> Iterator[Period]:
    """Yield every time that a marked text names."""
    for form, read in _FORMS:
        matches = list(form.finditer(text))
        for found in matches:
            period = read(found, asked)
            if period and (text.endswith("SINCE ", 0, found.start()) or text.startswith(" SINCE", found.end())):
                yield Period(period.first, max(period.last, asked))
            elif period:
                yield period
        if matches:
            text = form.sub("|", text)


def _absolute_year(found: re.Match[str], asked: date) -> str:
    """Return "last year" and the like with its number, so that "June last year" reads as "June 2021" does."""
    if found["number"] == "FEW" or (found["number"] and found["how"] == "GONE"):
        return found[0]  # "a few years ago" and "the three years gone by" are no year
    back = 0 if found["this"] or found["how"] == "ONGOING" else periods.number(found)
    return f"YEAR {asked.year - back:04}"
