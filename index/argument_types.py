"""What is typed behind an option -> its value; the message of an error says what could be typed."""

from __future__ import annotations

import argparse
from datetime import date

from index.collection_names import collection_name
from index.errors import CollectionError
from index.loading.dates import iso_date
from index.normal import one_line


def count(text: str) -> int:
    """Return a whole number from 1 up."""
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number from 1 up")
    return int(text)


def answer(text: str) -> str:
    """Return an answer on one line."""
    line = one_line(text)
    if line is None:
        raise argparse.ArgumentTypeError(f"{text!r} is blank; --not-in-articles says that the articles do not say")
    return line


def share(text: str) -> float:
    """Return a number from 0 to 1."""
    try:
        number = float(text)
    except ValueError:
        number = -1.0
    if not 0 <= number <= 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 0 to 1")
    return number


def day(text: str) -> date:
    """Return a date."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a date such as 2025-04-28") from None


def published(text: str) -> str:
    """Return the date of an article as it was typed, which may be blank."""
    if text.strip() and not iso_date(text):
        raise argparse.ArgumentTypeError(f"{text!r} is not a date such as 2025-04-28 or 2025-04-28T10:48+04:00")
    return text


def collection(text: str) -> str:
    """Return the name of a collection as it is kept."""
    try:
        return collection_name(text)
    except CollectionError as error:
        raise argparse.ArgumentTypeError(str(error)) from None
