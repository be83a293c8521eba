"""Buttons, and what they say when they are pressed: at most 64 bytes, a name and its values between colons."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot import collection_texts, labels
from bot.chats import Choices
from bot.languages import LANGUAGES, Message
from bot.marks import mark_of
from bot.quotes import Quote
from index.reviews import Verdict

ASK, MORE, CONTEXT, PASSAGES, SOURCES = "ask", "more", "context", "passages", "sources"
GOOD, BAD, WHY, SAY = "good", "bad", "why", "say"
LANGUAGE, BEHAVIOUR = "lang", "set"
# Why an answer was no good, by the letter that stands for it on a button.
REASONS: dict[str, tuple[Verdict, Message]] = {
    "w": ("wrong_answer", labels.WRONG_ANSWER),
    "a": ("wrong_article", labels.WRONG_ARTICLE),
    "k": ("should_have_known", labels.SHOULD_HAVE_KNOWN),
    "n": ("should_not_have_answered", labels.SHOULD_NOT_HAVE_ANSWERED),
}
_WIDEST = 4  # buttons in a row that a phone shows with their labels
_VOTES = re.compile(rf"(?:{GOOD}|{BAD}|{WHY}|{SAY}):(\d+)")


@dataclass(frozen=True, slots=True)
class Kept:
    """Under which numbers the index keeps a question and what was shown for it, and of which generation that is.

    Without a `collection` all articles were asked.
    """

    question: int
    shown: int
    generation: int
    collection: str | None = None


def examples(questions: Sequence[tuple[int, str]]) -> InlineKeyboardMarkup | None:
    """Return one button a question, pressed to ask it; each comes with the number that recalls it."""
    rows = [[InlineKeyboardButton(question, callback_data=f"{ASK}:{number}")] for number, question in questions]
    return InlineKeyboardMarkup(rows) if rows else None


def answer(kept: Kept, quote: Quote) -> InlineKeyboardMarkup:
    """Return the buttons of an answer."""
    field = quote.field[0]
    context = f"{CONTEXT}:{quote.article.id}:{field}:{quote.start}:{quote.end}:{quote.checksum}"
    return InlineKeyboardMarkup(
        [
            [_more(labels.MORE(), kept), InlineKeyboardButton(labels.CONTEXT(), callback_data=context)],
            _votes(kept.shown),
        ]
    )


def refusal(kept: Kept, *, nearest: bool) -> InlineKeyboardMarkup:
    """Return the button that contradicts a refusal, and the one for the nearest passages where they are wanted."""
    rows = [[InlineKeyboardButton(labels.ARTICLES_DO_SAY(), callback_data=f"{SAY}:{kept.shown}")]]
    return InlineKeyboardMarkup([[_more(labels.NEAREST(), kept)], *rows] if nearest else rows)


def asking_why(keyboard: InlineKeyboardMarkup, shown: int) -> InlineKeyboardMarkup:
    """Return the keyboard of an answer with the reasons for which it may be no good, in the place of the votes."""
    reasons = [
        [InlineKeyboardButton(label(), callback_data=f"{WHY}:{shown}:{letter}")]
        for letter, (_, label) in REASONS.items()
    ]
    return InlineKeyboardMarkup([*_without_votes(keyboard), *reasons])


def voting(keyboard: InlineKeyboardMarkup, shown: int) -> InlineKeyboardMarkup:
    """Return the keyboard of an answer with the votes, where the reasons were asked for."""
    return InlineKeyboardMarkup([*_without_votes(keyboard), _votes(shown)])


def shown_number(keyboard: InlineKeyboardMarkup | None) -> int | None:
    """Return the number of what was shown above a keyboard, None where there is none."""
    buttons = [button for row in keyboard.inline_keyboard for button in row] if keyboard else []
    numbers = (_VOTES.match(button.callback_data) for button in buttons if isinstance(button.callback_data, str))
    return next((int(number[1]) for number in numbers if number), None)


def pages(name: str, page: int, last: int, end: str = "") -> InlineKeyboardMarkup | None:
    """Return the buttons to the pages before and after this one, whose data ends so; None where it is the only one."""
    row = []
    if page > 1:
        row.append(InlineKeyboardButton(labels.NEWER, callback_data=f"{name}:{page - 1}{end}"))
    if page < last:
        row.append(InlineKeyboardButton(labels.OLDER, callback_data=f"{name}:{page + 1}{end}"))
    return InlineKeyboardMarkup.from_row(row) if row else None


def languages(chosen: str) -> InlineKeyboardMarkup:
    """Return a button for each language, in its own words; `chosen` is the code of the one that is spoken."""
    return InlineKeyboardMarkup.from_column(_languages(chosen, LANGUAGE))


def behaviour(choices: Choices, *, collections: bool) -> InlineKeyboardMarkup:
    """Return a button for each thing that a group may choose, and one for each language.

    Without `collections` there is nothing to choose from but all articles.
    """
    language = f"{BEHAVIOUR}:language"
    return InlineKeyboardMarkup.from_column(
        [
            _switch(labels.MENTIONS(), choices.mentions, f"{BEHAVIOUR}:mentions:"),
            _switch(labels.REPLIES(), choices.replies, f"{BEHAVIOUR}:replies:"),
            _switch(labels.REACTION(), choices.reaction, f"{BEHAVIOUR}:reaction:"),
            *([_cycle(choices.collection)] if collections else []),
            _switch(labels.ASKERS_LANGUAGE(), choices.language is None, f"{language}:", off=""),
            *_languages(choices.language, language),
        ]
    )


def _more(label: str, kept: Kept) -> InlineKeyboardButton:
    data = f"{MORE}:{kept.question}:{kept.generation}"
    return InlineKeyboardButton(label, callback_data=f"{data}:{mark_of(kept.collection)}" if kept.collection else data)


def _votes(shown: int) -> list[InlineKeyboardButton]:
    return [
        InlineKeyboardButton(labels.GOOD, callback_data=f"{GOOD}:{shown}"),
        InlineKeyboardButton(labels.BAD, callback_data=f"{BAD}:{shown}"),
    ]


def _without_votes(keyboard: InlineKeyboardMarkup) -> list[tuple[InlineKeyboardButton, ...]]:
    return [row for row in keyboard.inline_keyboard if shown_number(InlineKeyboardMarkup([row])) is None]


def _languages(chosen: str | None, data: str) -> list[InlineKeyboardButton]:
    return [_switch(name, code == chosen, f"{data}:{code}", off="") for code, name in LANGUAGES.items()]


def _cycle(collection: str | None) -> InlineKeyboardButton:
    return InlineKeyboardButton(collection_texts.answers_from(collection), callback_data=f"{BEHAVIOUR}:collection:")


def _switch(label: str, on: bool, data: str, off: str = labels.OFF) -> InlineKeyboardButton:
    return InlineKeyboardButton(f"{labels.ON if on else off} {label}".strip(), callback_data=data)
