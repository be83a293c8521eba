"""An admin sends a text or an address: what may be an article is asked about, an address is added."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from bot import admin_texts
from index import ArticleIndex
from tests.botapi import Answer, BotApi
from tests.samples import PORT

from .newsdesk import Desk, labels_of

TITLE = "Tunnel under the Orlen hill opens"
STORY = f"""{TITLE}

The tunnel under the Orlen hill was opened on Tuesday after nine years of work. It cost 85 million euros, twice as much
as planned. The first train took four minutes from one side of the hill to the other, where a brass band was waiting.

Mayor Ines Falk said that she had been a child when the tunnel was first talked about. The road over the hill will be
closed to lorries from next year on."""
SHORT = "The ferry to Elmsford sails again from Monday on."
PAGE = f"<html><head><title>{TITLE}</title></head><body><article><h1>{TITLE}</h1>" + "".join(
    f"<p>{part}</p>" for part in STORY.split("\n\n")[1:]
)


class _Site(BaseHTTPRequestHandler):
    """A newspaper with one page."""

    def do_GET(self) -> None:
        found = self.path == "/tunnel"
        body = PAGE.encode() if found else b"no"
        self.send_response(200 if found else 404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is http.server's
        """Keep quiet."""


@pytest.fixture
def site() -> Iterator[str]:
    """Return the host and port of a newspaper on this machine."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Site)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    yield f"127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def desk(library: ArticleIndex) -> Iterator[Desk]:
    """Return a bot that knows three articles, and its admin."""
    with BotApi() as api:
        yield Desk(api, library, api.person("Ada"))


def offered(desk: Desk, sent: int) -> Answer:
    """Return the question what a message is."""
    asking = desk.ada.hears()
    assert (asking.text, asking.reply_to) == (admin_texts.ARTICLE_OR_QUESTION(), sent)
    assert labels_of(asking) == ["Add as an article", "It is a question"]
    return asking


def test_a_long_text_can_be_added_after_a_restart(desk: Desk) -> None:
    """The receipt takes the place of the question, and can be undone."""
    asking: list[Answer] = []
    desk.while_serving(lambda: asking.append(offered(desk, desk.ada.says(STORY))))

    def act() -> None:
        desk.ada.presses(asking[0], "Add as an article").answered()
        adding = desk.ada.sees_edited(asking[0])
        assert labels_of(adding) == []
        receipt = desk.ada.sees_edited(adding)
        assert receipt.bold == ["Added"]
        assert len(desk.titled(TITLE)) == 1
        desk.ada.presses(receipt, "Undo").answered()
        assert desk.titled(TITLE) == []
        desk.ada.hears_nothing(0.2)

    desk.while_serving(act)


def test_a_long_text_can_be_a_question(desk: Desk) -> None:
    """It is answered once, as a reply to it; the buttons are gone."""
    question = f"{STORY} What did the new terminal of the port of Elmsford cost?"

    def act() -> None:
        sent = desk.ada.says(question)
        asking = offered(desk, sent)
        desk.ada.presses(asking, "It is a question").answered()
        desk.ada.presses(asking, "It is a question").answered()
        assert desk.ada.sees_edited(asking).text == admin_texts.A_QUESTION()
        assert desk.ada.hears().reply_to == sent
        desk.ada.hears_nothing(0.2)

    desk.while_serving(act)
    assert len(desk.index.articles()) == 3


@pytest.mark.parametrize("as_caption", [False, True], ids=["text", "picture"])
def test_a_channel_post_can_be_added_however_short(desk: Desk, as_caption: bool) -> None:
    """The channel is its publisher."""

    def act() -> None:
        channel = desk.api.channel("Coast Courier")
        asking = offered(desk, desk.ada.forwards(SHORT, channel.origin(), as_caption=as_caption))
        desk.ada.presses(asking, "Add as an article").answered()
        receipt = desk.ada.sees_edited(desk.ada.sees_edited(asking))
        assert ", Coast Courier\n" in receipt.text
        [article] = [one for one in desk.index.articles() if one.text == SHORT]
        assert article.publisher == "Coast Courier"
        assert article.published

    desk.while_serving(act)


def test_a_text_that_was_deleted_is_asked_for_again(desk: Desk) -> None:
    """An alert, and nothing is added."""

    def act() -> None:
        sent = desk.ada.says(STORY)
        asking = offered(desk, sent)
        desk.ada.deletes_own(sent)
        assert desk.ada.presses(asking, "Add as an article").answered().text == admin_texts.TEXT_GONE()

    desk.while_serving(act)
    assert len(desk.index.articles()) == 3


def test_a_long_text_that_is_edited_is_asked_about_again(desk: Desk) -> None:
    """What is added is the text as it reads now."""

    def act() -> None:
        sent = desk.ada.says(STORY)
        offered(desk, sent)
        desk.ada.edits(sent, STORY.replace("85 million", "86 million"))
        asking = offered(desk, sent)
        desk.ada.presses(asking, "Add as an article").answered()
        desk.ada.sees_edited(desk.ada.sees_edited(asking))
        assert "86 million" in desk.titled(TITLE)[0].text

    desk.while_serving(act)


def test_others_ask_as_long_as_they_like(desk: Desk) -> None:
    """A long text of somebody who is no admin is a question."""
    cem = desk.api.person("Cem")

    def act() -> None:
        sent = cem.says(STORY)
        answer = cem.hears()
        assert answer.text != admin_texts.ARTICLE_OR_QUESTION()
        assert answer.reply_to == sent

    desk.while_serving(act)


@pytest.mark.parametrize("said", ["http://{site}/tunnel", "/add http://{site}/tunnel"])
def test_an_address_is_added(desk: Desk, site: str, said: str) -> None:
    """Alone or behind /add: the article has the address as its URL, and Undo takes it out."""

    def act() -> None:
        sent = desk.ada.says(said.format(site=site))
        receipt = desk.ada.hears()
        assert (receipt.bold, receipt.reply_to) == (["Added"], sent)
        assert receipt.links[0].url == f"http://{site}/tunnel"
        [article] = desk.titled(TITLE)
        assert article.url == f"http://{site}/tunnel"
        desk.ada.presses(receipt, "Undo").answered()
        assert desk.titled(TITLE) == []

    desk.while_serving(act, fetch_allow=site)


def test_an_address_without_an_article_is_rejected_with_the_reason(desk: Desk, site: str) -> None:
    """One where nothing is, and one that is not public."""

    def act() -> None:
        desk.ada.says(f"http://{site}/nothing")
        assert "404" in desk.ada.hears().text
        desk.ada.says("http://127.0.0.1:9/tunnel")
        refused = desk.ada.hears()
        assert refused.bold == [admin_texts.NOT_ADDED()]
        assert refused.text.splitlines()[1].startswith("http://127.0.0.1:9/tunnel: ")

    desk.while_serving(act, fetch_allow=site)


@pytest.mark.parametrize(
    "said", ["/add", "/add /etc/hostname", "/add -", "/add file:///etc/hostname", "/add http://a.example b"]
)
def test_add_takes_addresses_only(desk: Desk, said: str) -> None:
    """A path of the machine that the bot runs on is none."""

    def act() -> None:
        desk.ada.says(said)
        assert desk.ada.hears().text == admin_texts.HOW_TO_ADD()

    desk.while_serving(act)
    assert PORT in desk.index.articles()
    assert len(desk.index.articles()) == 3
