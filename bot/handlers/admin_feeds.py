"""/feeds: what is watched; looked at now, or watched no more, which is asked about first and can be undone."""

from __future__ import annotations

from html import escape

from telegram import Message, Update
from telegram.ext import ContextTypes

from bot import admin_keyboards, feed_texts
from bot.additions import Additions
from bot.feed_lists import feed_entry, feeds_page
from bot.feeds import FeedDesk
from bot.handlers.admin_presses import of_admin
from bot.places import Place
from bot.receipts import Receipts
from bot.sending import Page, acknowledge, edit, send
from bot.settings import BotSettings
from bot.worker import Worker
from index import ArticleIndex
from index.feeds import Watched


class WatchedFeeds:
    """The command /feeds, and the buttons under what it shows."""

    def __init__(self, worker: Worker, settings: BotSettings, additions: Additions, feeds: FeedDesk) -> None:
        """Look at `feeds`, and add what is new in them by `additions`."""
        self._worker = worker
        self._settings = settings
        self._additions = additions
        self._feeds = feeds

    async def show(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """List the feeds."""
        if update.effective_message is None:
            raise TypeError("this handler is for messages")
        await send(Place.of(update.effective_message), await self._page(1))

    async def turn(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Turn to another page of the list, in place."""
        pressed = await of_admin(update, context, self._settings)
        if pressed is None:
            return
        query, _, (wanted,) = pressed
        await acknowledge(query)
        await edit(query, await self._page(int(wanted)))

    async def look(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Look at the feed on the button now; the receipt replies to the list."""
        pressed = await of_admin(update, context, self._settings)
        if pressed is None:
            return
        query, message, (mark,) = pressed
        feed = await self._marked(mark)
        await acknowledge(query, None if feed else feed_texts.GONE())
        if feed and isinstance(message, Message):
            url = feed.url
            await self._additions.run(
                message, lambda recorder, job: self._feeds.look(recorder, url, job), nothing=feed_texts.NOTHING_NEW()
            )

    async def ask(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Ask whether the feed on the button is to be watched no longer."""
        pressed = await of_admin(update, context, self._settings)
        if pressed is None:
            return
        query, message, (mark,) = pressed
        feed = await self._marked(mark)
        await acknowledge(query, None if feed else feed_texts.GONE())
        if feed:
            html = f"{escape(feed_texts.STOP_IT(), quote=False)}\n\n{feed_entry(feed)}"
            await send(Place.of(message), Page(html, admin_keyboards.stop_or_go_on(mark)), message.message_id)

    async def stop(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Watch the feed on the button no longer, or go on, and say so in place of the question."""
        pressed = await of_admin(update, context, self._settings)
        if pressed is None:
            return
        query, message, (mark,) = pressed
        if not mark:
            await acknowledge(query)
            await edit(query, Page(escape(feed_texts.GOES_ON(), quote=False)))
            return

        def change(_: ArticleIndex) -> tuple[Watched, int] | None:
            feed = self._feeds.marked(mark)
            stopped = self._feeds.stop(feed.url) if feed else None
            if feed is None or stopped is None:
                return None
            with Receipts.opened(self._settings.articles_home) as receipts:
                return feed, receipts.keep(message.chat.id, [], [stopped])

        stopped = await self._worker.change(change)
        await acknowledge(query, None if stopped else feed_texts.GONE())
        if stopped:
            feed, number = stopped
            html = f"<b>{escape(feed_texts.STOPPED(), quote=False)}</b>\n{feed_entry(feed)}"
            await edit(query, Page(html, admin_keyboards.receipt(number)))

    async def _page(self, page: int) -> Page:
        return await self._worker.look_up(lambda _: feeds_page(self._feeds.all(), self._feeds.folders(), page))

    async def _marked(self, mark: str) -> Watched | None:
        return await self._worker.look_up(lambda _: self._feeds.marked(mark))
