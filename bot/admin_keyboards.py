"""The buttons that only admins see, and what they say when they are pressed (see keyboards)."""

from __future__ import annotations

from collections.abc import Sequence

from telegram import ForceReply, InlineKeyboardButton, InlineKeyboardMarkup

from bot import edit_texts, labels
from bot.languages import Message

UNDO, AGAIN, TAKE, ARTICLES, REMOVE, OUT, CANCEL = "undo", "again", "take", "arts", "remove", "out", "cancel"
EDIT, FEEDS, LOOK, STOP, STOPPED = "edit", "feeds", "look", "stop", "stopped"
REVIEW, RIGHT, NOT_SAID, DISMISS = "review", "right", "unsaid", "drop"
COLLECTION = "coll"
_WIDEST = 4  # buttons in a row that a phone shows with their labels


def receipt(number: int | None, *, stopped: bool = False, article: str | None = None) -> InlineKeyboardMarkup | None:
    """Return the button that undoes what the receipt with this number is about, if any, and behind it others.

    Those that put the one `article` with this id right, and that go on with what was `stopped`.
    """
    buttons = [(labels.UNDO, f"{UNDO}:{number}")] if number else []
    buttons += [(labels.EDIT, f"{EDIT}:{article}")] if article else []
    buttons += [(labels.GO_ON, AGAIN)] if stopped else []
    return _row(*buttons) if buttons else None


def article_or_question() -> InlineKeyboardMarkup:
    """Return the two buttons under the question what a text is."""
    return _row((labels.ADD_IT, f"{TAKE}:article"), (labels.ASK_IT, f"{TAKE}:question"))


def remove_or_keep(id: str) -> InlineKeyboardMarkup:
    """Return the two buttons under the question whether the article with this id is to go."""
    return _row((labels.REMOVE, f"{OUT}:{id}"), (labels.KEEP, f"{OUT}:"))


def cancel(number: int) -> InlineKeyboardMarkup:
    """Return the button that ends the long work with this number."""
    return _row((labels.CANCEL, f"{CANCEL}:{number}"))


def removals(ids: Sequence[str], turning: InlineKeyboardMarkup | None) -> InlineKeyboardMarkup:
    """Return a numbered button for each article of a list, and below them those that turn its pages."""
    row = [
        InlineKeyboardButton(f"{labels.BIN} {number}", callback_data=f"{REMOVE}:{id}")
        for number, id in enumerate(ids, 1)
    ]
    rows = [row[start : start + _WIDEST] for start in range(0, len(row), _WIDEST)]
    return InlineKeyboardMarkup([*rows, *(turning.inline_keyboard if turning else ())])


def fields(id: str) -> InlineKeyboardMarkup:
    """Return a button for each thing that can be put right about the article with this id."""
    row = [InlineKeyboardButton(label(), callback_data=f"{EDIT}:{id}:{name}") for name, label in labels.FIELDS.items()]
    return InlineKeyboardMarkup([row[start : start + 3] for start in range(0, len(row), 3)])


def new_value(*, in_group: bool) -> ForceReply:
    """Return what opens the field for a reply; in a group only for whoever is replied to."""
    return ForceReply(selective=in_group, input_field_placeholder=edit_texts.PLACEHOLDER())


def feeds(marks: Sequence[str], turning: InlineKeyboardMarkup | None) -> InlineKeyboardMarkup:
    """Return two buttons for each feed of a list, numbered where there are several, and those that turn its pages."""
    rows = [
        [
            InlineKeyboardButton(f"{label()} {number}" if len(marks) > 1 else label(), callback_data=f"{name}:{mark}")
            for name, label in ((LOOK, labels.LOOK), (STOP, labels.STOP))
        ]
        for number, mark in enumerate(marks, 1)
    ]
    return InlineKeyboardMarkup([*rows, *(turning.inline_keyboard if turning else ())])


def stop_or_go_on(mark: str) -> InlineKeyboardMarkup:
    """Return the two buttons under the question whether a feed is to be watched no longer."""
    return _row((labels.STOP, f"{STOPPED}:{mark}"), (labels.GO_ON_WATCHING, f"{STOPPED}:"))


def review(number: int, *, answered: bool, before: int | None, after: int | None) -> InlineKeyboardMarkup:
    """Return what can be said about what was shown under this number, and the ways to the ones before and after."""
    rows = [[InlineKeyboardButton(labels.RIGHT(), callback_data=f"{RIGHT}:{number}")]] if answered else []
    rows.append([InlineKeyboardButton(labels.NOT_IN_ARTICLES(), callback_data=f"{NOT_SAID}:{number}")])
    rows.append([InlineKeyboardButton(labels.DISMISS(), callback_data=f"{DISMISS}:{number}")])
    ways = ((labels.NEWER, before), (labels.OLDER, after))
    rows.append([InlineKeyboardButton(label, callback_data=f"{REVIEW}:{to}") for label, to in ways if to])
    return InlineKeyboardMarkup([row for row in rows if row])


def collections(choices: Sequence[tuple[str, str, bool]]) -> InlineKeyboardMarkup:
    """Return a button for each choice of a chat: its label, the mark that tells it, and whether it is chosen."""
    return InlineKeyboardMarkup.from_column(
        [
            InlineKeyboardButton(f"{labels.ON} {label}" if chosen else label, callback_data=f"{COLLECTION}:{mark}")
            for label, mark, chosen in choices
        ]
    )


def _row(*buttons: tuple[Message, str]) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup.from_row([InlineKeyboardButton(label(), callback_data=data) for label, data in buttons])
