"""Presses of buttons that only admins may press."""

from __future__ import annotations

from telegram import CallbackQuery, MaybeInaccessibleMessage, Update
from telegram.ext import ContextTypes

from bot import admin_texts
from bot.sending import acknowledge
from bot.settings import BotSettings


async def of_admin(
    update: Update, context: ContextTypes.DEFAULT_TYPE, settings: BotSettings
) -> tuple[CallbackQuery, MaybeInaccessibleMessage, tuple[str, ...]] | None:
    """Return the press, the message it came from, and the values in the button's data.

    None where somebody pressed who is no admin, or no more: they are told so.
    """
    query = update.callback_query
    if query is None or query.message is None or context.match is None:
        raise TypeError("this handler is for presses of buttons under a message")
    if not settings.is_admin(query.from_user.id):
        await acknowledge(query, admin_texts.ADMINS_ONLY())
        return None
    return query, query.message, context.match.groups()
