"""A person's press of a button, and the wait for the bot's answer to it."""

from __future__ import annotations

from .queries import CallbackAnswer, CallbackQuery
from .world import World


class Press:
    """A press of a button that the bot was told of."""

    def __init__(self, world: World, query_id: str, query: CallbackQuery) -> None:
        """Follow this query."""
        self.id = query_id
        self._world = world
        self._query = query

    def answered(self, timeout: float = 30) -> CallbackAnswer:
        """Wait for the bot's answer to the press; raises AssertionError where none comes in time."""
        with self._world.changed:
            self._world.wait_for(lambda: self._query.answer is not None, timeout)
            assert self._query.answer, f"the press was not answered within {timeout} s"
            return self._query.answer

    def expires(self) -> None:
        """Make the press too old to be answered."""
        with self._world.changed:
            self._query.waits = False
