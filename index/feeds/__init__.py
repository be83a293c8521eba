"""Feeds: their items become articles, and what is new in them too."""

from index.feeds.allowance import Allowance
from index.feeds.checking import Check
from index.feeds.feed import Feed, Item, Page, Seen, Watched
from index.feeds.parsing import is_feed, read
from index.feeds.schedule import LATER, next_look
from index.feeds.visit import NotModified, Visit

__all__ = [
    "LATER",
    "Allowance",
    "Check",
    "Feed",
    "Item",
    "NotModified",
    "Page",
    "Seen",
    "Visit",
    "Watched",
    "is_feed",
    "next_look",
    "read",
]
