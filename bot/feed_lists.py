"""The feeds as admins see them, page by page: when each was looked at, and what went wrong."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from bot import admin_keyboards, feed_texts, keyboards
from bot.fitting import cut
from bot.languages import isolated
from bot.marks import mark_of
from bot.sending import Page
from index.feeds import Watched
from index.folders import Folder

A_PAGE = 5
_FOLDERS = 3
_TITLE_UNITS, _ADDRESS_UNITS, _REASON_UNITS, _PATH_UNITS = 80, 150, 120, 100


def feeds_page(feeds: Sequence[Watched], folders: Sequence[Folder], page: int) -> Page:
    """Return a page of the feeds, with the folders below; pages count from 1, and beyond the last stands the last."""
    below = _folders(folders)
    if not feeds:
        return Page("\n\n".join([escape(feed_texts.NONE(), quote=False), *below]))
    last = -(-len(feeds) // A_PAGE)
    page = min(page, last)
    shown = feeds[(page - 1) * A_PAGE : page * A_PAGE]
    entries = [feed_entry(one) for one in shown]
    if len(shown) > 1:
        entries = [f"{number}. {one}" for number, one in enumerate(entries, 1)]
    html = "\n\n".join([escape(feed_texts.heading(len(feeds), page, last), quote=False), *entries, *below])
    turning = keyboards.pages(admin_keyboards.FEEDS, page, last)
    return Page(html, admin_keyboards.feeds([mark_of(one.url) for one in shown], turning))


def feed_entry(feed: Watched) -> str:
    """Return a feed's title and address, when it was and will be looked at, and why it fails, as HTML."""
    lines = [isolated(cut(feed.title, _TITLE_UNITS))] if feed.title else []
    return escape("\n".join([*lines, isolated(cut(feed.url, _ADDRESS_UNITS)), *_looks(feed)]), quote=False)


def _folders(folders: Sequence[Folder]) -> list[str]:
    """Return the first few folders, as HTML, under a heading; nothing where there are none."""
    if not folders:
        return []
    lines = [feed_texts.FOLDERS()]
    for folder in folders[:_FOLDERS]:
        lines += [isolated(cut(folder.path, _PATH_UNITS)), *_looks(folder)]
    left = len(folders) - _FOLDERS
    lines += [feed_texts.more_folders(left)] if left > 0 else []
    return [escape("\n".join(lines), quote=False)]


def _looks(one: Watched | Folder) -> list[str]:
    """Return when something was and will be looked at, and why that fails, if it does."""
    lines = [feed_texts.looks(one.checked, one.due)]
    if one.failures:
        lines.append(feed_texts.failing(one.failures, cut(one.error or "", _REASON_UNITS), one.failing_since))
    return lines
