"""What people voted on -> what an admin sees of it, one vote at a time, as Telegram HTML for one message. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from bot import admin_keyboards, messages, review_texts
from bot.fitting import cut
from bot.languages import isolated
from bot.sending import Page
from index.reviews import Review, Shown

_QUESTION_UNITS, _ANSWER_UNITS, _QUOTE_UNITS, _SAID_UNITS = 500, 500, 1000, 500


def review_page(waiting: Sequence[Review], number: int | None, said: str = "") -> Page:
    """Return the vote on what was shown under a number, the first that waits where that waits no more.

    `said` is a line that comes first, about the vote before.
    """
    before = [escape(cut(said, _SAID_UNITS), quote=False)] if said else []
    if not waiting:
        return Page("\n\n".join([*before, escape(review_texts.NOTHING(), quote=False)]))
    numbers = [one.shown.number for one in waiting]
    at = numbers.index(number) if number in numbers else 0
    one = waiting[at]
    parts = [
        review_texts.position(at + 1, len(waiting)),
        *_shown(one.shown),
        review_texts.votes(one.votes),
        review_texts.HOW_TO_SETTLE(),
    ]
    question = f"<b>{escape(isolated(cut(one.shown.question, _QUESTION_UNITS)), quote=False)}</b>"
    html = [escape(part, quote=False) for part in parts if part]
    keyboard = admin_keyboards.review(
        one.shown.number,
        answered=one.shown.answer is not None,
        before=numbers[at - 1] if at else None,
        after=numbers[at + 1] if at + 1 < len(numbers) else None,
    )
    return Page("\n\n".join([*before, html[0], question, *html[1:]]), keyboard)


def number_of(page: Page) -> int | None:
    """Return the number of what a page is about, None where nothing waits."""
    buttons = [button for row in page.keyboard.inline_keyboard for button in row] if page.keyboard else []
    data = (str(button.callback_data).partition(":") for button in buttons)
    return next((int(value) for name, _, value in data if name == admin_keyboards.DISMISS), None)


def _shown(shown: Shown) -> list[str]:
    """Return what was shown: the answer with its sentences and its source, or that there was none."""
    if shown.answer is None:
        return [review_texts.REFUSED()]
    quote = cut(shown.quote or "", _QUOTE_UNITS)
    answer = cut(shown.answer, _ANSWER_UNITS)
    source = cut(", ".join(filter(None, (shown.title, shown.url))), messages.TITLE_UNITS)
    return [isolated(answer), isolated(quote) if quote != answer else "", isolated(source)]
