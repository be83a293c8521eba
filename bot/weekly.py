"""Once a week: what the admins may want to know, the questions without an answer and the votes to look at."""

from __future__ import annotations

import asyncio
import logging
from datetime import UTC, datetime, timedelta
from pathlib import Path

from telegram import Bot
from telegram.error import TelegramError

from bot import texts
from bot.chats import Chats
from bot.fitting import cut
from bot.languages import ENGLISH, speaking
from bot.messages import MESSAGE_UNITS
from bot.settings import BotSettings
from bot.worker import Worker
from index.errors import StoreError
from index.store.database import Database

logger = logging.getLogger(__name__)

PERIOD = timedelta(days=7)
_LOOK = 600.0  # seconds between two looks at the clock: longer waits would not notice that the machine slept
_MOST = 20  # questions in a report
_QUESTION_UNITS = 150
_FORMAT = 1
_SCHEMA = "CREATE TABLE IF NOT EXISTS reports (at TEXT NOT NULL) STRICT"


class Reports:
    """When the last report was due; kept on disk, so that a restart neither repeats nor skips one."""

    def __init__(self, home: Path) -> None:
        """Open the database in `home`, made if absent. Raises StoreError."""
        self._database = Database(home / "reports.sqlite", _SCHEMA, _FORMAT)

    def due(self, now: datetime) -> datetime | None:
        """Return since when a report that is due now reports, having noted it; None where none is due.

        The first is due a week after this was first asked.
        """
        with self._database.writing() as connection:
            (last,) = connection.execute("SELECT max(at) FROM reports").fetchone()
            since = datetime.fromisoformat(last) if last else None
            if since and now < since + PERIOD:
                return None
            connection.execute("INSERT INTO reports VALUES (?)", (now.isoformat(),))
        return since

    def close(self) -> None:
        """Close the database."""
        self._database.close()


async def report_weekly(bot: Bot, worker: Worker, settings: BotSettings, chats: Chats) -> None:
    """Write to the admins once a week, until cancelled; raises StoreError where the date can't be kept at all."""
    if not settings.weekly_report or not settings.admin_ids:
        return
    reports = Reports(settings.articles_home)
    try:
        while True:
            try:
                since = reports.due(datetime.now(UTC))
                if since:
                    await report(bot, worker, settings, chats, since)
            except StoreError as error:
                logger.warning("the weekly report is put off: %s", error)
            await asyncio.sleep(_LOOK)
    finally:
        reports.close()


async def report(bot: Bot, worker: Worker, settings: BotSettings, chats: Chats, since: datetime) -> None:
    """Tell each admin, in their language, what happened since; nothing where nothing did."""
    unanswered = await worker.look_up(lambda index: index.feedback.unanswered(since))
    reviews = await worker.look_up(lambda index: index.feedback.reviews())
    waiting = sum(one.is_open for one in reviews)
    if not unanswered and not waiting:
        return
    questions = [(cut(question, _QUESTION_UNITS), times) for question, times in unanswered[:_MOST]]
    for admin in settings.admin_ids:
        with speaking(chats.of(admin).language or ENGLISH):
            text = cut(texts.weekly(questions, len(unanswered) - len(questions), waiting), MESSAGE_UNITS)
        try:
            await bot.send_message(admin, text)
        except TelegramError as error:
            logger.warning("admin %s: no weekly report: %s", admin, error)
