"""What fetches pages and feeds, one for the whole bot: so nobody's server is asked more often than it should be."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from bot.settings import BotSettings

if TYPE_CHECKING:  # what it needs takes a while to import
    from index.feeds.pages import PageFetcher


def fetcher_of(settings: BotSettings) -> PageFetcher:
    """Return what fetches by these settings, whoever asks; usable from any thread."""
    return _fetcher(settings.fetch_allow, settings.max_article_bytes)


@cache
def _fetcher(allow: frozenset[tuple[str, int]], max_bytes: int) -> PageFetcher:
    from index.feeds.pages import PageFetcher

    return PageFetcher(allow, max_bytes)
