"""The receiving half of a person: what the bot sends, edits and deletes in their chat."""

from __future__ import annotations

from .answers import Answer, seen
from .chats import Chat
from .world import World


class Listener:
    """A person who reads what the bot sends them."""

    def __init__(self, world: World, chat: Chat) -> None:
        """Have heard nothing so far."""
        self._world = world
        self._chat = chat
        self._heard = 0

    def hears(self, timeout: float = 30) -> Answer:
        """Wait for the bot's next message in this chat and return it as it was first sent.

        Raises AssertionError naming what was heard so far and which calls failed, where none comes in time.
        """
        with self._world.changed:
            self._world.wait_for(self._has_more, timeout)
            assert self._has_more(), f"{self._name} heard nothing new within {timeout} s; {self._situation()}"
            self._heard += 1
            return self._version(self._chat.from_bot()[self._heard - 1], 0)

    def hears_nothing(self, seconds: float) -> None:
        """Wait for so many seconds; raises AssertionError at once where the bot sends a message meanwhile."""
        with self._world.changed:
            self._world.wait_for(self._has_more, seconds)
            assert not self._has_more(), f"{self._name} heard something unexpected; {self._situation()}"

    def sees_edited(self, answer: Answer, timeout: float = 30) -> Answer:
        """Wait until the bot edits a message and return the version that follows `answer`."""
        versions = self._chat.messages[answer.id]
        with self._world.changed:
            self._world.wait_for(lambda: len(versions) > answer.edits + 1, timeout)
            assert len(versions) > answer.edits + 1, f"{answer.text!r} was not edited within {timeout} s"
            return self._version(answer.id, answer.edits + 1)

    def sees_deleted(self, answer: Answer, timeout: float = 30) -> None:
        """Wait until the bot deletes a message."""
        with self._world.changed:
            self._world.wait_for(lambda: answer.id in self._chat.deleted, timeout)
            assert answer.id in self._chat.deleted, f"{answer.text!r} was not deleted within {timeout} s"

    def reaction(self, message_id: int, timeout: float = 10) -> str | None:
        """Wait until the bot reacts to a message, and return the emoji; None where it does not in time."""
        with self._world.changed:
            self._world.wait_for(lambda: bool(self._chat.reactions.get(message_id)), timeout)
            return self._chat.reactions.get(message_id) or None

    def sees_no_reaction(self, message_id: int, timeout: float = 30) -> None:
        """Wait until the bot takes its reaction off."""
        with self._world.changed:
            self._world.wait_for(lambda: not self._chat.reactions.get(message_id), timeout)
            left = self._chat.reactions.get(message_id)
            assert not left, f"the reaction {left} was not taken off within {timeout} s"

    @property
    def screen(self) -> list[Answer]:
        """The bot's messages as the chat shows them now, deleted ones left out."""
        with self._world.changed:
            shown = [number for number in self._chat.from_bot() if number not in self._chat.deleted]
            return [self._version(number, len(self._chat.messages[number]) - 1) for number in shown]

    @property
    def _name(self) -> str:
        return self._chat.user.first_name

    def _has_more(self) -> bool:
        return len(self._chat.from_bot()) > self._heard

    def _version(self, message_id: int, edits: int) -> Answer:
        return seen(self._chat.messages[message_id][edits], edits)

    def _situation(self) -> str:
        said = [self._version(number, 0).text for number in self._chat.from_bot()]
        failed = [f"{call.method}: {call.description}" for call in self._world.calls if call.status != 200]
        return f"the bot's messages so far: {said}; calls that failed: {failed}"
