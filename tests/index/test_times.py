"""The time that a question names, in English, and how close an article's date is to it."""

from __future__ import annotations

import math
import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.times import Period, closeness, named_time
from tests.samples import ANY_TEXT

_THURSDAY = "2022-06-16"
_WORDS = """
a in on since the of next last this past few three 3 12 31 99 2022 2023 0000 9999 99999999 31. 5th 28.04.2025
2025-13-45 days week months years hours ago today weekend Monday February May june recently - , ' 's
keçən son bu əvvəl iyunun ayında 2019-cu yılın önce beri в прошлом году назад с мая هفته گذشته پیش سال ۲۰۲۲ ژوئن
""".split()  # noqa: SIM905  # a list of them takes a screen


@pytest.mark.parametrize(
    ("question", "asked", "first", "last"),
    [
        ("What happened today?", _THURSDAY, "2022-06-16", "2022-06-16"),
        ("Who spoke this morning?", _THURSDAY, "2022-06-16", "2022-06-16"),
        ("yesterday's news", _THURSDAY, "2022-06-15", "2022-06-15"),
        ("What happened last night?", _THURSDAY, "2022-06-15", "2022-06-15"),
        ("What happened the day before yesterday?", _THURSDAY, "2022-06-14", "2022-06-14"),
        ("Which awards were given this week?", _THURSDAY, "2022-06-09", "2022-06-16"),
        ("Which awards were given this week?", "2022-06-13", "2022-06-06", "2022-06-13"),
        ("What happened last week?", _THURSDAY, "2022-06-06", "2022-06-15"),
        ("What happened last week?", "2022-06-13", "2022-06-06", "2022-06-12"),
        ("What happened last week?", "2022-06-19", "2022-06-06", "2022-06-18"),
        ("What happened earlier this month?", _THURSDAY, "2022-06-01", "2022-06-16"),
        ("What happened last month?", "2022-03-31", "2022-02-01", "2022-02-28"),
        ("What happened last month?", "2022-01-31", "2021-12-01", "2021-12-31"),
        ("Who won this year’s cup?", _THURSDAY, "2022-01-01", "2022-06-16"),
        ("Which album turns 25 this year?", _THURSDAY, "2022-01-01", "2022-06-16"),
        ("How many fires since the start of the year?", _THURSDAY, "2022-01-01", "2022-06-16"),
        ("Who won last year?", _THURSDAY, "2021-01-01", "2021-12-31"),
        ("Who won at the weekend?", _THURSDAY, "2022-06-11", "2022-06-12"),
        ("Who won this weekend?", "2022-06-18", "2022-06-18", "2022-06-18"),
        ("Who won over the weekend?", "2022-06-19", "2022-06-18", "2022-06-19"),
        ("Who won last weekend?", "2022-06-19", "2022-06-11", "2022-06-12"),
        ("What happened in the last 24 hours?", _THURSDAY, "2022-06-15", "2022-06-16"),
        ("What happened in the past three days?", _THURSDAY, "2022-06-13", "2022-06-16"),
        ("What happened in the past few weeks?", _THURSDAY, "2022-05-12", "2022-06-16"),
        ("What rose over the past year?", _THURSDAY, "2021-06-16", "2022-06-16"),
        ("What rose in the last year?", _THURSDAY, "2021-06-16", "2022-06-16"),
        ("Who won in the last week of May?", _THURSDAY, "2022-05-01", "2022-05-31"),
        ("What happened 3 days ago?", _THURSDAY, "2022-06-13", "2022-06-13"),
        ("What happened a few days ago?", _THURSDAY, "2022-06-11", "2022-06-16"),
        ("What happened a couple of weeks ago?", _THURSDAY, "2022-05-30", "2022-06-08"),
        ("What happened two months ago?", "2022-01-05", "2021-11-01", "2021-11-30"),
        ("Who won ten years ago?", _THURSDAY, "2012-01-01", "2012-12-31"),
        ("Which show was recently renewed?", _THURSDAY, "2022-06-02", "2022-06-16"),
        ("What did he announce on Tuesday?", _THURSDAY, "2022-06-14", "2022-06-14"),
        ("Who died Thursday?", _THURSDAY, "2022-06-16", "2022-06-16"),
        ("Who won last Friday’s match?", _THURSDAY, "2022-06-10", "2022-06-10"),
        ("What was signed on 2022-04-28?", _THURSDAY, "2022-04-28", "2022-04-28"),
        ("What was signed on 28.04.2022?", _THURSDAY, "2022-04-28", "2022-04-28"),
        ("What was signed on 04/05/2022?", _THURSDAY, "2022-05-04", "2022-05-04"),
        ("What was signed on 04/28/2022?", _THURSDAY, "2022-04-28", "2022-04-28"),
        ("What was signed on the 28th of April, 2022?", _THURSDAY, "2022-04-28", "2022-04-28"),
        ("What was signed on Sept. 11, 2001?", _THURSDAY, "2001-09-11", "2001-09-11"),
        ("What was signed in September 27, 1940?", _THURSDAY, "1940-09-27", "1940-09-27"),
        ("What was signed on 28 April?", _THURSDAY, "2022-04-28", "2022-04-28"),
        ("What was signed on December 24th?", _THURSDAY, "2021-12-24", "2021-12-24"),
        ("What was signed on 29 February?", _THURSDAY, "2020-02-29", "2020-02-29"),
        ("What happened in june of 2021?", _THURSDAY, "2021-06-01", "2021-06-30"),
        ("What happened in June 2022?", _THURSDAY, "2022-06-01", "2022-06-16"),
        ("What happened in May?", _THURSDAY, "2022-05-01", "2022-05-31"),
        ("What happened at the end of July?", _THURSDAY, "2021-07-01", "2021-07-31"),
        ("What happened last December?", _THURSDAY, "2021-12-01", "2021-12-31"),
        ("What happened in mid-May last year?", _THURSDAY, "2021-05-01", "2021-05-31"),
        ("Who won the 2018 World Cup?", _THURSDAY, "2018-01-01", "2018-12-31"),
        ("How hot may 2022 be?", _THURSDAY, "2022-05-01", "2022-05-31"),
        ("Why 2022 may be the hottest?", _THURSDAY, "2022-01-01", "2022-06-16"),
        ("How high will prices be in 2023?", _THURSDAY, "2023-01-01", "2023-12-31"),
        ("Which is the biggest fire since 1998?", _THURSDAY, "1998-01-01", "2022-06-16"),
        ("What changed since May?", _THURSDAY, "2022-05-01", "2022-06-16"),
    ],
)
def test_a_time_is_read(question: str, asked: str, first: str, last: str) -> None:
    """What people say of a time becomes the days that they mean, seen from the day on which they ask."""
    assert named_time(question, date.fromisoformat(asked)) == Period(
        date.fromisoformat(first), date.fromisoformat(last)
    )


@pytest.mark.parametrize("question", [f"Who won {word} cup?" for word in ("the", "next year's", "the 2024")])
def test_a_year_to_come_is_none_but_the_next(question: str) -> None:
    """Nothing was published in a time that is yet to come."""
    assert named_time(question, date(2022, 6, 16)) is None


def test_of_several_times_the_shortest_counts() -> None:
    """A day says more than its week, a week more than its year."""
    asked = date(2022, 6, 16)
    monday = Period(date(2022, 6, 13), date(2022, 6, 13))
    assert named_time("What happened this year, this week, on Monday?", asked) == monday
    assert named_time("What reopened Monday after being closed since April 4?", asked) == monday


@given(ANY_TEXT | st.lists(st.sampled_from(_WORDS)).map(" ".join), st.dates())
def test_no_question_is_an_error(question: str, asked: date) -> None:
    """Whatever is asked, and whenever, there is no time, or one that has begun, or the next year."""
    period = named_time(question, asked)
    if period:
        assert period.first <= period.last
        assert period.last <= asked or period.first == date(asked.year + 1, 1, 1)


@pytest.mark.parametrize("asked", [date.min, date.max])
@pytest.mark.parametrize("question", ["", *_WORDS, "last week", "9999 weeks ago", "last month", "last year", "in 9999"])
def test_the_calendar_s_ends_are_no_error(question: str, asked: date) -> None:
    """On its first and its last day a time may be cut off, and is still in order."""
    period = named_time(question, asked)
    assert period is None or period.first <= period.last


@pytest.mark.parametrize(
    "part", ["in ", "1", "1 ", "2022 ", "may 5 ", "since ", "past ", "a ", "5-", "iyun'", "JUNE' ", "'"]
)
def test_a_long_question_takes_no_longer_than_its_length(part: str) -> None:
    """No repetition makes the reading explode: 10,000 characters take a fraction of a second."""
    start = time.process_time()
    named_time(part * (10_000 // len(part)), date(2022, 6, 16))
    assert time.process_time() - start < 2


@pytest.mark.parametrize(
    ("published", "distance"),
    [
        ("2022-06-01", 0),
        ("2022-06-10T23:59:00+04:00", 0),
        ("2022-06-12", 0),
        ("2022-06-13", 1),
        ("2022-06-22T08:00:00", 10),
        ("2022-05-31T23:59:00-08:00", 1),
        ("2021-06-01", 365),
    ],
)
def test_closeness_falls_with_the_distance(published: str, distance: int) -> None:
    """Within the period and 2 days behind it is 1; from there it falls by e in each `days`, on both sides alike."""
    period = Period(date(2022, 6, 1), date(2022, 6, 10))
    assert closeness(published, period, 10) == pytest.approx(math.exp(-distance / 10))


def test_an_article_without_a_date_is_close_to_nothing() -> None:
    """Without a date closeness is 0."""
    assert closeness(None, Period(date.min, date.max), 10) == 0
    assert closeness("", Period(date.min, date.max), 10) == 0


@given(st.dates(), st.dates(), st.floats(0.1, 1000))
def test_closeness_is_a_share(day: date, other: date, days: float) -> None:
    """It lies between 0 and 1, is 1 on the day itself, and no error at either end of the calendar."""
    assert closeness(day.isoformat(), Period(day, day), days) == 1
    assert 0 <= closeness(day.isoformat(), Period(other, other), days) <= 1
