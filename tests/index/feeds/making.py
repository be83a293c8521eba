"""Feeds and pages that the tests put on their server."""

from __future__ import annotations

from html import escape

_RSS = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">'
    "<channel><title>Coast Courier</title><link>/</link>{items}</channel></rss>"
)
_ATOM = '<?xml version="1.0"?>\n<feed xmlns="http://www.w3.org/2005/Atom"><title>Coast Courier</title>{items}</feed>'
FULL = (
    "<p>The ferry to Orlen sails again after {weeks} weeks in the dock.</p>"
    "<p>Its engine was repaired in Elmsford, the harbour master said on Tuesday.</p>"
)


def rss(*items: str) -> str:
    """Return an RSS feed of these items."""
    return _RSS.format(items="".join(f"<item>{item}</item>" for item in items))


def item(link: str | None = None, title: str = "Ferry sails", date: str = "", content: str = "") -> str:
    """Return an item of an RSS feed."""
    parts = {"link": link, "title": title, "pubDate": date, "content:encoded": escape(content)}
    return "".join(f"<{name}>{value}</{name}>" for name, value in parts.items() if value)


def atom(*items: str) -> str:
    """Return an Atom feed of these entries."""
    return _ATOM.format(items="".join(f"<entry>{item}</entry>" for item in items))


def entry(link: str, updated: str, title: str = "Ferry sails") -> str:
    """Return an entry of an Atom feed."""
    return f'<title>{title}</title><id>{link}</id><link href="{link}"/><updated>{updated}</updated>'


def story(what: str) -> str:
    """Return a page with an article that says `what`."""
    return (
        f"<html><head><title>{what}</title></head><body><article><h1>{what}</h1>"
        f"<p>{what}, its director said on Monday to the people who had come to the harbour.</p>"
        f"<p>The new terminal cost 310 million euros, and Mayor Ines Falk opened it in the rain.</p>"
        "</article></body></html>"
    )
