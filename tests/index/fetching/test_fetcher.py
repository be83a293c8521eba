"""What comes from an address."""

from __future__ import annotations

import gzip
from importlib.metadata import version

import pytest

from index.errors import SourceError
from index.fetching import Fetched
from tests.index.fetching.serving import MAX_BYTES, Server, leads_to, page, serving, status


def refusal(server: Server, path: str = "/") -> str:
    """Return why the page at `path` is not fetched."""
    with pytest.raises(SourceError) as error:
        server.fetcher().get(server.address(path))
    assert error.value.source == server.address(path)
    return error.value.reason


def test_a_page_comes_with_what_its_server_says_about_it(server: Server) -> None:
    """The body, its type and charset, and what to ask with the next time."""
    server.pages["/a"] = page(
        "Café", "Text/HTML ; Charset=ISO-8859-1", ETag='W/"7"', Last_Modified="Mon, 02 Mar 2026 09:00:00 GMT"
    )
    assert server.fetcher().get(server.address("/a#part")) == Fetched(
        url=server.address("/a"),
        status=200,
        content_type="text/html",
        charset="iso-8859-1",
        body="Café".encode(),
        etag='W/"7"',
        modified="Mon, 02 Mar 2026 09:00:00 GMT",
    )


def test_it_says_who_it_is_and_no_more(server: Server) -> None:
    """The request names the program and its version, and holds no cookie, no referrer and no login."""
    server.pages["/"] = page("Rain.")
    server.fetcher().get(server.address())
    [asked] = server.asked
    assert asked["user-agent"] == f"article-qa-bot/{version('article-qa-bot')}"
    assert asked["host"] == f"127.0.0.1:{server.port}"
    assert set(asked) == {"path", "host", "accept", "accept-encoding", "connection", "user-agent"}


@pytest.mark.parametrize("answer", [404, 410])
def test_a_page_that_is_not_there_is_told_by_its_status(server: Server, answer: int) -> None:
    """404 and 410 are for the caller to judge; their bodies are not read."""
    server.pages["/"] = status(answer, b"<p>Sorry.</p>")
    fetched = server.fetcher().get(server.address())
    assert (fetched.status, fetched.body) == (answer, b"")


def test_a_page_that_did_not_change_is_not_sent_again(server: Server) -> None:
    """What was kept of the last time is sent, after a redirect too, and 304 comes back."""
    server.pages["/old"] = leads_to("/a", 301)
    server.pages["/a"] = status(304, ETag='"7"')
    fetched = server.fetcher().get(server.address("/old"), etag='"7"', modified="Mon, 02 Mar 2026 09:00:00 GMT")
    assert (fetched.status, fetched.url, fetched.etag, fetched.body) == (304, server.address("/a"), '"7"', b"")
    assert server.asked[1]["if-none-match"] == '"7"'
    assert server.asked[1]["if-modified-since"] == "Mon, 02 Mar 2026 09:00:00 GMT"


def test_an_etag_that_cannot_be_sent_back_is_dropped(server: Server) -> None:
    """A tag with other than ASCII in it would be refused by the next request."""
    server.pages["/"] = page("Rain.", ETag='"é"')
    assert server.fetcher().get(server.address()).etag is None


def test_what_is_no_content_type_is_none(server: Server) -> None:
    """A header that could write to a terminal is not passed on."""
    server.pages["/"] = page("Rain.", "text/\x1b[2Jhtml")
    assert server.fetcher().get(server.address()).content_type == ""


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (204, "its server answers 204 and sends no page; check the address"),
        (304, "its server answers 304 and sends no page; check the address"),
        (400, "its server answers 400 and sends no page; check the address"),
        (401, "its server wants a login, or serves no programs (it answers 401); open it in a browser"),
        (403, "its server wants a login, or serves no programs (it answers 403); open it in a browser"),
        (429, "its server is too busy now (it answers 429); try again later"),
        (500, "its server has a fault (it answers 500); try again later"),
        (503, "its server is too busy now (it answers 503); try again later"),
    ],
)
def test_other_answers_are_refused_with_what_to_do(server: Server, answer: int, reason: str) -> None:
    """Each says what the server answered; 304 too where nothing was asked that it could answer."""
    server.pages["/"] = status(answer)
    assert refusal(server).startswith(reason)


def test_a_compressed_page_is_inflated(server: Server) -> None:
    """Gzip is asked for and read."""
    server.pages["/"] = page(gzip.compress(b"Rain. " * 1000), Content_Encoding="gzip")
    assert server.fetcher().get(server.address()).body == b"Rain. " * 1000
    assert server.asked[0]["accept-encoding"] == "gzip"


def test_a_page_of_the_most_bytes_is_read_and_one_more_is_not(server: Server) -> None:
    """The limit is the last size that is read."""
    server.pages["/most"] = page(b"a" * MAX_BYTES)
    server.pages["/more"] = page(b"a" * (MAX_BYTES + 1))
    assert len(server.fetcher().get(server.address("/most")).body) == MAX_BYTES
    assert refusal(server, "/more") == "larger than the 100,000 bytes an article may have; raise MAX_ARTICLE_MB"


def test_ipv6_is_fetched() -> None:
    """An address in brackets is reached, where it is allowed."""
    with serving("::1") as server:
        server.pages["/"] = page("Rain.")
        address = server.address(host="[::1]")
        assert server.fetcher("::1").get(address).body == b"Rain."
        with pytest.raises(SourceError, match=rf"^http://\[::1\].*set FETCH_ALLOW=\[::1\]:{server.port}$"):
            server.fetcher("127.0.0.1").get(address)


def test_a_host_that_does_not_answer_is_said() -> None:
    """Where nothing listens, the reason says so in the system's words."""
    with serving() as server:
        fetcher, address = server.fetcher(), server.address()
    with pytest.raises(SourceError) as error:
        fetcher.get(address)
    assert error.value.reason == (
        "its server can't be reached (Connection refused); check the address, or try again later"
    )
