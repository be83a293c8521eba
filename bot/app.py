"""The table of who handles what."""

from __future__ import annotations

from typing import Any

from telegram import Update
from telegram.ext import (
    Application,
    ApplicationBuilder,
    BaseHandler,
    CallbackQueryHandler,
    ChatMemberHandler,
    CommandHandler,
    InlineQueryHandler,
    MessageHandler,
    TypeHandler,
    filters,
)
from telegram.request import BaseRequest

from bot import failures, keyboards
from bot.conversation import Conversation
from bot.examples import Examples
from bot.handlers.admission import Admission
from bot.handlers.buttons import Buttons
from bot.handlers.group import GroupChat
from bot.handlers.guest import Guest
from bot.handlers.inline import Inline
from bot.handlers.private import PrivateChat
from bot.handlers.twins import Twins
from bot.limits import ResendingLimiter
from bot.order import OnePerChat
from bot.settings import BotSettings
from bot.worker import Worker

App = Application[Any, Any, Any, Any, Any, Any]
Handler = BaseHandler[Update, Any, Any]

UPDATES = [
    *(Update.MESSAGE, Update.EDITED_MESSAGE, Update.CALLBACK_QUERY, Update.MY_CHAT_MEMBER),
    *(Update.INLINE_QUERY, Update.GUEST_MESSAGE),
]

_SEND_SECONDS = 15.0  # a slow server's reply is worth waiting for: what timed out is not sent again


def build_application(
    token: str, settings: BotSettings, worker: Worker, examples: Examples, request: BaseRequest | None = None
) -> App:
    """Return the application; it talks to the Bot API, or through `request` where one is given."""
    builder = (
        ApplicationBuilder()
        .token(token)
        .updater(None)
        .rate_limiter(ResendingLimiter())
        .concurrent_updates(OnePerChat())
    )
    if request:
        builder = builder.request(request).get_updates_request(request)
    else:
        builder = (
            builder.base_url(f"{settings.api_root}/bot")
            .base_file_url(f"{settings.api_root}/file/bot")
            .read_timeout(_SEND_SECONDS)
        )
    application: App = builder.build()
    conversation = Conversation(worker)
    moved: dict[int, int] = {}
    chat = PrivateChat(worker, settings, examples, conversation)
    application.add_handler(TypeHandler(Update, Twins().admit), group=-2)
    application.add_handler(TypeHandler(Update, Admission(settings, moved).admit), group=-1)
    application.add_handlers(
        [*_messages(chat), *_in_groups(GroupChat(conversation, moved)), *_presses(Buttons(worker, settings))]
    )
    application.add_handler(InlineQueryHandler(Inline(worker, settings, examples).query))
    application.add_handler(MessageHandler(filters.UpdateType.GUEST_MESSAGE, Guest(worker).ask))
    application.add_error_handler(failures.report)
    return application


def _messages(chat: PrivateChat) -> list[Handler]:
    """Return who handles messages in private chats; the first that fits does."""
    private = filters.ChatType.PRIVATE & filters.UpdateType.MESSAGE
    also_edited = filters.ChatType.PRIVATE & filters.UpdateType.MESSAGES
    return [
        CommandHandler("start", chat.start, private),
        CommandHandler("help", chat.help, private),
        CommandHandler("ask", chat.ask, also_edited),
        CommandHandler("sources", chat.sources, private),
        CommandHandler("id", chat.own_id, private),
        MessageHandler(private & filters.COMMAND, chat.unknown_command),
        MessageHandler(also_edited & filters.TEXT & ~filters.COMMAND, chat.text),
        MessageHandler(private & ~filters.StatusUpdate.ALL, chat.other),
    ]


def _in_groups(group: GroupChat) -> list[Handler]:
    """Return who handles what happens in groups; other bots' commands and chatter find nobody."""
    groups = filters.ChatType.GROUPS & filters.UpdateType.MESSAGE
    also_edited = filters.ChatType.GROUPS & filters.UpdateType.MESSAGES
    # Several bots may have such a command.
    named = groups & filters.Regex(r"^/\w+@")
    return [
        CommandHandler("ask", group.ask, also_edited),
        CommandHandler(["start", "help"], group.help, named),
        CommandHandler("id", group.own_id, named),
        MessageHandler(also_edited & (filters.TEXT | filters.CAPTION) & ~filters.COMMAND, group.text),
        ChatMemberHandler(group.membership, ChatMemberHandler.MY_CHAT_MEMBER),
    ]


def _presses(buttons: Buttons) -> list[Handler]:
    """Return who handles presses of buttons, by the data that `keyboards` gave them."""
    return [
        CallbackQueryHandler(buttons.ask, rf"^{keyboards.ASK}:(\d+)$"),
        CallbackQueryHandler(buttons.more, rf"^{keyboards.MORE}:(\d+)$"),
        CallbackQueryHandler(buttons.passages, rf"^{keyboards.PASSAGES}:(\d+):(\d+)$"),
        CallbackQueryHandler(buttons.context, rf"^{keyboards.CONTEXT}:(\w+):([th]):(\d+):(\d+):(\w+)$"),
        CallbackQueryHandler(buttons.sources, rf"^{keyboards.SOURCES}:(\d+)$"),
        CallbackQueryHandler(buttons.outdated, "()"),
    ]
