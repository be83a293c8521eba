"""Buttons, and what they say when they are pressed: at most 64 bytes, a name and its values between colons."""

from __future__ import annotations

from collections.abc import Sequence

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot import texts
from bot.quotes import Quote

ASK, MORE, CONTEXT, PASSAGES, SOURCES = "ask", "more", "context", "passages", "sources"


def examples(questions: Sequence[tuple[int, str]]) -> InlineKeyboardMarkup | None:
    """Return one button a question, pressed to ask it; each comes with the number that recalls it."""
    rows = [[InlineKeyboardButton(question, callback_data=f"{ASK}:{number}")] for number, question in questions]
    return InlineKeyboardMarkup(rows) if rows else None


def answer(question: int, quote: Quote) -> InlineKeyboardMarkup:
    """Return the buttons of an answer to the question with this number."""
    field = quote.field[0]
    context = f"{CONTEXT}:{quote.article.id}:{field}:{quote.start}:{quote.end}:{quote.checksum}"
    return InlineKeyboardMarkup.from_row(
        [
            InlineKeyboardButton(texts.MORE, callback_data=f"{MORE}:{question}"),
            InlineKeyboardButton(texts.CONTEXT, callback_data=context),
        ]
    )


def nearest(question: int) -> InlineKeyboardMarkup:
    """Return the button that shows what is nearest to a question that the articles do not answer."""
    return InlineKeyboardMarkup.from_button(InlineKeyboardButton(texts.NEAREST, callback_data=f"{MORE}:{question}"))


def pages(name: str, page: int, last: int) -> InlineKeyboardMarkup | None:
    """Return the buttons to the pages before and after this one; None where it is the only one."""
    row = []
    if page > 1:
        row.append(InlineKeyboardButton(texts.NEWER, callback_data=f"{name}:{page - 1}"))
    if page < last:
        row.append(InlineKeyboardButton(texts.OLDER, callback_data=f"{name}:{page + 1}"))
    return InlineKeyboardMarkup.from_row(row) if row else None
