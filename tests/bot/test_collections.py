"""A chat is about all articles or about a collection: answers, lists and what is added follow that choice."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot import collection_texts, texts
from index import Article, ArticleIndex
from tests.botapi import Answer, BotApi, Group

from .newsdesk import Desk, labels_of

ZOO = [
    Article(f"The zoo of {town} sold {sold} tickets in June.", title=f"Zoo of {town}", published="2024-07-01")
    for town, sold in (("Alder", 510), ("Birch", 620))
]
TICKETS = "How many tickets did the zoo sell?"


@pytest.fixture
def desk(library: ArticleIndex) -> Iterator[Desk]:
    """Return a bot that knows three articles and one more in each of two collections, and its admin."""
    for article, name in zip(ZOO, ("alder", "birch"), strict=True):
        library.add([article], collection=name)
    with BotApi() as api:
        yield Desk(api, library, api.person("Ada"))


@pytest.fixture
def group(desk: Desk) -> Group:
    """Return a group in which Ada is an admin."""
    made = desk.api.group("Readers")
    made.makes(desk.ada, "administrator")
    return made


def asked(desk: Desk, said: str) -> Answer:
    """Say something, and return what the bot replies."""
    desk.ada.says(said)
    return desk.ada.hears()


def settings(desk: Desk, group: Group) -> Answer:
    """Ask for the group's settings."""
    group.says(desk.ada, "/settings")
    return group.hears()


def cycled(desk: Desk, group: Group, shown: Answer) -> Answer:
    """Press the button of the collections, and return what it says then."""
    [button] = [label for label in labels_of(shown) if label.startswith("Answer from")]
    group.presses(desk.ada, shown, button).answered()
    return group.sees_edited(shown)


def test_the_admins_of_a_group_choose_what_it_is_about(desk: Desk, group: Group) -> None:
    """All articles, then each collection in turn; answers and their further passages are from it alone."""

    def act() -> None:
        group.adds_bot(desk.ada)
        group.hears()
        shown = settings(desk, group)
        assert collection_texts.answers_from(None) in labels_of(shown)
        for name in ("alder", "birch", "default", None):
            shown = cycled(desk, group, shown)
            assert collection_texts.answers_from(name) in labels_of(shown)
        shown = cycled(desk, group, shown)
        shown = cycled(desk, group, shown)
        group.says(desk.ada, f"/ask {TICKETS}")
        answer = group.hears()
        assert answer.text.endswith("Zoo of Birch, 1 July 2024")
        group.presses(desk.ada, answer, "More passages").answered()
        assert "Alder" not in group.hears().text
        cem = desk.api.person("Cem")
        cem.says(TICKETS)
        everything = cem.hears()
        cem.presses(everything, "More passages").answered()
        assert {"Alder", "Birch"} <= set(f"{everything.text} {cem.hears().text}".replace(",", " ").split())

    desk.while_serving(act)


def test_further_passages_are_from_where_the_answer_was(desk: Desk, group: Group) -> None:
    """Although the group is about something else by then; a collection that is gone is forgotten."""

    def act() -> None:
        group.adds_bot(desk.ada)
        group.hears()
        shown = cycled(desk, group, settings(desk, group))
        group.says(desk.ada, f"/ask {TICKETS}")
        answer = group.hears()
        assert "Zoo of Alder" in answer.text
        cycled(desk, group, shown)
        group.presses(desk.ada, answer, "More passages").answered()
        assert "Birch" not in group.hears().text
        desk.index.remove([ZOO[0].id])
        pressed = group.presses(desk.ada, answer, "More passages").answered()
        assert (pressed.text, pressed.show_alert) == (texts.QUESTION_GONE(), True)

    desk.while_serving(act)


def test_a_collection_without_articles_is_named(desk: Desk, group: Group) -> None:
    """A group that is about it is told so, not that there are no articles at all."""

    def act() -> None:
        group.adds_bot(desk.ada)
        group.hears()
        cycled(desk, group, settings(desk, group))
        desk.index.remove([ZOO[0].id])
        group.says(desk.ada, f"/ask {TICKETS}")
        assert group.hears().text == collection_texts.empty("alder")
        shown = cycled(desk, group, settings(desk, group))
        assert collection_texts.answers_from("birch") in labels_of(shown)

    desk.while_serving(act)


def test_without_collections_there_is_nothing_to_choose(index: ArticleIndex) -> None:
    """The settings have no button for it."""
    with BotApi() as api:
        desk = Desk(api, index, api.person("Ada"))
        group = api.group("Readers")
        group.makes(desk.ada, "administrator")

        def act() -> None:
            group.adds_bot(desk.ada)
            group.hears()
            assert not [label for label in labels_of(settings(desk, group)) if label.startswith("Answer from")]

        desk.while_serving(act)


def test_an_admin_s_chat_is_about_a_collection(desk: Desk) -> None:
    """What is asked is answered from it, what is added goes into it, and its articles are listed."""

    def act() -> None:
        assert asked(desk, "/collection Alder").text == collection_texts.chosen("alder", 1)
        assert asked(desk, TICKETS).text.endswith("Zoo of Alder, 1 July 2024")
        assert asked(desk, "/sources").text == "1 article, newest first\n\nZoo of Alder, 1 July 2024"
        desk.ada.sends_file("ferry.txt", b"The ferry to Elmsford sails again from Monday on.")
        receipt = desk.ada.hears()
        assert asked(desk, "/articles").text.startswith("2 articles")
        assert asked(desk, "/articles zoo").text.startswith("1 article with")
        assert desk.index.collections()["alder"] == 2
        desk.ada.presses(receipt, "Undo").answered()
        desk.ada.sees_edited(receipt)
        assert desk.index.collections() == {"alder": 1, "birch": 1, "default": 3}
        assert asked(desk, "/collection all").text == collection_texts.chosen(None, 0)
        assert asked(desk, "/articles").text.startswith("5 articles")

    desk.while_serving(act)


def test_a_collection_comes_to_be_with_its_first_article(desk: Desk) -> None:
    """It may be chosen before; an article that is here already joins it, which can be undone."""

    def act() -> None:
        assert asked(desk, "/collection Спорт").text == collection_texts.chosen("спорт", 0)
        assert asked(desk, TICKETS).text == collection_texts.empty("спорт")
        assert asked(desk, "/articles").text == collection_texts.empty("спорт")
        desk.ada.sends_file("zoo.txt", ZOO[1].text.encode())
        receipt = desk.ada.hears()
        assert desk.index.collections()["спорт"] == 1
        assert labels_of(receipt) == ["Undo", "Edit"]
        desk.ada.presses(receipt, "Undo").answered()
        desk.ada.sees_edited(receipt)
        assert desk.index.collections() == {"alder": 1, "birch": 1, "default": 3}

    desk.while_serving(act)


def test_the_collections_are_offered_as_buttons(desk: Desk) -> None:
    """What is chosen is marked; what can be no name is said."""

    def act() -> None:
        offered = asked(desk, "/collection")
        assert labels_of(offered) == ["✅ All articles", "alder", "birch", "default"]
        desk.ada.presses(offered, "birch").answered()
        chosen = desk.ada.sees_edited(offered)
        assert chosen.text == collection_texts.chosen("birch", 1)
        assert labels_of(chosen) == ["All articles", "alder", "✅ birch", "default"]
        desk.index.remove([ZOO[0].id])
        pressed = desk.ada.presses(chosen, "alder").answered()
        assert (pressed.text, pressed.show_alert) == (collection_texts.GONE(), True)
        assert labels_of(desk.ada.sees_edited(chosen)) == ["All articles", "✅ birch", "default"]
        assert asked(desk, "/collection two words").text == collection_texts.BAD_NAME()

    desk.while_serving(act)


def test_an_article_is_put_into_collections_in_chat(desk: Desk) -> None:
    """By their names, as any other field; Undo puts it back."""

    def act() -> None:
        receipt = asked(desk, f"/edit {ZOO[0].id} collections Birch, sport")
        assert desk.index.collections_of([ZOO[0].id]) == {ZOO[0].id: ("birch", "sport")}
        desk.ada.presses(receipt, "Undo").answered()
        desk.ada.sees_edited(receipt)
        assert desk.index.collections_of([ZOO[0].id]) == {ZOO[0].id: ("alder",)}
        asked(desk, f"/edit {ZOO[0].id} collections -")
        assert desk.index.collections_of([ZOO[0].id]) == {ZOO[0].id: ("default",)}
        assert asked(desk, f"/edit {ZOO[0].id} collections two words").text.startswith(collection_texts.BAD_NAME())

    desk.while_serving(act)


def test_a_removed_article_comes_back_into_its_collections(desk: Desk) -> None:
    """Undo of a removal."""
    desk.index.edit(ZOO[0].id, collections=["alder", "sport"])

    def act() -> None:
        asking = asked(desk, f"/remove {ZOO[0].id}")
        desk.ada.presses(asking, "Remove").answered()
        receipt = desk.ada.sees_edited(asking)
        assert "sport" not in desk.index.collections()
        desk.ada.presses(receipt, "Undo").answered()
        desk.ada.sees_edited(receipt)

    desk.while_serving(act)
    assert desk.index.collections_of([ZOO[0].id]) == {ZOO[0].id: ("alder", "sport")}
