"""What the operator may want to change at @BotFather or elsewhere, told at the start: one line a finding."""

from __future__ import annotations

import logging
from urllib.parse import urlsplit

from telegram import Bot, User, WebhookInfo
from telegram.error import TelegramError

from bot.settings import BotSettings

logger = logging.getLogger(__name__)

_POWERS = {
    "can_join_groups": "nobody can add the bot to a group; @BotFather's /setjoingroups allows it",
    "can_read_all_group_messages": "privacy mode is on: in groups /ask and replies to the bot reach it, mentions do "
    "not; @BotFather's /setprivacy turns it off, then remove the bot from each group and add it again",
    "supports_inline_queries": "inline mode is off; @BotFather's /setinline turns it on",
    "supports_guest_queries": "guest mode is off: mentions in chats that the bot is not in do not reach it; turn "
    "Guest Mode on in @BotFather's app",
}


async def check(bot: Bot, settings: BotSettings) -> None:
    """Log what is off or odd about the bot's account and its webhook, and how to change it."""
    findings = missing_powers(bot.bot)
    try:
        findings += _oddities(await bot.get_webhook_info(), settings)
    except TelegramError as error:
        logger.warning("whether a webhook is set is not known: %s", error)
    for finding in findings:
        logger.info(finding)


def missing_powers(me: User) -> list[str]:
    """Return a line for each thing that the bot may not do, with what allows it."""
    return [line for power, line in _POWERS.items() if not getattr(me, power)]


def _oddities(webhook: WebhookInfo, settings: BotSettings) -> list[str]:
    """Return a line where a webhook is set elsewhere, or where the server can't deliver what waits."""
    if webhook.url and webhook.url != settings.webhook_url:
        # Its path may be as secret as the token, which some make a part of it.
        host, end = urlsplit(webhook.url).hostname, "replaced" if settings.webhook_url else "removed"
        return [f"a webhook was set at {host}; it is {end}, as WEBHOOK_URL says"]
    waiting, failure = webhook.pending_update_count, webhook.last_error_message
    return [f"updates that wait: {waiting}, since WEBHOOK_URL failed: {failure}"] if waiting and failure else []
