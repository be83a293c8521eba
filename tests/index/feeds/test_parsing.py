"""Bytes -> feeds."""

from __future__ import annotations

import pytest

from index.errors import SourceError
from index.feeds import is_feed, read
from tests.index.fetching.serving import ARTICLE

from .making import FULL, atom, entry, item, rss

_BASE = "https://courier.example.org/news/feed.xml"
_RDF = (
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">'
    "<channel><title>Old</title></channel><item><title>Rain</title><link>https://a.org/rain</link></item></rdf:RDF>"
)
_DOCTYPE = '<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd">'


def _read(feed: str, charset: str = "utf-8") -> list[str | None]:
    return [one.url for one in read(feed.encode(charset), _BASE).items]


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (rss(), True),
        (atom(), True),
        (_RDF, True),
        (f"\ufeff \n<!-- a -> b -->\n<?style x?>{_DOCTYPE}<rss/>", True),
        ('<a:feed xmlns:a="http://www.w3.org/2005/Atom"/>', True),
        (ARTICLE, False),
        ("<html><body><rss>", False),
        ("<feed><product/></feed>", False),
        ("<!-- <rss> -->", False),
        ("<!-- <rss>", False),
        ("<?xml <rss>", False),
        ("", False),
        ("rss", False),
        ("<rss2json/>", False),
        ('{"rss": 1}', False),
    ],
)
def test_a_feed_is_told_from_other_things(body: str, said: bool) -> None:
    """RSS and Atom are feeds by their first element, in UTF-16 too; pages, other XML and texts are none."""
    assert is_feed(body.encode()) is said
    assert is_feed(body.encode("utf-16")) is said


def test_what_is_no_feed_is_an_error() -> None:
    """A page says so, and what to give."""
    with pytest.raises(SourceError) as error:
        read(ARTICLE.encode(), _BASE)
    assert str(error.value) == f"{_BASE}: this is no feed; give the address of an RSS or Atom feed"


def test_an_item_has_what_the_feed_says() -> None:
    """Address, title without markup, authors, date with its offset, and the text come out of RSS."""
    more = "<author>ann@example.org (Ann Lee and Bo Ray)</author>"
    given = item("https://a.org/ferry?utm_source=rss", "Ferry &amp;lt;b&amp;gt; &lt;i&gt;sails&lt;/i&gt;", content=FULL)
    date = "<pubDate>Mon, 28 Apr 2025 10:48:00 +0400</pubDate>"
    feed = read(rss(given + more + date).encode(), _BASE)
    [one] = feed.items
    assert feed.title == "Coast Courier"
    assert (one.key, one.url) == ("https://a.org/ferry", "https://a.org/ferry")
    assert one.title == "Ferry <b> sails"
    assert one.authors == ("Ann Lee", "Bo Ray")
    assert (one.published, one.updated) == ("2025-04-28T10:48:00+04:00", "2025-04-28T06:48:00+00:00")
    assert one.content == FULL


def test_an_entry_has_what_the_feed_says() -> None:
    """Atom tells the first date from the last change."""
    more = "<published>2025-04-28T10:48:00+04:00</published><author><name>Ann Lee</name></author>"
    [one] = read(atom(entry("/ferry", "2025-05-01T00:00:00Z") + more).encode(), _BASE).items
    assert one.url == "https://courier.example.org/ferry"
    assert (one.published, one.updated) == ("2025-04-28T10:48:00+04:00", "2025-05-01T00:00:00+00:00")
    assert (one.authors, one.content) == (("Ann Lee",), None)


def test_links_become_whole_addresses_each_once() -> None:
    """Relative ones are joined; of several items with one address the first is taken."""
    links = ["ferry", "/port", "//b.org/x", "https://a.org/y#top", "ferry?utm_source=x"]
    assert _read(rss(*map(item, links))) == [
        "https://courier.example.org/news/ferry",
        "https://courier.example.org/port",
        "https://b.org/x",
        "https://a.org/y",
    ]


@pytest.mark.parametrize("link", [None, "mailto:a@b.org", "javascript:alert(1)", "http://[::1"])
def test_an_item_without_an_address_needs_a_text(link: str | None) -> None:
    """With one it is known by its id or its text; without one there is nothing to add."""
    assert read(rss(item(link)).encode(), _BASE).items == ()
    guid = '<guid isPermaLink="false">7</guid>'
    keys = [
        one.key for one in read(rss(item(link, content="A.") + guid, item(link, content="B.")).encode(), _BASE).items
    ]
    assert keys == ["7", "B."]


@pytest.mark.parametrize(
    ("date", "published"),
    [
        ("28 Apr 2025 10:48 GMT", "2025-04-28T10:48:00+00:00"),
        ("Mon, 28 Apr 2025 10:48:00 -0000", "2025-04-28T10:48:00+00:00"),
        ("2025-04-28", "2025-04-28"),
        ("Mon, 28 Apr 2999 10:48:00 GMT", None),
        ("31 Feb 2025 10:48 GMT", None),
        ("some day", None),
        ("99999999999999999999", None),
        ("-1", None),
    ],
)
def test_dates_are_right_or_none(date: str, published: str | None) -> None:
    """What does not exist, lies in the future, or is no date, is none."""
    [one] = read(rss(item("https://a.org/x", date=date)).encode(), _BASE).items
    assert one.published == published


@pytest.mark.parametrize("declared", ["windows-1251", "UTF-8", "punycode", "idna"])
def test_charsets_are_those_declared(declared: str) -> None:
    """A feed is read in the charset that it names, else as UTF-8; and what is UTF-8 whatever it names."""
    charset = declared if declared.startswith("w") else "utf-8"
    feed = rss(item("https://a.org/x", "Паром снова ходит")).replace("UTF-8", declared)
    assert read(feed.encode(charset), _BASE).items[0].title == "Паром снова ходит"
    assert read(feed.encode("utf-8"), _BASE).items[0].title == "Паром снова ходит"
    assert read(feed.encode("cp1251"), _BASE, "windows-1251").items[0].title == "Паром снова ходит"


def test_a_feed_that_is_not_well_formed_is_read() -> None:
    """A bare ampersand and an end that is missing do not matter."""
    feed = rss(item("https://a.org/x?a=1&b=2", "Salt & Co")).removesuffix("</channel></rss>")
    assert [(one.url, one.title) for one in read(feed.encode(), _BASE).items] == [
        ("https://a.org/x?a=1&b=2", "Salt & Co")
    ]


@pytest.mark.parametrize("charset", ["utf-8", "utf-16"])
def test_entities_are_refused(charset: str) -> None:
    """A bomb of them, or one that names a file, is an error, and neither is opened."""
    for entity in ('<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">', '<!ENTITY b SYSTEM "file:///etc/passwd">'):
        bomb = f"<!DOCTYPE rss [{entity}]><rss version='2.0'><channel><item><title>&b;</title></item></channel></rss>"
        with pytest.raises(SourceError, match="it declares entities, as no feed needs and harmful ones do"):
            read(bomb.encode(charset), _BASE)


def test_an_external_doctype_is_left_alone() -> None:
    """Old RSS names one, which is not fetched."""
    assert _read(_DOCTYPE + rss(item("https://a.org/x")).partition("?>")[2]) == ["https://a.org/x"]


def test_huge_feeds_are_cut_or_refused() -> None:
    """Of very many items the first 500 are taken; more than 5 MB, and tags over tags, are errors."""
    many = rss(*(item(f"https://a.org/{number}") for number in range(700)))
    assert len(_read(many)) == 500
    with pytest.raises(SourceError, match="larger than the 5,000,000 bytes a feed may have"):
        read(rss(" " * 5_000_000).encode(), _BASE)
    with pytest.raises(SourceError, match="more than the 200,000 tags a feed may have; give one with fewer articles"):
        read(rss("<a>" * 200_000).encode(), _BASE)


@pytest.mark.parametrize(
    "piece", ["<item>", "<a>", "<!--", "<![CDATA[", "<?x ", "&lt;b", "<item><a:b ", "]]>", "<div "]
)
def test_hostile_feeds_end(piece: str) -> None:
    """Whatever is repeated, and never closed, is read or refused, and takes no more than the time of a test."""
    feed = rss().removesuffix("</channel></rss>") + piece * 20_000
    assert len(read(feed.encode(), _BASE).items) <= 500
