"""`feeds`: the RSS and Atom feeds that are watched."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime

from index import jsonable, watch_printing
from index.call import Call
from index.printing import failures
from index.progress import progress_bar
from index.store import Feeds
from index.watching import Looked, Watcher, feed_address


def feeds(call: Call) -> int:
    """Do what was asked for."""
    return FEEDS[call.arguments.action](call)


def list_(call: Call) -> int:
    """List the feeds, the one that is due first before the others."""
    with closing(Feeds(call.settings.articles_home)) as watched:
        found = watched.all()
    call.print({"feeds": [jsonable.feed(one) for one in found]}, lambda: watch_printing.feeds(call.printer, found))
    return 0


def add(call: Call) -> int:
    """Add the articles of a feed, and watch it from now on."""
    with watching(call) as watcher:
        looked = watcher.add(call.arguments.url, call.arguments.collection)
    return _report(call, [looked])


def remove(call: Call) -> int:
    """Watch a feed no longer; its articles stay."""
    with closing(Feeds(call.settings.articles_home)) as watched:
        removed = watched.remove(feed_address(call.arguments.url))
    line = f"{removed.url} is watched no longer; its articles stay"
    call.print({"removed": jsonable.feed(removed)}, lambda: call.printer.line(line))
    return 0


def check(call: Call) -> int:
    """Look at the feeds that are due, or at all."""
    now = datetime.now(UTC)
    with watching(call) as watcher:
        due = [feed for feed in watcher.feeds.all() if call.arguments.all or feed.due <= now]
        looked = [watcher.look(feed) for feed in due]
    return _report(call, looked)


@contextmanager
def watching(call: Call) -> Iterator[Watcher]:
    """Give what looks at feeds, over the index and the settings of a call."""
    from index.feeds.pages import PageFetcher  # takes a while

    fetcher = PageFetcher(call.settings.fetch_allow, call.settings.max_article_bytes)
    with (
        call.index() as index,
        closing(Feeds(call.settings.articles_home)) as watched,
        progress_bar("Reading") as step,
    ):
        yield Watcher(index, watched, fetcher, step.one)


def _report(call: Call, looked: list[Looked]) -> int:
    """Print what came of looks at feeds, and return the exit code."""
    failed = [error for one in looked for error in one.failed]
    as_json = {"feeds": [jsonable.looked(one) for one in looked]}
    call.print(as_json, lambda: watch_printing.looked(call.printer, looked, Looked))
    if failed and not call.arguments.json:
        print(failures(failed), file=sys.stderr)
    return 1 if failed else 0


FEEDS: dict[str, Callable[[Call], int]] = {"list": list_, "add": add, "remove": remove, "check": check}
