"""A person types behind the bot's name, and waits for what the bot offers."""

from __future__ import annotations

from .queries import InlineAnswer, InlineQuery
from .world import World


class Typed:
    """An inline query that the bot was told of."""

    def __init__(self, world: World, query: InlineQuery) -> None:
        """Follow this query."""
        self._world = world
        self._query = query

    def answered(self, timeout: float = 30) -> InlineAnswer:
        """Wait for the bot's answer; raises AssertionError where none comes in time."""
        with self._world.changed:
            self._world.wait_for(lambda: self._query.answer is not None, timeout)
            assert self._query.answer, f"the inline query was not answered within {timeout} s"
            return self._query.answer

    @property
    def is_answered(self) -> bool:
        """Whether there is an answer by now."""
        return self._query.answer is not None

    def expires(self) -> None:
        """Make the query too old to be answered."""
        with self._world.changed:
            self._query.waits = False
