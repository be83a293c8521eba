"""What became of articles -> the receipt for an admin, as Telegram HTML that fits into one message. Pure."""

from __future__ import annotations

from dataclasses import replace
from html import escape

from bot import admin_keyboards, admin_texts, edit_texts, feed_texts
from bot.fitting import cut
from bot.languages import Message, isolated
from bot.messages import source_line
from bot.recording import Outcome, Placed
from bot.sending import Page
from bot.whence_texts import whence
from index import Article
from index.errors import SourceError

_FAILED = 3  # failures of a receipt for many
_FEEDS = 3  # feeds that are watched now
_NAME_UNITS, _REASON_UNITS, _FEED_UNITS = 100, 200, 60
_SAID: dict[str, Message] = {
    "added": admin_texts.ADDED,
    "updated": admin_texts.UPDATED,
    "unchanged": admin_texts.UNCHANGED,
}
_ENDINGS: dict[str, Message] = {"stopped": admin_texts.STOPPED, "cancelled": admin_texts.ADDING_CANCELLED}


def receipt(outcome: Outcome, number: int | None, name: str | None = None, nothing: str | None = None) -> Page:
    """Return the receipt of what was added; `number` is the one under which it can be undone, None where it can't.

    An article without a title goes by the `name` of its file; `nothing` is said where there was nothing to add.
    """
    total = outcome.counts.total() + len(outcome.failed)
    parts = [escape(_ENDINGS[outcome.ending](), quote=False)] if outcome.ending else []
    parts += [_bold(feed_texts.watched(cut(one.title or one.url, _FEED_UNITS))) for one in outcome.watched[:_FEEDS]]
    left = len(outcome.watched) - _FEEDS
    parts += [escape(feed_texts.more(left), quote=False)] if left > 0 else []
    single = outcome.shown[0] if total == 1 and outcome.shown and not outcome.watched else None
    if single:
        parts.append(_of_one(single, outcome.seconds, name))
    elif total == 1 and outcome.failed and not outcome.watched:
        parts.append(_bold(admin_texts.NOT_ADDED()) + "\n" + _failure(outcome.failed[0]))
    elif total:
        parts.append(_of_many(outcome))
    elif not outcome.ending:
        empty = feed_texts.NO_ARTICLES() if outcome.watched else nothing or admin_texts.NOTHING_FOUND()
        parts.append(escape(empty, quote=False))
    article = single.article.id if single else None
    keyboard = admin_keyboards.receipt(number, stopped=outcome.ending == "stopped", article=article)
    return Page("\n\n".join(parts), keyboard)


def removal(article: Article, number: int) -> Page:
    """Return the receipt of an article that was taken out."""
    return Page(f"{_bold(admin_texts.REMOVED())}\n{entry(article)}", admin_keyboards.receipt(number))


def edited(article: Article, number: int) -> Page:
    """Return the receipt of an article that was put right."""
    keyboard = admin_keyboards.receipt(number, article=article.id)
    return Page(f"{_bold(edit_texts.EDITED())}\n{entry(article)}", keyboard)


def entry(article: Article) -> str:
    """Return an article's title, day and publisher, and its id, as HTML in two lines; at most 450 units."""
    return f"{source_line(article)}\n{escape(admin_texts.article_id(article.id), quote=False)}"


def _of_one(placed: Placed, seconds: float, name: str | None) -> str:
    article = replace(placed.article, title=placed.article.title or name)
    said = admin_texts.SAME_TEXT if placed.twin else _SAID[placed.added.status]
    size = admin_texts.passages_and_time(placed.added.passages, seconds)
    found, copies = placed.added.found, len(placed.added.same_story)
    lines = [size, *([whence(found)] if found else []), *([admin_texts.same_story(copies)] if copies else [])]
    return "\n".join([_bold(said()), entry(article), *(escape(line, quote=False) for line in lines)])


def _of_many(outcome: Outcome) -> str:
    counts, failed = outcome.counts, len(outcome.failed)
    heading = admin_texts.counted(
        counts["added"], counts["updated"], counts["unchanged"], failed, removed=counts["removed"]
    )
    lines = [source_line(one.article) for one in outcome.changed]
    left = counts["added"] + counts["updated"] - len(lines)
    lines += [escape(admin_texts.more(left), quote=False)] if left else []
    failures = [_failure(one) for one in outcome.failed[:_FAILED]]
    failures += [escape(admin_texts.more_failed(failed - _FAILED), quote=False)] if failed > _FAILED else []
    parts = [_bold(heading), "\n".join(lines), "\n".join(failures)]
    parts.append(escape(admin_texts.passages_and_time(outcome.passages, outcome.seconds), quote=False))
    return "\n\n".join(filter(None, parts))


def _failure(error: SourceError) -> str:
    name, reason = cut(error.source, _NAME_UNITS), cut(error.reason, _REASON_UNITS)
    said = f"{isolated(name)}: {isolated(reason)}" if name else isolated(reason)
    return escape(said, quote=False)


def _bold(text: str) -> str:
    return f"<b>{escape(text, quote=False)}</b>"
