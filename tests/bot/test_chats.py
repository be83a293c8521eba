"""What chats have chosen is kept."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from bot.chats import Chats, Choices


def test_a_chat_has_the_defaults_until_it_chooses(tmp_path: Path) -> None:
    """The language of whoever writes; mentions and replies are questions, and a refusal is a message."""
    chats = Chats(tmp_path)
    assert chats.of(1) == Choices(language=None, mentions=True, replies=True, reaction=False)
    chats.close()


def test_choices_outlive_a_restart(tmp_path: Path) -> None:
    """One choice leaves the others, and other chats, as they are."""
    chats = Chats(tmp_path)
    assert chats.change(1, language="ru") == Choices(language="ru")
    assert chats.change(1, mentions=False) == Choices(language="ru", mentions=False)
    chats.change(2, replies=False, reaction=True)
    chats.close()
    again = Chats(tmp_path)
    found = [again.of(chat) for chat in (1, 2, 3)]
    again.close()
    assert found == [Choices("ru", mentions=False), Choices(replies=False, reaction=True), Choices()]


def test_a_group_takes_its_choices_along_once(tmp_path: Path) -> None:
    """What it chose under its new id stays, however often the move is told."""
    chats = Chats(tmp_path)
    chats.change(-1, language="tr")
    chats.move(-1, -100)
    assert (chats.of(-100).language, chats.of(-1).language) == ("tr", None)
    chats.change(-100, language="az")
    chats.change(-1, language="ru")
    chats.move(-1, -100)
    assert chats.of(-100).language == "az"
    chats.close()


def test_choices_of_the_version_before_stay(tmp_path: Path) -> None:
    """They are about all articles."""
    with closing(sqlite3.connect(tmp_path / "chats.sqlite")) as old:
        old.executescript(
            "CREATE TABLE chats (chat INTEGER PRIMARY KEY, language TEXT, mentions INTEGER NOT NULL, "
            "replies INTEGER NOT NULL, reaction INTEGER NOT NULL) STRICT; PRAGMA user_version = 1;"
            "INSERT INTO chats VALUES (-1, 'tr', 0, 1, 1);"
        )
    chats = Chats(tmp_path)
    before = chats.of(-1)
    after = chats.change(-1, collection="sport"), chats.of(-1)
    chats.close()
    assert before == Choices("tr", mentions=False, replies=True, reaction=True, collection=None)
    assert after == (Choices("tr", mentions=False, replies=True, reaction=True, collection="sport"),) * 2
