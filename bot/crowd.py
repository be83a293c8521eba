"""How much of each person's and each chat's is in hand: who asks faster than the bot answers is told to wait."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from telegram import Update

_crowded: ContextVar[bool] = ContextVar("crowded", default=False)


def crowded() -> bool:
    """Whether the update in hand is one more than its person or its chat may have in hand."""
    return _crowded.get()


class Crowd:
    """The updates in hand, and those that wait behind them.

    Whoever asks one question after the other never meets a limit, since that takes nothing from others.
    """

    def __init__(self, *, person: int, chat: int) -> None:
        """Let each person have so many updates in hand, and each chat so many."""
        self._most = {"person": person, "chat": chat}
        self._in_hand: Counter[tuple[str, int]] = Counter()

    @contextmanager
    def enter(self, update: Update) -> Iterator[bool]:
        """Count an update until the block ends; give whether it is one too many, as `crowded` says within."""
        chat, person = update.effective_chat, update.effective_user
        keys = [("chat", chat.id)] if chat else []
        keys += [("person", person.id)] if person else []
        too_many = any(self._in_hand[key] >= self._most[key[0]] for key in keys)
        _crowded.set(too_many)
        self._in_hand.update(keys)
        try:
            yield too_many
        finally:
            self._in_hand.subtract(keys)
            for key in keys:
                if not self._in_hand[key]:
                    del self._in_hand[key]
