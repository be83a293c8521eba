"""Guest queries: the bot is mentioned in a chat that it has not joined, and may write one message there."""

from __future__ import annotations

import asyncio
from html import escape

from telegram import Message, Update
from telegram.ext import ContextTypes

from bot import labels, links, smalltalk, texts
from bot.addressing import by_mention
from bot.asking import answer_page, keep
from bot.sending import answer_guest
from bot.worker import Busy, Stopping, Worker

# Seconds. How long Telegram waits is not said; it forgets inline queries, which are much like these, after ten.
_PATIENCE = 8.0


class Guest:
    """Answers whoever mentions the bot where it is no member."""

    def __init__(self, worker: Worker) -> None:
        """Use the index through `worker`."""
        self._worker = worker

    async def ask(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Answer with one message, or say in it what to do."""
        message = update.guest_message
        if message is None:
            raise TypeError("this handler is for guest queries")
        # A bot that mentions this one could go on for ever; whoever hides behind a chat looks like a bot, too.
        if message.from_user and message.from_user.is_bot and message.sender_chat is None:
            return
        await answer_guest(message, await self._reply(message, context))

    async def _reply(self, message: Message, context: ContextTypes.DEFAULT_TYPE) -> str:
        """Return the message as HTML."""
        me = context.bot.bot
        asked = by_mention(message, me)
        if asked is None or not asked.text.strip():
            return escape(texts.how_to_ask_a_guest(me.username or ""), quote=False)
        friendly = smalltalk.reply_to(asked.text)
        if friendly:
            return escape(friendly, quote=False)
        try:
            async with asyncio.timeout(_PATIENCE):
                # What was answered last in a chat with this id need not be of this chat.
                answer = await self._worker.answer(asked.text)
        except TimeoutError:
            number = await self._worker.look_up(lambda index: index.remember(asked.text))
            return f'<a href="{links.address(me.username or "", number)}">{escape(labels.INLINE_LATER())}</a>'
        except Busy:
            return escape(texts.BUSY(), quote=False)
        except Stopping:
            return escape(texts.STOPPING(), quote=False)
        kept = await self._worker.look_up(lambda index: keep(index, answer))
        return answer_page(answer, kept, nearest=False).html
