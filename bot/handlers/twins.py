"""The same message as an ordinary one and as a guest query: whichever comes first is answered."""

from __future__ import annotations

from datetime import datetime

from telegram import Chat, Update
from telegram.ext import ApplicationHandlerStop, ContextTypes

from bot.addressing import text_of
from bot.recent import Recent

_KEPT = 1000  # messages of groups; twins come together


class Twins:
    """Lets the first of two updates pass that tell of the same message."""

    def __init__(self) -> None:
        """Begin with none."""
        self._seen: Recent[tuple[int, int, datetime, str], bool] = Recent(_KEPT)

    async def admit(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Let an update pass, unless one of the other kind told of its message. Raises ApplicationHandlerStop."""
        message, guest = update.message or update.guest_message, update.guest_message is not None
        if message is None or message.chat.type == Chat.PRIVATE:
            return
        # Not by its number, which a guest query need not have in common with the message.
        sender = message.from_user.id if message.from_user else 0
        key = message.chat.id, sender, message.date, text_of(message)
        if self._seen.get(key, guest) is not guest:
            raise ApplicationHandlerStop
        self._seen[key] = guest
