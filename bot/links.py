"""Links into the private chat with the bot, where a question is asked at once; /start brings what they carry."""

from __future__ import annotations

import re

_ASK = "ask"


def parameter(number: int) -> str:
    """Return what a link carries to ask the question that the index recalls under a number."""
    return f"{_ASK}{number}"


def question_number(given: str) -> int | None:
    """Return the number in what /start was given, None where that is something else."""
    match = re.fullmatch(rf"{_ASK}(\d{{1,18}})", given)
    return int(match[1]) if match else None


def address(username: str, number: int) -> str:
    """Return the address of such a link."""
    return f"https://t.me/{username}?start={parameter(number)}"
