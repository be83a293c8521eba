"""A bot with an admin, who has a private chat with it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bot.prompts import Prompts
from index import Article, ArticleIndex
from tests.botapi import Answer, BotApi, Person

from .serving import serve_while, until


@dataclass(frozen=True, slots=True)
class Desk:
    """The server, the bot's index, and the admin."""

    api: BotApi
    index: ArticleIndex
    ada: Person

    def while_serving(self, act: Callable[[], None], **given: object) -> None:
        """Serve from before `act` begins until it ends."""
        home = self.index.settings.articles_home
        serve_while(self.api, self.index, act, **{"articles_home": home, "admin_ids": (self.ada.id,)} | given)

    def titled(self, title: str) -> list[Article]:
        """Return the articles with this title."""
        return [one for one in self.index.articles() if one.title == title]

    def replies(self, asking: Answer, text: str) -> None:
        """Let the admin reply to a message that asks for it, once the bot has noted so; people are slower."""

        def is_noted() -> bool:
            with Prompts.opened(self.index.settings.articles_home) as prompts:
                return prompts.find(self.ada.id, asking.id) is not None

        until(is_noted)
        self.ada.says(text, reply_to=asking)


def labels_of(answer: Answer) -> list[str]:
    """Return what stands on the buttons."""
    return [button.text for row in answer.buttons for button in row]
