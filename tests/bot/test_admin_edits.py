"""An admin puts right what is known of an article: by a reply to a question, or in one line; it can be undone."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from bot import admin_texts, edit_texts
from bot.languages import speaking
from index import Article, ArticleIndex
from tests.botapi import Answer, BotApi
from tests.samples import BRIDGE, HARVEST, PORT

from .newsdesk import Desk, labels_of
from .running import run


@pytest.fixture
def desk(library: ArticleIndex) -> Iterator[Desk]:
    """Return a bot that knows three articles, and its admin."""
    with BotApi() as api:
        yield Desk(api, library, api.person("Ada"))


def asked(desk: Desk, said: str) -> Answer:
    """Say something, and return what the bot replies."""
    desk.ada.says(said)
    return desk.ada.hears()


def asked_for(desk: Desk, shown: Answer, button: str) -> Answer:
    """Press a button for a field, and return the question for its new value."""
    desk.ada.presses(shown, button).answered()
    return desk.ada.hears()


def changed(desk: Desk, asking: Answer, value: str) -> Answer:
    """Reply with a new value, and return the receipt."""
    desk.replies(asking, value)
    receipt = desk.ada.hears()
    assert (receipt.bold, labels_of(receipt)) == ([edit_texts.EDITED()], ["Undo", "Edit"])
    return receipt


def test_what_is_known_is_shown_with_a_button_for_each_field(desk: Desk) -> None:
    """A line each; what is not known is a dash."""

    def act() -> None:
        shown = asked(desk, f"/edit {PORT.id[:6].upper()}")
        assert shown.text.splitlines()[:5] == [
            "Title: Elmsford doubles its port",
            "Authors: Ada Byrne, Tom Reed",
            "Date: 2024-03-05",
            "Publisher: Coast Courier",
            f"Address: {PORT.url}",
        ]
        assert shown.text.splitlines()[-2:] == ["Language: English", f"id {PORT.id}"]
        assert labels_of(shown) == ["Title", "Authors", "Date", "Publisher", "Address", "Collections"]
        assert "Title: –\nAuthors: –\nDate: –\n" in asked(desk, f"/edit {HARVEST.id}").text

    desk.while_serving(act)


def test_a_language_has_its_name_in_the_language_spoken() -> None:
    """A dash where it is not known, and the code where the code has no name."""
    assert [edit_texts.language(code) for code in ("fa", None, "xx")] == [
        *("Language: Persian", "Language: –", "Language: xx"),
    ]
    with speaking("ru"):
        assert edit_texts.language("fa") == "Язык: персидский"


def test_a_reply_is_the_new_value_after_a_restart(desk: Desk) -> None:
    """The question opens the field for a reply and names the article; the receipt is undone as any other."""

    def ask() -> None:
        asking = asked_for(desk, asked(desk, f"/edit {PORT.id}"), "Title")
        assert asking.text == edit_texts.ask("title", "Elmsford doubles its port")
        sent = desk.api.calls_of("sendMessage")[-1].parameters
        assert json.loads(sent["reply_markup"])["force_reply"] is True

    def reply() -> None:
        receipt = changed(desk, desk.ada.screen[-1], "  A new   port ")
        assert "A new port, 5 March 2024" in receipt.text
        assert desk.index.article(PORT.id).title == "A new port"
        desk.ada.presses(receipt, "Undo").answered()
        assert desk.ada.sees_edited(receipt).text == admin_texts.UNDONE()

    desk.while_serving(ask)
    desk.while_serving(reply)
    standing = desk.index.history.of(PORT.id)
    assert standing
    assert (standing.article, standing.edited) == (PORT, ())


@pytest.mark.parametrize(
    ("button", "value", "field", "known"),
    [
        ("Authors", "Ines Falk, Tom Reed", "authors", ("Ines Falk", "Tom Reed")),
        ("Authors", "-", "authors", ()),
        ("Date", "2025-04-28T10:48+04:00", "published", "2025-04-28T10:48:00+04:00"),
        ("Date", "–", "published", None),
        ("Publisher", "Trend", "publisher", "Trend"),
        ("Address", "HTTPS://Example.org/port?utm_source=x#top", "url", "https://example.org/port"),
    ],
)
def test_each_field_can_be_changed_and_taken_away(
    desk: Desk, button: str, value: str, field: str, known: object
) -> None:
    """In its normal form; a hyphen takes it away, also where a keyboard makes a dash of it."""

    def act() -> None:
        changed(desk, asked_for(desk, asked(desk, f"/edit {PORT.id}"), button), value)

    desk.while_serving(act)
    assert getattr(desk.index.article(PORT.id), field) == known


def test_a_bad_value_is_asked_for_again(desk: Desk) -> None:
    """The question then says what one looks like, and a reply to it counts."""

    def act() -> None:
        shown = asked(desk, f"/edit {PORT.id}")
        desk.replies(asked_for(desk, shown, "Date"), "soon")
        again = desk.ada.hears()
        assert again.text.startswith(edit_texts.NO_DATE())
        changed(desk, again, "2024-03-06")
        desk.replies(asked_for(desk, shown, "Address"), "not an address")
        assert desk.ada.hears().text.startswith(edit_texts.NO_ADDRESS())

    desk.while_serving(act)
    assert desk.index.article(PORT.id).published == "2024-03-06"


def test_an_address_of_another_article_is_refused(desk: Desk) -> None:
    """With the reason, and nothing is changed."""

    def act() -> None:
        refused = asked(desk, f"/edit {BRIDGE.id} address {PORT.url}")
        assert refused.text.startswith("It stays as it is")
        assert PORT.id in refused.text

    desk.while_serving(act)
    assert desk.index.article(BRIDGE.id).url is None


def test_one_line_is_enough(desk: Desk) -> None:
    """The id, the field and the value; a field alone is asked for, and one that is none is named."""

    def act() -> None:
        receipt = asked(desk, f"/edit {BRIDGE.id} title The bridge of Orlen is closed")
        assert receipt.bold == [edit_texts.EDITED()]
        assert asked(desk, f"/edit {BRIDGE.id} date").text == edit_texts.ask(
            "published", "The bridge of Orlen is closed"
        )
        assert asked(desk, f"/edit {BRIDGE.id} colour red").text == edit_texts.no_field("colour")
        assert asked(desk, "/edit").text == edit_texts.HOW_TO_EDIT()
        assert asked(desk, "/edit ffffff").text == admin_texts.no_such_article("ffffff")

    desk.while_serving(act)
    assert desk.index.article(BRIDGE.id).title == "The bridge of Orlen is closed"


def test_a_receipt_of_one_article_leads_to_its_fields(desk: Desk) -> None:
    """The button stands behind Undo; once the article is gone it says so."""

    def act() -> None:
        desk.ada.sends_file("ferry.txt", b"The ferry to Elmsford sails again from Monday on.")
        receipt = desk.ada.hears()
        desk.ada.presses(receipt, "Edit").answered()
        shown = desk.ada.hears()
        changed(desk, asked_for(desk, shown, "Title"), "Ferry sails again")
        [article] = desk.titled("Ferry sails again")
        desk.index.remove([article.id])
        pressed = desk.ada.presses(receipt, "Edit").answered()
        assert pressed.text == admin_texts.no_such_article(article.id)
        assert desk.ada.presses(shown, "Date").answered().text == admin_texts.no_such_article(article.id)

    desk.while_serving(act)


def test_undo_of_a_removal_knows_what_was_put_right_by_hand(desk: Desk) -> None:
    """So that the next look at its source does not bring the error back; of a replacement likewise."""
    desk.index.edit(PORT.id, title="The port of Elmsford grows")

    def act() -> None:
        asking = asked(desk, f"/remove {PORT.id}")
        desk.ada.presses(asking, "Remove").answered()
        receipt = desk.ada.sees_edited(asking)
        desk.ada.presses(receipt, "Undo").answered()
        desk.ada.sees_edited(receipt)
        desk.index.add([Article("The port was closed.", PORT.title, url=PORT.url)])
        assert desk.index.article(PORT.id).title == "The port of Elmsford grows"

    desk.while_serving(act)
    standing = desk.index.history.of(PORT.id)
    assert standing
    assert standing.edited == ("title",)


def test_an_article_is_known_by_the_address_that_it_was_given(desk: Desk) -> None:
    """A newer text at that address takes its place, is no twin, and can be undone."""
    edited = desk.index.edit(BRIDGE.id, url="https://courier.example.org/bridge")
    line = {"url": edited.url, "title": BRIDGE.title, "text": "The bridge was opened again."}

    def act() -> None:
        for said in (admin_texts.UPDATED(), admin_texts.UNCHANGED()):
            desk.ada.sends_file("bridge.jsonl", json.dumps(line).encode())
            assert desk.ada.hears().bold == [said]
        [receipt, _] = desk.ada.screen
        desk.ada.presses(receipt, "Undo").answered()
        assert desk.ada.sees_edited(receipt).text == admin_texts.UNDONE()

    desk.while_serving(act)
    assert desk.index.article(BRIDGE.id) == edited
    assert len(desk.index.articles()) == 3


def test_in_the_terminal_one_line_does_it(library: ArticleIndex) -> None:
    """Nothing can be replied to there; the button says how to write it."""
    edit = f"/edit {BRIDGE.id[:6]}"
    lines = f"{edit}\n1\n{edit} date soon\n{edit} title Bridge closed\n/feeds\n/review\n/collection\n"
    done = run(["bot"], library.settings.articles_home, lines)
    assert done.stderr == ""
    assert "Title: Orlen bridge closed" in done.stdout
    assert "[1] Title  [2] Authors" in done.stdout
    assert done.stdout.count(edit_texts.HOW_TO_EDIT()) == 2
    assert edit_texts.NO_DATE() in done.stdout
    assert "**Changed**" in done.stdout
    assert library.article(BRIDGE.id).title == "Bridge closed"
