"""Feeds: their items become articles, and what is new in them too."""

from index.feeds.checking import Check
from index.feeds.feed import Feed, Item, Seen, Watched
from index.feeds.parsing import is_feed, read

__all__ = ["Check", "Feed", "Item", "Seen", "Watched", "is_feed", "read"]
