"""The table of who handles what only admins may do; the same from others is a message like any other."""

from __future__ import annotations

from typing import Any

from telegram import Update
from telegram.ext import BaseHandler, CallbackQueryHandler, CommandHandler, MessageHandler, filters

from bot import admin_keyboards as keyboards
from bot import labels
from bot.additions import Additions
from bot.chats import Chats
from bot.conversation import Conversation
from bot.feeds import FeedDesk
from bot.handlers.admin import ADDRESS, Adding, ArticleText
from bot.handlers.admin_articles import Articles
from bot.handlers.admin_edits import Edits
from bot.handlers.admin_feeds import WatchedFeeds
from bot.handlers.admin_presses import CaptionCommand, FromMember
from bot.handlers.admin_reindexing import Reindexing
from bot.handlers.admin_reviews import Reviews
from bot.handlers.collection import CollectionChoice
from bot.jobs import Jobs
from bot.settings import BotSettings
from bot.worker import Worker

Handler = BaseHandler[Update, Any, Any]

_NUMBER = r"(\d{1,18})"
_FIELDS = "|".join(labels.FIELDS)


def of_admins(
    worker: Worker, settings: BotSettings, conversation: Conversation, chats: Chats, *, terminal: bool
) -> list[Handler]:
    """Return who handles what admins write in their private chats and groups, and presses of buttons that they see.

    A chat goes on while articles are added. A `terminal` does one thing after the other, and replies to no message, so
    that nothing is offered there.
    """
    block = terminal
    jobs, desk = Jobs(worker), FeedDesk(settings)
    additions = Additions(worker, settings, jobs, chats)
    adding, articles = Adding(settings, conversation, additions, desk), Articles(worker, settings, chats)
    reindexing, collection = Reindexing(worker, settings, jobs), CollectionChoice(worker, settings, chats)
    feeds = WatchedFeeds(worker, settings, additions, desk)
    edits, reviews = Edits(worker, settings, terminal=terminal), Reviews(worker, settings)
    also_edited = filters.ChatType.PRIVATE & filters.User(settings.admin_ids)
    private = also_edited & filters.UpdateType.MESSAGE
    group = filters.ChatType.GROUPS & filters.Chat(settings.admin_ids) & filters.UpdateType.MESSAGE & FromMember()
    both = private | group
    replies = both & filters.TEXT & ~filters.COMMAND
    return [
        CommandHandler("add", adding.bring, both, block=block),
        CommandHandler("articles", articles.show, both),
        CommandHandler("edit", edits.show, both),
        CommandHandler("remove", articles.remove, both),
        CommandHandler("feeds", feeds.show, both),
        CommandHandler("review", reviews.show, both),
        CommandHandler("collection", collection.choose, both),
        CommandHandler("stats", articles.stats, both),
        # Other bots in a group may have this one.
        CommandHandler("help", articles.help, private | (group & filters.Regex(r"^/\w+@"))),
        CommandHandler("reindex", reindexing.start, both, block=block),
        MessageHandler(replies & edits.replies, edits.take),
        MessageHandler(replies & reviews.replies, reviews.settle),
        MessageHandler(group & CaptionCommand("add"), adding.bring, block=block),
        MessageHandler(private & (filters.Document.ALL | filters.Regex(ADDRESS)), adding.bring, block=block),
        *([] if terminal else [MessageHandler(also_edited & ~filters.COMMAND & ArticleText(), adding.offer)]),
        CallbackQueryHandler(adding.again, rf"^{keyboards.AGAIN}$"),
        CallbackQueryHandler(adding.take, rf"^{keyboards.TAKE}:(article|question)$"),
        CallbackQueryHandler(articles.turn, rf"^{keyboards.ARTICLES}:{_NUMBER}:(\d{{1,9}})$"),
        CallbackQueryHandler(articles.ask, rf"^{keyboards.REMOVE}:(\w{{12}})$"),
        CallbackQueryHandler(articles.take_out, rf"^{keyboards.OUT}:(\w{{12}}|)$"),
        CallbackQueryHandler(articles.undo, rf"^{keyboards.UNDO}:{_NUMBER}$"),
        CallbackQueryHandler(reindexing.cancel, rf"^{keyboards.CANCEL}:{_NUMBER}$"),
        CallbackQueryHandler(collection.take, rf"^{keyboards.COLLECTION}:(\w{{12}})$"),
        *_of_what_is_known(feeds, edits, reviews),
    ]


def _of_what_is_known(feeds: WatchedFeeds, edits: Edits, reviews: Reviews) -> list[Handler]:
    """Return who handles presses of buttons about feeds, what is known of an article, and votes."""
    decisions = f"{keyboards.RIGHT}|{keyboards.NOT_SAID}|{keyboards.DISMISS}"
    return [
        CallbackQueryHandler(feeds.turn, rf"^{keyboards.FEEDS}:(\d{{1,9}})$"),
        CallbackQueryHandler(feeds.look, rf"^{keyboards.LOOK}:(\w{{12}})$"),
        CallbackQueryHandler(feeds.ask, rf"^{keyboards.STOP}:(\w{{12}})$"),
        CallbackQueryHandler(feeds.stop, rf"^{keyboards.STOPPED}:(\w{{12}}|)$"),
        CallbackQueryHandler(edits.open, rf"^{keyboards.EDIT}:(\w{{12}})$"),
        CallbackQueryHandler(edits.ask, rf"^{keyboards.EDIT}:(\w{{12}}):({_FIELDS})$"),
        CallbackQueryHandler(reviews.turn, rf"^{keyboards.REVIEW}:{_NUMBER}$"),
        CallbackQueryHandler(reviews.decide, rf"^({decisions}):{_NUMBER}$"),
    ]
