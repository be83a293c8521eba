"""Who is an admin: the people in ADMIN_IDS, and everybody who writes or presses in a group that stands there."""

from __future__ import annotations

from telegram import CallbackQuery, Chat, ChatMember, ChatMemberRestricted, MaybeInaccessibleMessage, Message, Update
from telegram.error import BadRequest
from telegram.ext import ContextTypes, filters

from bot import admin_texts
from bot.addressing import text_of
from bot.sending import acknowledge
from bot.settings import BotSettings

_MEMBERS = (ChatMember.MEMBER, ChatMember.ADMINISTRATOR, ChatMember.OWNER)


async def of_admin(
    update: Update, context: ContextTypes.DEFAULT_TYPE, settings: BotSettings
) -> tuple[CallbackQuery, MaybeInaccessibleMessage, tuple[str, ...]] | None:
    """Return the press, the message it came from, and the values in the button's data.

    None where somebody pressed who is no admin, or no more: they are told so.
    """
    query = update.callback_query
    if query is None or query.message is None or context.match is None:
        raise TypeError("this handler is for presses of buttons under a message")
    chat, person = query.message.chat, query.from_user.id
    if not settings.is_admin(person) and not (settings.is_admin(chat.id) and await _is_member(chat, person)):
        await acknowledge(query, admin_texts.ADMINS_ONLY())
        return None
    return query, query.message, context.match.groups()


class FromMember(filters.MessageFilter):
    """What somebody wrote as themselves, or as the group itself; not as a channel, whoever that is."""

    def filter(self, message: Message) -> bool:
        """Whether a message is from such a one."""
        return message.sender_chat is None or message.sender_chat.id == message.chat.id


class CaptionCommand(filters.MessageFilter):
    """A file below which a command for this bot stands."""

    def __init__(self, command: str) -> None:
        """Look for this command, without its slash."""
        super().__init__()
        self._command = f"/{command}"

    def filter(self, message: Message) -> bool:
        """Whether a message is such a file."""
        words = text_of(message).split() if message.document else []
        command, _, name = (words[0] if words else "").casefold().partition("@")
        return command == self._command and name in ("", (message.get_bot().username or "").casefold())


async def _is_member(chat: Chat, person: int) -> bool:
    """Whether somebody is in a group; in a public one others see its messages as well."""
    if chat.type == Chat.PRIVATE:
        return True
    try:
        member = await chat.get_member(person)
    except BadRequest:  # somebody whom the group does not know
        return False
    return member.status in _MEMBERS or (isinstance(member, ChatMemberRestricted) and member.is_member)
