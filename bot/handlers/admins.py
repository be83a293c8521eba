"""The table of who handles what only admins may do; the same from others is a message like any other."""

from __future__ import annotations

from typing import Any

from telegram import Update
from telegram.ext import BaseHandler, CallbackQueryHandler, CommandHandler, MessageHandler, filters

from bot import keyboards
from bot.conversation import Conversation
from bot.handlers.admin import ADDRESS, Adding, ArticleText
from bot.handlers.admin_articles import Articles
from bot.handlers.admin_reindexing import Reindexing
from bot.settings import BotSettings
from bot.worker import Worker


def of_admins(
    worker: Worker, settings: BotSettings, conversation: Conversation, *, terminal: bool
) -> list[BaseHandler[Update, Any, Any]]:
    """Return who handles the messages of admins in their private chats, and presses of buttons that only they see.

    A chat goes on while articles are added. A `terminal` does one thing after the other, and replies to no message, so
    that nothing is offered there.
    """
    block = terminal
    adding, articles = Adding(worker, settings, conversation), Articles(worker, settings)
    reindexing = Reindexing(worker, settings)
    also_edited = filters.ChatType.PRIVATE & filters.User(settings.admin_ids)
    private = also_edited & filters.UpdateType.MESSAGE
    return [
        CommandHandler("add", adding.bring, private, block=block),
        CommandHandler("articles", articles.show, private),
        CommandHandler("remove", articles.remove, private),
        CommandHandler("stats", articles.stats, private),
        CommandHandler("help", articles.help, private),
        CommandHandler("reindex", reindexing.start, private, block=block),
        MessageHandler(private & (filters.Document.ALL | filters.Regex(ADDRESS)), adding.bring, block=block),
        *([] if terminal else [MessageHandler(also_edited & ~filters.COMMAND & ArticleText(), adding.offer)]),
        CallbackQueryHandler(adding.again, rf"^{keyboards.AGAIN}$"),
        CallbackQueryHandler(adding.take, rf"^{keyboards.TAKE}:(article|question)$"),
        CallbackQueryHandler(articles.turn, rf"^{keyboards.ARTICLES}:(\d{{1,18}}):(\d{{1,9}})$"),
        CallbackQueryHandler(articles.ask, rf"^{keyboards.REMOVE}:(\w{{12}})$"),
        CallbackQueryHandler(articles.take_out, rf"^{keyboards.OUT}:(\w{{12}}|)$"),
        CallbackQueryHandler(articles.undo, rf"^{keyboards.UNDO}:(\d{{1,18}})$"),
        CallbackQueryHandler(reindexing.cancel, rf"^{keyboards.CANCEL}:(\d{{1,18}})$"),
    ]
