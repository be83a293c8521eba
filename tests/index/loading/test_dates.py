"""Dates become ISO 8601, or nothing where they are not certain."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.loading.dates import iso_date, split_date


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("2025-04-28", "2025-04-28"),
        ("20250428", "2025-04-28"),
        ("2025-04-28T10:48:00.123Z", "2025-04-28T10:48:00+00:00"),
        ("2025-04-28 10:48:00 +0400", "2025-04-28T10:48:00+04:00"),
        ("28 April 2025 10:48 (UTC +04:00)", "2025-04-28T10:48:00+04:00"),
        ("28th of April, 2025", "2025-04-28"),
        ("April 28, 2025, 9:05 p.m. EST", "2025-04-28T21:05:00-05:00"),
        ("Tue 12 Mar 2024 16.05 GMT", "2024-03-12T16:05:00+00:00"),
        ("4:05 PM GMT-3:30, March 3, 2024", "2024-03-03T16:05:00-03:30"),
        ("12 AM March 3, 2024", "2024-03-03T00:00:00"),
        ("Fri, 17 Jun 2022 10:00:00 +0000", "2022-06-17T10:00:00+00:00"),
        ("Published: 2022-06-17T10:00:00Z", "2022-06-17T10:00:00+00:00"),
        ("10:48, 28 апреля 2025", "2025-04-28T10:48:00"),
        ("28 Nisan 2025 Pazartesi - 10:48", "2025-04-28T10:48:00"),
        ("28 aprel 2025", "2025-04-28"),
        ("۲۸ آوریل ۲۰۲۵ - ۱۰:۴۸", "2025-04-28T10:48:00"),
        ("3 de marzo de 2024", "2024-03-03"),
        ("2025年4月28日", "2025-04-28"),
        ("28/04/2025", "2025-04-28"),
        ("04/28/2025", "2025-04-28"),
        ("04/04/2025", "2025-04-04"),
        ("03.04.2025", "2025-04-03"),
        ("2025/04/03", "2025-04-03"),
    ],
)
def test_a_date_is_read_with_its_time_and_offset(written: str, iso: str) -> None:
    """What a page writes in any common way becomes ISO 8601."""
    assert iso_date(written) == iso


@pytest.mark.parametrize(
    "written",
    [
        "",
        "garbage",
        "Yesterday",
        "3 hours ago",
        "2022",
        "March 2024",
        "2022-W24",
        "03/04/2025",
        "31 February 2022",
        "2022-02-31",
        "12 Room 2022",
        "8 April 1404",
        "31.02.2022",
        "14/13/2022",
        None,
        20220617,
        ["2022-06-17"],
    ],
)
def test_what_is_no_certain_date_is_none(written: object) -> None:
    """A partial, ambiguous or impossible date is none, and today's is never filled in."""
    assert iso_date(written) is None


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("3 March 2024 10:15 BST", "2024-03-03T10:15:00"),
        ("3 March 2024 25:99", "2024-03-03"),
        ("3 March 2024, 5 min read", "2024-03-03"),
        ("3 March 2024 13 pm", "2024-03-03"),
        ("3 March 2024 10:15 +99:00", "2024-03-03T10:15:00"),
    ],
)
def test_only_what_is_certain_of_a_time_is_kept(written: str, iso: str) -> None:
    """A zone that means several offsets is dropped, and so is a time that no clock shows."""
    assert iso_date(written) == iso


def test_a_line_is_parted_into_its_date_and_the_rest() -> None:
    """The rest of a date line is what else it says."""
    line = "Politics Analytics 28 April 2025 10:48 (UTC +04:00)"
    assert split_date(line) == ("2025-04-28T10:48:00+04:00", "Politics Analytics")
    assert split_date("By  Jane Doe") == (None, "By  Jane Doe")


@given(st.dates(min_value=date(1500, 1, 1), max_value=date(2199, 12, 31)), st.sampled_from(["%d %B %Y", "%B %d, %Y"]))
def test_written_days_come_back(day: date, form: str) -> None:
    """A day written out in English is read as that day."""
    assert iso_date(f"{day:{form}}") == day.isoformat()


@given(st.datetimes(min_value=datetime(1500, 1, 1)), st.integers(-23 * 60, 23 * 60))
def test_iso_dates_come_back_with_their_offset(moment: datetime, minutes: int) -> None:
    """A date in ISO 8601 stays what it is, to the second."""
    given_date = moment.replace(microsecond=0, tzinfo=timezone(timedelta(minutes=minutes)))
    assert iso_date(given_date.isoformat()) == given_date.isoformat()


@given(st.text())
def test_any_text_gives_a_date_or_none(text: str) -> None:
    """Whatever is written, the result is ISO 8601 or none."""
    found = iso_date(text)
    assert found is None or datetime.fromisoformat(found)
