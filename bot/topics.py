"""Which article each chat talked about last, so that "Who wrote it?" can be answered; forgotten at a restart."""

from __future__ import annotations

from bot.recent import Recent

_CHATS = 10_000
Key = tuple[int, int | None]  # a chat and the topic in it


class Topics:
    """The article of each chat's last answer; of many chats those that asked last are kept."""

    def __init__(self) -> None:
        """Begin with none."""
        self._articles: Recent[Key, str] = Recent(_CHATS)

    def of(self, place: Key) -> str | None:
        """Return the id of the article that a chat's last answer came from, None where there was none."""
        return self._articles.get(place)

    def note(self, place: Key, article_id: str) -> None:
        """Keep the article of a chat's answer."""
        self._articles[place] = article_id
