"""What stands at an address becomes articles."""

from __future__ import annotations

import io
import json

import pytest

from index import loading
from index.errors import SourceError
from index.records import Article
from tests.index.fetching.serving import ARTICLE, MAX_BYTES, Server, leads_to, page, status
from tests.index.loading.reading import SAMPLE

_SAVE = "open it in a browser, save the page as .html and add that"


def load(server: Server, *paths: str) -> list[Article | SourceError]:
    """Return what loading these pages yields."""
    addresses = [server.address(path) for path in paths]
    return list(loading.load(addresses, max_bytes=MAX_BYTES, stdin=io.BytesIO(), fetcher=server.fetcher()))


def article(server: Server, path: str = "/a") -> Article:
    """Return the one article of a page."""
    [found] = load(server, path)
    assert isinstance(found, Article), found
    return found


def reason(server: Server, path: str = "/a") -> str:
    """Return why there is no article at `path`."""
    [found] = load(server, path)
    assert isinstance(found, SourceError), found
    assert found.source == server.address(path)
    return found.reason


def test_a_page_is_an_article_under_its_address(server: Server) -> None:
    """Its identity is where the redirects ended, without what only follows readers about."""
    server.pages["/short"] = leads_to("/a?id=7&utm_source=x#top")
    server.pages["/a"] = page(ARTICLE.format(head=""))
    found = article(server, "/short")
    assert found.title == "Elmsford doubles its port"
    assert found.text.startswith("The port of Elmsford will handle 4 million containers")
    assert (found.url, found.path) == (server.address("/a?id=7"), None)
    assert found.identity == server.address("/a?id=7")


@pytest.mark.parametrize(
    ("head", "path"),
    [
        ('<link rel="canonical" href="{here}/news/port?utm_source=x">', "/news/port"),
        ('<link rel="canonical" href="/news/port">', "/news/port"),
        ('<link rel="canonical" href=" port ">', "/port"),
        ('<meta property="og:url" content="{here}/news/port">', "/news/port"),
        ('<meta property="og:url" content="/b"><link rel="canonical" href="/c">', "/c"),
        ('<link rel="canonical" href="https://courier.example.org/port">', "/a"),
        ('<link rel="canonical" href="http://127.0.0.1/port">', "/a"),
        ('<link rel="canonical" href="{login}/port">', "/a"),
        ('<link rel="canonical" href="{here}/">', "/a"),
        ('<link rel="canonical" href="javascript:alert(1)">', "/a"),
        ('<link rel="canonical" href="http://[::1/port">', "/a"),
        ('<link rel="canonical" href="">', "/a"),
        ('<base href="{here}/news/">', "/a"),
    ],
)
def test_a_page_may_declare_another_address_on_its_own_host(server: Server, head: str, path: str) -> None:
    """Another host's, a home page's and one that is none do not count: articles would take each other's place."""
    here = server.address("")
    declared = head.format(here=here, login=here.replace("//", "//ada@"))
    server.pages["/a"] = page(ARTICLE.format(head=declared))
    assert article(server).url == server.address(path)


def test_a_text_and_a_markdown_file_have_the_address_where_they_stand(server: Server) -> None:
    """What they say about their own address does not count."""
    server.pages["/a.txt"] = page(SAMPLE.read_bytes(), "text/plain")
    server.pages["/b"] = page("---\nurl: https://courier.example.org/b\n---\n# Ice\n\nThe lake froze.", "text/markdown")
    assert article(server, "/a.txt").url == server.address("/a.txt")
    found = article(server, "/b")
    assert (found.title, found.text, found.url) == ("Ice", "The lake froze.", server.address("/b"))


def test_the_lines_of_a_file_have_their_own_addresses(server: Server) -> None:
    """They are several articles, so the address of the file is that of none."""
    lines = [{"text": "Rain."}, {"text": "Snow.", "url": "https://courier.example.org/snow"}]
    server.pages["/a.jsonl"] = page("\n".join(map(json.dumps, lines)) + "\nno\n", "text/plain")
    rain, snow, error = load(server, "/a.jsonl")
    assert isinstance(rain, Article)
    assert isinstance(snow, Article)
    assert (rain.url, snow.url) == (None, "https://courier.example.org/snow")
    assert str(error).startswith(f"{server.address('/a.jsonl')} line 3: no JSON")


RUSSIAN = "Мост закрыли в пятницу. Движение перенаправили на северную дорогу."


@pytest.mark.parametrize(
    ("content_type", "declared", "sent"),
    [
        ("text/html; charset=windows-1251", "", "cp1251"),
        ("text/html", "windows-1251", "cp1251"),
        ("text/html; charset=utf-8", "windows-1251", "cp1251"),
        ("text/html; charset=windows-1251", "utf-8", "cp1251"),
        ("text/html; charset=iso-8859-1", "utf-8", "utf-8"),
        ("text/html; charset=utf-8", "windows-1251", "utf-8"),
        ("text/html; charset=utf-8", "", "utf-16"),
        ("text/html; charset=no-such", "windows-1251", "cp1251"),
        ("text/html; charset=punycode", "windows-1251", "cp1251"),
        ("text/html; charset=hex", "windows-1251", "cp1251"),
        ("text/plain; charset=windows-1251", "", "cp1251"),
    ],
)
def test_a_wrong_charset_does_not_spoil_the_text(server: Server, content_type: str, declared: str, sent: str) -> None:
    """UTF-8 is known by its bytes; else the server's charset counts, and where the bytes are not in it the page's."""
    head = f'<meta charset="{declared}">' if declared else ""
    text = RUSSIAN if "plain" in content_type else f"<html>{head}<body><p>{RUSSIAN}</p><p>{RUSSIAN}</p></body></html>"
    server.pages["/a"] = page(text.encode(sent), content_type)
    assert article(server).text.startswith(RUSSIAN)


def test_a_charset_that_nobody_knows_is_said(server: Server) -> None:
    """Bytes in no charset that was named are not guessed at."""
    server.pages["/a"] = page(f"<p>{RUSSIAN}</p>".encode("cp1251"), "text/html")
    assert reason(server).startswith("not UTF-8 at byte 3")


@pytest.mark.parametrize(
    ("body", "why"),
    [
        (
            "<html><head><title>Sign in</title></head><body><h1>Sign in</h1><form><label>Name</label><input name=n>"
            "<input class='x' type='password'><p>Log in to read our articles.</p></form></body></html>",
            f"a page to log in, and no article; log in and {_SAVE}",
        ),
        (
            "<html><head><script src=a.js></script></head><body><noscript>You need to enable JavaScript to run this "
            "app.</noscript><div id=root></div></body></html>",
            f"no article stands in this page before a browser runs its scripts; {_SAVE}",
        ),
        (
            "<html><body><div id=root></div><script>start()</script></body></html>",
            f"no article stands in this page before a browser runs its scripts; {_SAVE}",
        ),
        (
            "<html><body></body></html>",
            "no article text found in it; paste the text into a .txt file and add that",
        ),
        ("", "empty; there is nothing to add"),
    ],
)
def test_a_page_without_an_article_says_so_and_what_to_do(server: Server, body: str, why: str) -> None:
    """A page to log in, one made by scripts, one with nothing in it."""
    server.pages["/a"] = page(body)
    assert reason(server) == why


def test_an_article_with_a_login_beside_it_is_one(server: Server) -> None:
    """Many pages have a field for a password, and scripts."""
    server.pages["/a"] = page(ARTICLE.format(head="<script>x()</script><form><input type=password></form>"))
    assert article(server).text.endswith("opened it in the rain.")


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        (status(404), "there is no page (its server answers 404); check the address"),
        (status(410), "the page was taken away for good (its server answers 410); there is nothing to add"),
        (page(b"\x89PNG", "image/png"), "image/png is not read; give the address of a page with an article"),
        (page(b"PK\x03\x04 photo", None), "what stands there is not read; give the address of a page with an article"),
        (page(b"Rain\0", None), "binary, not text; save it as plain text, Markdown or HTML"),
    ],
)
def test_what_is_no_article_is_an_error(server: Server, answer: object, why: str) -> None:
    """The address and what to do stand in it."""
    server.pages["/a"] = answer  # type: ignore[assignment]
    assert reason(server) == why


def test_an_address_that_fails_does_not_stop_the_others(server: Server) -> None:
    """Each leaves its article or its error in its place."""
    server.pages["/a"] = page(ARTICLE.format(head=""))
    error, found = load(server, "/none", "/a")
    assert isinstance(error, SourceError)
    assert isinstance(found, Article)


@pytest.mark.parametrize("source", ["https://example.org/a", "HTTP://example.org", "feed:https://example.org/rss"])
def test_without_a_fetcher_addresses_are_errors(source: str) -> None:
    """Whoever only reads files never asks the network."""
    [error] = loading.load([source], max_bytes=MAX_BYTES, stdin=io.BytesIO())
    assert str(error).startswith(f"{source}: addresses are not fetched here; save the page as .html and add that")


def test_an_address_counts_as_one() -> None:
    """Nothing is fetched to count."""
    assert loading.sizes(["https://example.org/a.jsonl", "feed:https://example.org/rss"]) == [None, None]
