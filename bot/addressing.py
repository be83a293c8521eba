"""A message in a group -> the question that it asks the bot, if it speaks to the bot. Pure.

Told by what Telegram marks as a mention and by whose message is replied to, never by words that look like a name.
"""

from __future__ import annotations

from dataclasses import dataclass

from telegram import Message, MessageEntity, User


@dataclass(frozen=True, slots=True)
class Asked:
    """What the bot is asked, and the message that asks it; an empty text asks nothing."""

    text: str
    message_id: int


def text_of(message: Message) -> str:
    """Return what somebody wrote, below a picture too."""
    return message.text or message.caption or ""


def by_command(message: Message) -> Asked:
    """Return the question behind a command, else that of the message which the command replies to."""
    words = text_of(message).split(maxsplit=1)
    return Asked(words[1], message.message_id) if len(words) > 1 else _replied(message)


def by_mention(message: Message, me: User) -> Asked | None:
    """Return the question of a message that mentions the bot, without the mention; None where it does not.

    Where nothing else is said, the message that it replies to is the question.
    """
    if is_own(message, me):
        return None
    found = message.parse_entities() if message.text else message.parse_caption_entities() if message.caption else {}
    own = [entity for entity, text in found.items() if _names(entity, text, me)]
    if not own:
        return None
    text = " ".join(_without(text_of(message), own).split())
    return Asked(text, message.message_id) if text.strip(" ,:;.!?") else _replied(message)


def by_reply(message: Message, me: User) -> Asked | None:
    """Return the question of a message that replies to one of the bot's own; None for any other."""
    replied = message.reply_to_message
    if is_own(message, me) or replied is None or replied.from_user is None or replied.from_user.id != me.id:
        return None
    return Asked(text_of(message), message.message_id)


def is_own(message: Message, me: User) -> bool:
    """Whether somebody sent what the bot gave them in inline mode: that is an answer, and asks nothing."""
    return message.via_bot is not None and message.via_bot.id == me.id


def _names(entity: MessageEntity, text: str, me: User) -> bool:
    if entity.type == MessageEntity.TEXT_MENTION:
        return entity.user is not None and entity.user.id == me.id
    return entity.type == MessageEntity.MENTION and text.casefold() == f"@{me.username}".casefold()


def _without(text: str, entities: list[MessageEntity]) -> str:
    """Return the text without these parts of it; Telegram counts them in UTF-16 units."""
    units = text.encode("utf-16-le")
    for entity in sorted(entities, key=lambda one: -one.offset):
        units = units[: 2 * entity.offset] + units[2 * (entity.offset + entity.length) :]
    return units.decode("utf-16-le")


def replied_to(message: Message) -> Message | None:
    """Return the message that this one replies to, None where it replies to none."""
    replied = message.reply_to_message
    # In a forum a message that replies to nothing replies to the one that opened its topic.
    return None if replied is None or replied.forum_topic_created else replied


def _replied(message: Message) -> Asked:
    replied = replied_to(message)
    return Asked(text_of(replied), replied.message_id) if replied else Asked("", message.message_id)
