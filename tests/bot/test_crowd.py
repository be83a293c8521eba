"""Who has too much in hand is told, and nobody else."""

from __future__ import annotations

from contextlib import ExitStack
from datetime import UTC, datetime

from telegram import Chat, Message, Update, User

from bot.crowd import Crowd, crowded


def update(chat: int, person: int) -> Update:
    """Return the update of a message in a group."""
    user = User(person, "Ann", is_bot=False)
    return Update(1, message=Message(1, datetime.now(UTC), Chat(chat, "supergroup"), from_user=user, text="?"))


def test_each_person_has_a_limit_over_all_chats() -> None:
    """The third of one person is too many, also in another chat; another person's is not."""
    crowd = Crowd(person=2, chat=9)
    with ExitStack() as inside:
        entered = [inside.enter_context(crowd.enter(update(chat, 1))) for chat in (-1, -2, -3)]
        assert entered == [False, False, True]
        assert not inside.enter_context(crowd.enter(update(-1, 2)))


def test_each_chat_has_a_limit_over_all_people() -> None:
    """The third in one chat is too many, whoever it is of."""
    crowd = Crowd(person=9, chat=2)
    with ExitStack() as inside:
        assert [inside.enter_context(crowd.enter(update(-1, person))) for person in (1, 2, 3)] == [False, False, True]
        assert not inside.enter_context(crowd.enter(update(-2, 1)))


def test_what_is_done_counts_no_more() -> None:
    """One after the other there is no limit; whether it is crowded is known within."""
    crowd = Crowd(person=1, chat=1)
    for _ in range(5):
        with crowd.enter(update(-1, 1)) as too_many:
            assert (too_many, crowded()) == (False, False)
            with crowd.enter(update(-1, 1)):
                assert crowded()
