"""Servers that send too much, too slowly, or nonsense."""

from __future__ import annotations

import gzip
import tracemalloc
import zlib
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler

import pytest

from index.errors import SourceError
from index.fetching import Fetcher
from tests.index.fetching.serving import MAX_BYTES, Server, page, status
from tests.index.fetching.test_fetcher import refusal

TOO_LARGE = "larger than the 100,000 bytes an article may have; raise MAX_ARTICLE_MB"
DAMAGED = "what came is damaged; try again later"
BROKE_OFF = "its server broke off, or sent what is no answer; try again later"
_MEGA = 1 << 20


def test_a_bomb_is_refused_before_it_is_large(server: Server) -> None:
    """64 megabytes in 64 kilobytes are refused at the limit, and take hardly more memory than that."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    zeros = bytes(_MEGA)
    bomb = b"".join(packer.compress(zeros) for _ in range(64)) + packer.flush()
    server.pages["/"] = page(bomb, Content_Encoding="gzip")
    fetcher, address = server.fetcher(), server.address()
    tracemalloc.start()
    with pytest.raises(SourceError) as error:
        fetcher.get(address)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert error.value.reason == TOO_LARGE
    assert peak < 8 * _MEGA


@pytest.mark.parametrize(
    ("body", "encoding"),
    [
        (gzip.compress(gzip.compress(b"Rain.")), "gzip, gzip"),
        (gzip.compress(b"Rain." * 99)[:-9], "gzip"),
        (b"Rain.", "gzip"),
        (zlib.compress(b"Rain."), "deflate"),
        (b"\x0b\x02\x80Rain.\x03", "br"),
    ],
)
def test_what_is_not_packed_as_asked_is_damaged(server: Server, body: bytes, encoding: str) -> None:
    """Packed twice, cut off, not packed at all, or in another way than was asked for."""
    server.pages["/"] = page(body, Content_Encoding=encoding)
    assert refusal(server).startswith(DAMAGED)


def endless(handler: BaseHTTPRequestHandler, piece: bytes, pause: float) -> None:
    """Send `piece` again and again, until the client hangs up or the test is over."""
    server = handler.server
    assert isinstance(server, Server)
    while not server.over.wait(pause):
        handler.wfile.write(piece)
        handler.wfile.flush()


def test_a_body_without_an_end_is_cut_off_at_the_limit(server: Server) -> None:
    """A server need not say how much it sends."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.end_headers()
        endless(handler, b"a" * 10_000, 0.0001)

    server.pages["/"] = answer
    assert refusal(server) == TOO_LARGE


def trickling_body(handler: BaseHTTPRequestHandler) -> None:
    """Answer at once, and send a byte of the body now and then."""
    handler.send_response(200)
    handler.end_headers()
    endless(handler, b"a", 0.05)


def trickling_head(handler: BaseHTTPRequestHandler) -> None:
    """Send a header now and then."""
    handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
    endless(handler, b"X: y\r\n", 0.05)


def still_there(handler: BaseHTTPRequestHandler) -> None:
    """Say again and again that an answer is coming."""
    endless(handler, b"HTTP/1.1 102 Processing\r\n\r\n", 0.05)


def silent(handler: BaseHTTPRequestHandler) -> None:
    """Send nothing."""
    endless(handler, b"", 0.05)


@pytest.mark.parametrize("cookie", ["a=b; Path=/", "\xff=\xff"])
def test_no_cookie_is_kept(server: Server, cookie: str) -> None:
    """A server that redirects can't be recognised by the next one, and odd cookies do no harm."""
    server.pages["/"] = status(302, Location="/a", Set_Cookie=cookie)
    server.pages["/a"] = page("Rain.")
    assert server.fetcher().get(server.address()).body == b"Rain."
    assert "cookie" not in server.asked[1]


@pytest.mark.parametrize("answer", [trickling_body, trickling_head, still_there, silent])
def test_a_server_that_takes_forever_is_left(server: Server, answer: Callable[[BaseHTTPRequestHandler], None]) -> None:
    """However little comes, and however often: the whole fetch has its time."""
    server.pages["/"] = answer
    fetcher = Fetcher(frozenset({("127.0.0.1", server.port)}), MAX_BYTES, patience=0.3)
    with pytest.raises(SourceError) as error:
        fetcher.get(server.address())
    assert error.value.reason.startswith("too slow: it did not come within 0.3 seconds; try again later")


def sent(handler: BaseHTTPRequestHandler, answer: bytes) -> None:
    """Send `answer` as it is; the server hangs up after it."""
    handler.wfile.write(answer)


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"220 mail.example.org ESMTP\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nToo little.",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nnonsense\r\n",
        b"HTTP/1.1 200 OK\r\nX: " + b"y" * 200_000 + b"\r\n\r\n",
        b"HTTP/1.1 302 Found\r\nLocation: http://[::1/\r\n\r\n",
    ],
)
def test_what_is_no_answer_is_said_to_be_none(server: Server, answer: bytes) -> None:
    """Another protocol, a body cut off, headers without an end: one sentence, no traceback."""
    server.pages["/"] = lambda handler: sent(handler, answer)
    assert refusal(server).startswith(BROKE_OFF)
