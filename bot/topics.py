"""What each chat talked about last, so that "Who wrote it?" and "And in 2023?" are understood; gone at a restart."""

from __future__ import annotations

from dataclasses import dataclass

from bot.recent import Recent

_CHATS = 10_000
Key = tuple[int, int | None]  # a chat and the topic in it


@dataclass(frozen=True, slots=True)
class Talk:
    """The number of what was shown last, and the id of the article that the last answer came from."""

    shown: int | None = None
    article: str | None = None


class Topics:
    """The talk of each chat; of many chats those that asked last are kept."""

    def __init__(self) -> None:
        """Begin with none."""
        self._talks: Recent[Key, Talk] = Recent(_CHATS)

    def of(self, place: Key) -> Talk:
        """Return what a chat talked about."""
        return self._talks.get(place, Talk())

    def note(self, place: Key, shown: int, article: str | None) -> None:
        """Keep what was shown to a chat; where it is no answer, the article of the one before stays."""
        self._talks[place] = Talk(shown, article or self.of(place).article)
