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
from bot.chats import Chats
from bot.conversation import Conversation
from bot.crowd import Crowd
from bot.examples import Examples
from bot.handlers.admin_menu import AdminMenu
from bot.handlers.admins import of_admins
from bot.handlers.admission import Admission
from bot.handlers.behaviour import Behaviour
from bot.handlers.buttons import Buttons
from bot.handlers.group import GroupChat
from bot.handlers.guest import Guest
from bot.handlers.inline import Inline
from bot.handlers.language import Language
from bot.handlers.private import PrivateChat
from bot.handlers.twins import Twins
from bot.handlers.votes import Votes
from bot.languages import LANGUAGES
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
    token: str,
    settings: BotSettings,
    worker: Worker,
    examples: Examples,
    chats: Chats,
    request: BaseRequest | None = None,
) -> App:
    """Return the application; it talks to the Bot API, or through `request` where one is given."""
    crowd = Crowd(person=settings.person_queue_length, chat=settings.chat_queue_length)
    builder = (
        ApplicationBuilder()
        .token(token)
        .updater(None)
        .rate_limiter(ResendingLimiter())
        .concurrent_updates(OnePerChat(crowd))
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
    conversation = Conversation(worker, chats)
    moved: dict[int, int] = {}
    buttons = Buttons(worker, settings, chats)
    language, behaviour = Language(chats, settings), Behaviour(chats, worker)
    for order, first in enumerate((Twins().admit, language.choose, Admission(settings, chats, moved).admit), -3):
        application.add_handler(TypeHandler(Update, first), order)
    application.add_handlers(
        [
            *of_admins(worker, settings, conversation, chats, terminal=request is not None),
            *_messages(PrivateChat(worker, settings, examples, conversation, chats), language),
            *_in_groups(GroupChat(conversation, chats, settings, moved), behaviour),
            *_presses(buttons, language, behaviour),
            *_votes(Votes(worker)),
            CallbackQueryHandler(buttons.outdated, "()"),
        ]
    )
    application.add_handler(InlineQueryHandler(Inline(worker, settings, examples).query))
    application.add_handler(MessageHandler(filters.UpdateType.GUEST_MESSAGE, Guest(worker).ask))
    application.add_handler(TypeHandler(Update, AdminMenu(settings).show), 1)
    application.add_error_handler(failures.report)
    return application


def _messages(chat: PrivateChat, language: Language) -> list[Handler]:
    """Return who handles messages in private chats; the first that fits does."""
    private = filters.ChatType.PRIVATE & filters.UpdateType.MESSAGE
    also_edited = filters.ChatType.PRIVATE & filters.UpdateType.MESSAGES
    return [
        CommandHandler("start", chat.start, private),
        CommandHandler("help", chat.help, private),
        CommandHandler("ask", chat.ask, also_edited),
        CommandHandler("sources", chat.sources, private),
        CommandHandler("language", language.offer, private),
        CommandHandler("id", chat.own_id, private),
        MessageHandler(private & filters.COMMAND, chat.unknown_command),
        MessageHandler(also_edited & filters.TEXT & ~filters.COMMAND, chat.text),
        MessageHandler(private & ~filters.StatusUpdate.ALL, chat.other),
    ]


def _in_groups(group: GroupChat, behaviour: Behaviour) -> list[Handler]:
    """Return who handles what happens in groups; other bots' commands and chatter find nobody."""
    groups = filters.ChatType.GROUPS & filters.UpdateType.MESSAGE
    also_edited = filters.ChatType.GROUPS & filters.UpdateType.MESSAGES
    # Several bots may have such a command.
    named = groups & filters.Regex(r"^/\w+@")
    return [
        CommandHandler("ask", group.ask, also_edited),
        CommandHandler(["start", "help"], group.help, named),
        CommandHandler("id", group.own_id, named),
        CommandHandler("settings", behaviour.show, groups),
        MessageHandler(also_edited & (filters.TEXT | filters.CAPTION) & ~filters.COMMAND, group.text),
        ChatMemberHandler(group.membership, ChatMemberHandler.MY_CHAT_MEMBER),
    ]


def _presses(buttons: Buttons, language: Language, behaviour: Behaviour) -> list[Handler]:
    """Return who handles presses of buttons, by the data that `keyboards` gave them."""
    return [
        CallbackQueryHandler(buttons.ask, rf"^{keyboards.ASK}:(\d{{1,18}})$"),
        CallbackQueryHandler(buttons.more, rf"^{keyboards.MORE}:(\d{{1,18}})(?::(\d{{1,18}}))?(?::(\w{{12}}))?$"),
        CallbackQueryHandler(buttons.passages, rf"^{keyboards.PASSAGES}:(\d{{1,18}}):(\d{{1,18}})(?::(\w{{12}}))?$"),
        CallbackQueryHandler(buttons.context, rf"^{keyboards.CONTEXT}:(\w+):([th]):(\d{{1,18}}):(\d{{1,18}}):(\w+)$"),
        CallbackQueryHandler(buttons.sources, rf"^{keyboards.SOURCES}:(\d{{1,18}})$"),
        CallbackQueryHandler(language.take, rf"^{keyboards.LANGUAGE}:({'|'.join(LANGUAGES)})$"),
        CallbackQueryHandler(
            behaviour.change,
            rf"^{keyboards.BEHAVIOUR}:(mentions|replies|reaction|collection|language):({'|'.join(LANGUAGES)}|)$",
        ),
    ]


def _votes(votes: Votes) -> list[Handler]:
    """Return who handles what people think of answers."""
    return [
        CallbackQueryHandler(votes.good, rf"^{keyboards.GOOD}:(\d{{1,18}})$"),
        CallbackQueryHandler(votes.bad, rf"^{keyboards.BAD}:(\d{{1,18}})$"),
        CallbackQueryHandler(votes.why, rf"^{keyboards.WHY}:(\d{{1,18}}):([{''.join(keyboards.REASONS)}])$"),
        CallbackQueryHandler(votes.say, rf"^{keyboards.SAY}:(\d{{1,18}})$"),
    ]
