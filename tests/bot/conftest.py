"""A conversation with the real bot: it runs once for all tests, each of which is a new person."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.settings import BotSettings
from index import Article, ArticleIndex
from tests.botapi import BotApi, Group, Person
from tests.samples import visit

from .running import RunningBot

HOSTILE = Article(
    "The <b>zoo</b> & the &amp; park of Elmsford sold 5 < 6 tickets.\n\nNobody <knows> why.",
    title='</a> "Zoo" <script> & co',
    published="2023-01-02",
    publisher="A&B <i>",
    url='https://example.org/?a="1"&b=<2>',
)
OLDER = [
    Article(f"The harvest of {year} was good.", title=f"Harvest {year}", published=f"{year}-09-01")
    for year in range(1990, 1998)
]


@pytest.fixture(scope="session")
def newsroom(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the home of an index with ten articles: the sample, a hostile one, and eight older ones."""
    home = tmp_path_factory.mktemp("newsroom") / "home"
    index = ArticleIndex.open(BotSettings.load(articles_home=home))
    index.add([*visit(), HOSTILE, *OLDER])
    index.close()
    return home


@pytest.fixture(scope="session")
def api() -> Iterator[BotApi]:
    """Return a Bot API server."""
    with BotApi() as server:
        yield server


@pytest.fixture
def ann(api: BotApi) -> Person:
    """Return a person who has not written yet."""
    return api.person("Ann")


@pytest.fixture
def group(api: BotApi, bot: RunningBot, ann: Person) -> Group:
    """Return a group that the bot was just added to."""
    made = api.group("News fans")
    made.adds_bot(ann)
    made.hears()
    return made


@pytest.fixture
def without_privacy(api: BotApi) -> Iterator[None]:
    """Show the bot every message of the groups that it is in."""
    api.privacy_mode(on=False)
    yield
    api.privacy_mode(on=True)


@pytest.fixture(scope="session")
def bot(api: BotApi, newsroom: Path) -> Iterator[RunningBot]:
    """Return the bot, listening."""
    with RunningBot(newsroom, BOT_TOKEN=api.token, BOT_API_URL=api.url + "/", NOTICE_SECONDS="5") as running:
        yield running
