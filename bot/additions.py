"""Adding articles for a chat: how far it is, a button that cancels it, and the receipt in the end."""

from __future__ import annotations

from collections.abc import Callable

from telegram import Message

from bot import admin_keyboards, admin_texts
from bot.activity import typing_in
from bot.adding import recorded
from bot.chats import Chats
from bot.jobs import Job, Jobs
from bot.places import Place
from bot.progress import Progress
from bot.receipt_messages import receipt
from bot.receipts import Receipts
from bot.recording import Outcome, Recorder
from bot.sending import Page
from bot.settings import BotSettings
from bot.worker import Worker
from index import ArticleIndex


class Additions:
    """Adds articles, one lot after the other, while questions are answered."""

    def __init__(self, worker: Worker, settings: BotSettings, jobs: Jobs, chats: Chats) -> None:
        """Use the index through `worker`; all work is among the `jobs`; `chats` may be about a collection."""
        self._worker = worker
        self._settings = settings
        self._jobs = jobs
        self._chats = chats

    async def run(
        self,
        message: Message,
        work: Callable[[Recorder, Job], None],
        *,
        asking: int | None = None,
        nothing: str | None = None,
    ) -> None:
        """Do some work, and send its receipt as a reply to `message`, in the place of the message `asking`, if any.

        What is added goes into the collection that the chat is about. `nothing` is said where there was nothing to do.
        """
        place = Place.of(message)
        collection = self._chats.of(place.chat.id).collection

        def change(index: ArticleIndex) -> tuple[Outcome, int | None]:
            outcome = recorded(index, job, collection, lambda recorder: work(recorder, job))
            if not outcome.changes and not outcome.feeds:
                return outcome, None
            with Receipts.opened(self._settings.articles_home) as receipts:
                return outcome, receipts.keep(place.chat.id, outcome.changes, outcome.feeds)

        with self._jobs.begin() as job:
            shown = Progress(place, message.message_id, lambda: _page(job), asking)
            async with shown, typing_in(place):
                outcome, number = await self._worker.change(change, long=True)
        name = message.document.file_name if message.document else None
        await shown.end(receipt(outcome, number, name, nothing))


def _page(job: Job) -> Page:
    """Return how far a job is, with the button that cancels it."""
    if job.cancelled:
        return Page(admin_texts.CANCELLING())
    return Page(admin_texts.adding(job.done), admin_keyboards.cancel(job.number))
