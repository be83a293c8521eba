"""An admin sends a file: it is read by its kind and added, and the receipt says what became of it."""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Iterator

import pytest

from bot import admin_texts, texts
from index import Article, ArticleIndex
from tests.botapi import BotApi
from tests.index.loading.making import docx, flow, p, pdf
from tests.samples import HARVEST, PORT

from .newsdesk import Desk, labels_of

TUNNEL = b"""Tunnel under the Orlen hill opens

By Ada Byrne
14 May 2024

The tunnel under the Orlen hill was opened on Tuesday after nine years of work. It cost 85 million euros, twice as
much as planned. The first train took four minutes from one side of the hill to the other.
"""
TITLE = "Tunnel under the Orlen hill opens"


@pytest.fixture
def desk(library: ArticleIndex) -> Iterator[Desk]:
    """Return a bot that knows three articles, and its admin."""
    with BotApi() as api:
        yield Desk(api, library, api.person("Ada"))


def test_a_file_is_added_and_answers_at_once(desk: Desk) -> None:
    """The receipt replies to the file: what became of it, title, date, id, passages and time, and Undo."""

    def act() -> None:
        sent = desk.ada.sends_file("tunnel.txt", TUNNEL)
        receipt = desk.ada.hears()
        [article] = desk.titled(TITLE)
        assert receipt.reply_to == sent
        assert receipt.bold == ["Added"]
        assert f"{TITLE}, 14 May 2024\nid {article.id}\n" in receipt.text
        assert re.search(r"^2 passages, \d+\.\d s$", receipt.text, re.MULTILINE)
        assert labels_of(receipt) == ["Undo", "Edit"]
        desk.ada.says("What did the tunnel cost?")
        assert desk.ada.hears().text.endswith(f"{TITLE}, 14 May 2024")

    desk.while_serving(act)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("tunnel.PDF", pdf(flow(*TUNNEL.decode().splitlines()))),
        ("tunnel.docx", docx("".join(p(line) for line in TUNNEL.decode().splitlines()))),
        ("tunnel.md", b"# " + TUNNEL),
        (
            "tunnel.html",
            f"<html><body><article><h1>{TITLE}</h1><p>{TUNNEL.decode()}</p></article></body></html>".encode(),
        ),
    ],
    ids=lambda one: one if isinstance(one, str) else "",
)
def test_a_file_is_read_by_its_kind(desk: Desk, name: str, content: bytes) -> None:
    """As on the command line."""

    def act() -> None:
        desk.ada.sends_file(name, content)
        assert desk.ada.hears().bold == ["Added"]

    desk.while_serving(act)
    assert [one for one in desk.index.articles() if "It cost 85 million euros" in one.text]


def test_undo_takes_the_article_out_again_after_a_restart(desk: Desk) -> None:
    """What Undo needs is on disk; the receipt then says so, without a button, and a second press finds nothing."""

    def send() -> None:
        desk.ada.sends_file("tunnel.txt", TUNNEL)
        desk.ada.hears()

    def act() -> None:
        [receipt] = desk.ada.screen
        desk.ada.presses(receipt, "Undo").answered()
        undone = desk.ada.sees_edited(receipt)
        assert (undone.text, labels_of(undone)) == (admin_texts.UNDONE(), [])
        assert desk.titled(TITLE) == []
        again = desk.ada.presses(receipt, "Undo").answered()
        assert (again.text, again.show_alert) == (admin_texts.UNDONE_ALREADY(), True)

    desk.while_serving(send)
    desk.while_serving(act)
    assert len(desk.index.articles()) == 3


def test_undo_puts_back_what_was_replaced(desk: Desk) -> None:
    """Of an article with a URL there is one text at a time: Undo brings the older one back."""
    line = json.dumps({"url": PORT.url, "title": PORT.title, "text": "The port of Elmsford was closed."})

    def act() -> None:
        desk.ada.sends_file("port.jsonl", line.encode())
        receipt = desk.ada.hears()
        assert receipt.bold == [admin_texts.UPDATED()]
        assert desk.index.article(PORT.id).text == "The port of Elmsford was closed."
        desk.ada.presses(receipt, "Undo").answered()
        assert desk.index.article(PORT.id) == PORT

    desk.while_serving(act)


def test_what_was_put_right_stays_so(desk: Desk) -> None:
    """The receipt of a newer text shows the title that was put right, and can be undone as any other."""
    edited = desk.index.edit(PORT.id, title="The port of Elmsford grows")
    line = json.dumps({"url": PORT.url, "title": PORT.title, "text": "The port of Elmsford was closed."})

    def act() -> None:
        desk.ada.sends_file("port.jsonl", line.encode())
        receipt = desk.ada.hears()
        assert "The port of Elmsford grows" in receipt.text
        assert desk.ada.presses(receipt, "Undo").answered().text == ""
        assert desk.index.article(PORT.id) == edited

    desk.while_serving(act)


def test_undo_leaves_what_was_changed_again(desk: Desk) -> None:
    """The newest text stays, and the receipt keeps its button."""

    def act() -> None:
        receipts = []
        for text in ("The port was closed.", "The port was opened again."):
            desk.ada.sends_file("port.jsonl", json.dumps({"url": PORT.url, "text": text}).encode())
            receipts.append(desk.ada.hears())
        pressed = desk.ada.presses(receipts[0], "Undo").answered()
        assert (pressed.text, pressed.show_alert) == (admin_texts.CHANGED_AGAIN(), True)
        assert desk.index.article(PORT.id).text == "The port was opened again."
        desk.ada.presses(receipts[1], "Undo").answered()
        desk.ada.presses(receipts[0], "Undo").answered()
        assert desk.index.article(PORT.id) == PORT

    desk.while_serving(act)


def test_undo_is_for_the_chat_that_got_the_receipt(desk: Desk) -> None:
    """Another admin, somebody who is none, and a receipt that is forgotten are told apart."""
    bea, cem = desk.api.person("Bea"), desk.api.person("Cem")

    def act() -> None:
        desk.ada.sends_file("tunnel.txt", TUNNEL)
        receipt = desk.ada.hears()
        data = str(receipt.button("Undo").callback_data)
        for person, presses, said in (
            (bea, data, admin_texts.NOT_YOURS()),
            (cem, data, admin_texts.ADMINS_ONLY()),
            (desk.ada, "undo:999", admin_texts.RECEIPT_GONE()),
        ):
            pressed = person.presses_data(receipt, presses).answered()
            assert (pressed.text, pressed.show_alert) == (said, True)
        assert len(desk.titled(TITLE)) == 1

    desk.while_serving(act, admin_ids=(desk.ada.id, bea.id))


def test_what_is_here_already_is_said(desk: Desk) -> None:
    """The same file again, and the text of an article that has another identity: neither can be undone."""

    def act() -> None:
        desk.ada.sends_file("harvest.txt", HARVEST.text.encode())
        same = desk.ada.hears()
        assert same.bold == [admin_texts.UNCHANGED()]
        assert same.text.splitlines()[1:3] == ["harvest.txt", f"id {HARVEST.id}"]
        desk.ada.sends_file("port.txt", PORT.text.encode())
        twin = desk.ada.hears()
        assert twin.bold == [admin_texts.SAME_TEXT()]
        assert f"Elmsford doubles its port, 5 March 2024, Coast Courier\nid {PORT.id}" in twin.text
        assert labels_of(same) == labels_of(twin) == ["Edit"]

    desk.while_serving(act)


def test_a_story_that_others_tell_is_said_to_be_one(desk: Desk) -> None:
    """An agency's report with another headline is an article of its own."""
    report = " ".join(f"Ferry number {n} of the company leaves pier {n * n} at noon." for n in range(1, 40))
    desk.index.add([Article(report, title="Ferries leave at noon", url="https://courier.example.org/ferries")])

    def act() -> None:
        desk.ada.sends_file("ferries.txt", f"Noon ferries\n\n{report} More soon.".encode())
        receipt = desk.ada.hears()
        assert receipt.bold == ["Added"]
        assert receipt.text.splitlines()[-1] == admin_texts.same_story(1)

    desk.while_serving(act)


def test_a_file_of_many_articles_has_one_receipt(desk: Desk) -> None:
    """How many were added, which, and what is wrong with the others; Undo is about all of them."""
    lines = [json.dumps({"title": f"Flood {n}", "text": f"The river rose by {n} metres."}) for n in range(1, 8)]
    lines += [json.dumps({"text": HARVEST.text}), "{"]

    def act() -> None:
        desk.ada.sends_file("news.jsonl", "\n".join(lines).encode())
        receipt = desk.ada.hears()
        assert receipt.bold == ["added: 7, unchanged: 1, not added: 1"]
        assert [line for line in receipt.text.splitlines() if line.startswith("Flood")] == [
            f"Flood {n}" for n in range(1, 7)
        ]
        assert "and 1 more article" in receipt.text
        assert "news.jsonl" in receipt.text
        desk.ada.presses(receipt, "Undo").answered()
        assert len(desk.index.articles()) == 3

    desk.while_serving(act)


def test_undo_says_what_it_left(desk: Desk) -> None:
    """Of two articles one was removed meanwhile."""
    lines = [json.dumps({"title": f"Flood {n}", "text": f"The river rose by {n} metres."}) for n in (1, 2)]

    def act() -> None:
        desk.ada.sends_file("news.jsonl", "\n".join(lines).encode())
        receipt = desk.ada.hears()
        desk.index.remove([desk.titled("Flood 1")[0].id])
        desk.ada.presses(receipt, "Undo").answered()
        assert desk.ada.sees_edited(receipt).text == admin_texts.undone_in_part(1)
        assert len(desk.index.articles()) == 3

    desk.while_serving(act)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("empty.txt", b" \n", "empty.txt: empty; there is nothing to add"),
        ("a <b>.html", b"<html><body></body></html>", "a <b>.html: no article text found in it"),
        ("image.txt", b"\x89PNG\r\n\x1a\n\x00\x00", "image.txt: "),
    ],
)
def test_a_file_that_holds_no_article_is_rejected_with_the_reason(
    desk: Desk, name: str, content: bytes, said: str
) -> None:
    """Its name stands in the message as it is, whatever it looks like."""

    def act() -> None:
        desk.ada.sends_file(name, content)
        receipt = desk.ada.hears()
        assert receipt.bold == [admin_texts.NOT_ADDED()]
        assert receipt.text.splitlines()[1].startswith(said)
        assert labels_of(receipt) == []

    desk.while_serving(act)


@pytest.mark.parametrize("name", ["report.xlsx", "report", "", "news.txt/..", "txt"])
def test_a_kind_that_is_not_read_is_named(desk: Desk, name: str) -> None:
    """The sentence says which kinds are; nothing is fetched."""

    def act() -> None:
        sent = desk.ada.sends_file(name, TUNNEL)
        refusal = desk.ada.hears()
        assert refusal.text.startswith(f"I can't read {name or '?'}. I read these kinds of files: .txt ")
        assert refusal.reply_to == sent

    desk.while_serving(act)
    assert desk.api.calls_of("getFile") == []


@pytest.mark.parametrize(
    "name", ["../../../etc/tunnel.txt", "C:\\news\\TUNNEL.TXT", "/" * 200 + ".x.txt", "\u202etunnel.txt"]
)
def test_a_name_is_no_path(desk: Desk, name: str) -> None:
    """Only its end counts: the article has no path, so that its text is its identity."""

    def act() -> None:
        desk.ada.sends_file(name, TUNNEL)
        desk.ada.hears()
        [article] = desk.titled(TITLE)
        assert (article.path, article.identity) == (None, article.digest)

    desk.while_serving(act)


@pytest.mark.parametrize("size", [20_000_001, 1], ids=["told beforehand", "told by getFile"])
def test_a_file_that_is_too_large_for_bots_is_refused(desk: Desk, size: int) -> None:
    """One sentence says what to do instead."""

    def act() -> None:
        desk.ada.sends_file("archive.jsonl", b" " * 20_000_001, size=size)
        assert desk.ada.hears().text == admin_texts.FILE_TOO_LARGE()

    desk.while_serving(act)


def test_a_file_that_telegram_does_not_give_is_asked_for_again(desk: Desk, caplog: pytest.LogCaptureFixture) -> None:
    """A line of the log says why, without the token."""

    def act() -> None:
        desk.api.fail("getFile", 400, "Bad Request: wrong file_id or the file is temporarily unavailable")
        desk.ada.sends_file("tunnel.txt", TUNNEL)
        assert desk.ada.hears().text == admin_texts.FILE_LOST()

    caplog.set_level(logging.INFO, "bot")
    desk.while_serving(act)
    assert "a file could not be fetched: Wrong file_id or the file is temporarily unavailable" in caplog.text
    assert desk.api.token not in caplog.text


def test_an_article_larger_than_the_setting_is_rejected(desk: Desk) -> None:
    """MAX_ARTICLE_MB holds for what comes from Telegram, too."""

    def act() -> None:
        desk.ada.sends_file("tunnel.txt", TUNNEL)
        assert "larger than the 100 bytes" in desk.ada.hears().text

    desk.while_serving(act, max_article_mb=0.0001)


def test_files_of_others_get_the_usual_sentence(desk: Desk) -> None:
    """Nothing is fetched, and nothing added."""
    cem = desk.api.person("Cem")

    def act() -> None:
        cem.sends_file("tunnel.txt", TUNNEL)
        assert cem.hears().text == texts.TEXT_ONLY()

    desk.while_serving(act)
    assert desk.api.calls_of("getFile") == []


def test_several_files_at_once_have_a_receipt_each(desk: Desk) -> None:
    """Each replies to its own file."""

    def act() -> None:
        sent = [desk.ada.sends_file(f"{n}.txt", f"The {n} ferries sail from the pier at noon.".encode()) for n in "abc"]
        assert sorted(desk.ada.hears().reply_to or 0 for _ in sent) == sent

    desk.while_serving(act)
    assert len(desk.index.articles()) == 6


def test_a_receipt_says_where_what_is_known_was_read(desk: Desk) -> None:
    """Each field with its place, in the admin's language; what was put right by hand is said to be so."""
    html = (
        '<html lang="en"><head><meta property="og:title" content="Tunnel opens"></head><body><article>'
        f"<p>{TUNNEL.decode().splitlines()[-2]}</p><p>{TUNNEL.decode().splitlines()[-1]}</p></article></body></html>"
    )

    def act() -> None:
        desk.ada.sends_file("tunnel.html", html.encode())
        assert "\nRead from: Title – og:title" in desk.ada.hears().text
        desk.ada.sends_file("tunnel.txt", TUNNEL)
        said = desk.ada.hears().text
        assert said.endswith("\nRead from: Title – the first lines, Authors – the byline, Date – the first lines")
        desk.ada.says("/language")
        desk.ada.presses(desk.ada.hears(), "Русский").answered()
        desk.ada.sends_file("mill.txt", TUNNEL.replace(b"tunnel", b"mill").replace(b"Tunnel", b"Mill"))
        assert "\nОткуда взято: Заголовок – первые строки" in desk.ada.hears().text

    desk.while_serving(act)
