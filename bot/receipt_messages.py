"""What became of articles -> the receipt for an admin, as Telegram HTML that fits into one message. Pure."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from html import escape

from bot import admin_texts, keyboards
from bot.adding import Outcome, Placed
from bot.fitting import cut
from bot.languages import Message, isolated
from bot.messages import source_line
from bot.sending import Page
from index import Article
from index.errors import SourceError

_LISTED = 6  # articles of a receipt for many
_FAILED = 3  # failures of a receipt for many
_NAME_UNITS, _REASON_UNITS = 100, 200
_SAID: dict[str, Message] = {
    "added": admin_texts.ADDED,
    "updated": admin_texts.UPDATED,
    "unchanged": admin_texts.UNCHANGED,
}


def receipt(outcome: Outcome, number: int | None, name: str | None = None) -> Page:
    """Return the receipt of what was added; `number` is the one under which it can be undone, None where it can't.

    An article without a title goes by the `name` of its file.
    """
    single = len(outcome.placed) + len(outcome.failed) == 1
    parts = [escape(admin_texts.STOPPED(), quote=False)] if outcome.stopped else []
    if single and outcome.placed:
        parts.append(_of_one(outcome.placed[0], outcome.seconds, name))
    elif single:
        parts.append(_bold(admin_texts.NOT_ADDED()) + "\n" + _failure(outcome.failed[0]))
    elif outcome.placed or outcome.failed:
        parts.append(_of_many(outcome))
    elif not outcome.stopped:
        parts.append(escape(admin_texts.NOTHING_FOUND(), quote=False))
    return Page("\n\n".join(parts), keyboards.receipt(number, stopped=outcome.stopped))


def removal(article: Article, number: int) -> Page:
    """Return the receipt of an article that was taken out."""
    return Page(f"{_bold(admin_texts.REMOVED())}\n{entry(article)}", keyboards.receipt(number))


def entry(article: Article) -> str:
    """Return an article's title, day and publisher, and its id, as HTML in two lines; at most 450 units."""
    return f"{source_line(article)}\n{escape(admin_texts.article_id(article.id), quote=False)}"


def _of_one(placed: Placed, seconds: float, name: str | None) -> str:
    article = replace(placed.article, title=placed.article.title or name)
    said = admin_texts.SAME_TEXT if placed.twin else _SAID[placed.added.status]
    size = admin_texts.passages_and_time(placed.added.passages, seconds)
    return f"{_bold(said())}\n{entry(article)}\n{escape(size, quote=False)}"


def _of_many(outcome: Outcome) -> str:
    counts = Counter(one.added.status for one in outcome.placed)
    failed = len(outcome.failed)
    heading = admin_texts.counted(counts["added"], counts["updated"], counts["unchanged"], failed)
    changed = [one for one in outcome.placed if one.added.status != "unchanged"]
    lines = [source_line(one.article) for one in changed[:_LISTED]]
    left = len(changed) - len(lines)
    lines += [escape(admin_texts.more(left), quote=False)] if left else []
    passages = sum(one.added.passages for one in outcome.placed)
    parts = [_bold(heading), "\n".join(lines), "\n".join(map(_failure, outcome.failed[:_FAILED]))]
    parts.append(escape(admin_texts.passages_and_time(passages, outcome.seconds), quote=False))
    return "\n\n".join(filter(None, parts))


def _failure(error: SourceError) -> str:
    name, reason = cut(error.source, _NAME_UNITS), cut(error.reason, _REASON_UNITS)
    said = f"{isolated(name)}: {isolated(reason)}" if name else isolated(reason)
    return escape(said, quote=False)


def _bold(text: str) -> str:
    return f"<b>{escape(text, quote=False)}</b>"
