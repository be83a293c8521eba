"""The feeds and folders that are watched: looked at as they are due; admins are told of those that fail for a day."""

from __future__ import annotations

import asyncio
import logging
from contextlib import closing
from datetime import UTC, datetime, timedelta

from telegram import Bot
from telegram.error import BadRequest, Forbidden, TelegramError

from bot import watch_texts
from bot.chats import Chats
from bot.fetching import fetcher_of
from bot.fitting import cut
from bot.languages import ENGLISH, speaking
from bot.messages import MESSAGE_UNITS
from bot.settings import BotSettings
from bot.worker import Worker
from index import ArticleIndex
from index.captions import name
from index.errors import Interrupted, StoreError
from index.feeds import Allowance, Watched
from index.folder_watching import LookedFolder
from index.folders import Folder
from index.rounds import AN_HOUR, Rounds
from index.store import Feeds, Folders
from index.watching import Looked

logger = logging.getLogger(__name__)

_LOOK = 60.0  # seconds until one asks again what is due
_PATIENCE = timedelta(days=1)  # for which a feed may fail before admins are told
_LISTED = 10


async def watch(bot: Bot, worker: Worker, settings: BotSettings, chats: Chats) -> None:
    """Look at what is due, one after the other, until cancelled; what can't be done now is put off, and logged."""
    if not settings.feed_minutes:
        return
    allowance = Allowance(AN_HOUR)

    def look(index: ArticleIndex) -> Looked | LookedFolder | None:
        with closing(Rounds.of(index, fetcher_of(settings), allowance)) as rounds:
            return rounds.next()

    while True:
        try:
            looked = await worker.watch(look)
            if looked:
                _log(looked)
                continue
            await report(bot, settings, chats, datetime.now(UTC))
        except Interrupted:
            return
        except StoreError as error:
            logger.warning("looking at feeds and folders is put off: %s", error)
        except Exception:
            # Rounds have put off what it was about: the others still have their turn.
            logger.exception("a look at a feed or a folder failed")
        await asyncio.sleep(_LOOK)


async def report(bot: Bot, settings: BotSettings, chats: Chats, now: datetime) -> None:
    """Tell each admin once, in their language, which feeds and folders have failed for a day. Raises StoreError."""
    home = settings.articles_home
    with closing(Feeds(home)) as feeds, closing(Folders(home)) as folders:
        failing: list[Watched | Folder] = [*feeds.untold(now - _PATIENCE), *folders.untold(now - _PATIENCE)]
        if failing and any([await _tell(bot, admin, chats, failing) for admin in settings.admin_ids]):
            for one in failing:
                if isinstance(one, Watched):
                    feeds.told(one.url, now)
                else:
                    folders.told(one.path, now)


async def _tell(bot: Bot, admin: int, chats: Chats, failing: list[Watched | Folder]) -> bool:
    """Tell one admin; return whether there is nothing to be gained by telling them again."""
    with speaking(chats.of(admin).language or ENGLISH):
        text = cut(watch_texts.failing(failing[:_LISTED], len(failing) - _LISTED), MESSAGE_UNITS)
    try:
        await bot.send_message(admin, text)
    except TelegramError as error:
        logger.warning("admin %s: not told which feeds fail: %s", admin, error)
        return isinstance(error, Forbidden | BadRequest)
    return True


def watched(settings: BotSettings) -> str:
    """Return how many feeds and folders are watched, as in ", 2 feeds and 1 folder watched"; empty where none are."""
    try:
        with closing(Feeds(settings.articles_home)) as feeds, closing(Folders(settings.articles_home)) as folders:
            counts = (len(feeds.all()), "feed"), (len(folders.all()), "folder")
    except StoreError:
        return ""  # which is logged when they are to be looked at
    said = " and ".join(f"{count} {what}{'' if count == 1 else 's'}" for count, what in counts if count)
    if not said:
        return ""
    return f", {said} watched" if settings.feed_minutes else f", {said} not looked at, as FEED_MINUTES=0 says"


def _log(looked: Looked | LookedFolder) -> None:
    """Log what a look came to, a line for each thing that failed or was removed."""
    what = looked.feed.url if isinstance(looked, Looked) else looked.folder.path
    for error in looked.failed:
        logger.warning("watching %s: %s", what, error)
    for article in looked.removed:
        logger.info("watching %s: its source took %r away, so it was removed", what, name(article))
    counts = {status: sum(one.status == status for one in looked.added) for status in ("added", "updated")}
    if any(counts.values()):
        logger.info("watching %s: %s", what, ", ".join(f"{count} {status}" for status, count in counts.items()))
