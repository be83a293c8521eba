"""Groups and who is in them, as the server keeps them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from .chats import Chat, Message
from .errors import ApiError, bad_request
from .events import Happened
from .users import User

# Who an admin that hides behind the group is, who somebody that writes as a channel is, and who forwards its posts.
ANONYMOUS = User(1087968824, "Group", username="GroupAnonymousBot", is_bot=True)
AS_CHANNEL = User(136817688, "Channel", username="Channel_Bot", is_bot=True)
FORWARDING = User(777000, "Telegram")

_KNOWN = {user.id: user for user in (ANONYMOUS, AS_CHANNEL, FORWARDING)}
_THERE = ("creator", "administrator", "member")
_RIGHTS = ("can_be_edited", "is_anonymous", "can_manage_chat", "can_delete_messages", "can_manage_video_chats",
           "can_restrict_members", "can_promote_members", "can_change_info", "can_invite_users", "can_post_stories",
           "can_edit_stories", "can_delete_stories")  # fmt: skip
_PERMISSIONS = ("can_change_info", "can_invite_users", "can_pin_messages", "can_send_messages", "can_send_polls",
                "can_send_other_messages", "can_add_web_page_previews", "can_manage_topics", "can_send_audios",
                "can_send_documents", "can_send_photos", "can_send_videos", "can_send_video_notes",
                "can_send_voice_notes", "can_edit_tag", "can_react_to_messages")  # fmt: skip


@dataclass(slots=True)
class GroupChat(Chat):
    """A group: `user` holds its id and title, `members` the accounts that the server knows there, with their status."""

    kind: str = "supergroup"
    status: str = "left"  # the bot's
    mute: bool = False
    successor: int | None = None
    members: dict[int, tuple[User, str]] = field(default_factory=dict)

    @property
    def joined(self) -> bool:
        """Whether the bot is a member."""
        return self.status in _THERE

    def as_chat(self) -> dict[str, Any]:
        """Return the group as the Bot API shows it."""
        forum = {"is_forum": True} if self.topics else {}
        return {"id": self.user.id, "title": self.user.first_name, "type": self.kind} | forum

    def refuse(self) -> None:
        """Raise the error of a call that writes to this group, where the bot can't."""
        self.refuse_stranger()
        if self.mute:
            raise bad_request("not enough rights to send text messages to the chat")

    def refuse_stranger(self) -> None:
        """Raise the error of a call for members, where the bot is none."""
        if self.successor:
            description = "Bad Request: group chat was upgraded to a supergroup chat"
            raise ApiError(400, description, migrate_to_chat_id=self.successor)
        if not self.joined:
            why = "was kicked from" if self.status == "kicked" else "is not a member of"
            raise ApiError(403, f"Forbidden: bot {why} the {self.kind} chat")

    def from_bot(self) -> list[int]:
        """Return the ids of the messages that the bot sent; who hides behind a chat counts as a bot, but not as it."""
        sent, hidden = self.messages.items(), (ANONYMOUS, AS_CHANNEL)
        return [number for number, (first, *_) in sent if first.sender.is_bot and first.sender not in hidden]

    def leave(self) -> None:
        """Let the bot leave."""
        self.refuse_stranger()
        self.status = "left"
        self.events.append(Happened(self.where(), "The bot leaves"))

    def where(self, message: Message | None = None) -> str:
        """Return how a transcript names this group, or the topic in which the message stands."""
        if message is None or not message.content.get("is_topic_message"):
            return f"Group “{self.user.first_name}”"
        first = self.messages.get(message.content["message_thread_id"])
        name = first[0].content["forum_topic_created"]["name"] if first else "General"
        return f"Group “{self.user.first_name}”, topic “{name}”"

    def member(self, number: int) -> tuple[User, str] | None:
        """Return an account with its status, None where the server does not know it here."""
        if number in _KNOWN:  # it stands for others, and is never a member itself
            return _KNOWN[number], "left"
        return self.members.get(number)


def as_member(user: User, status: str) -> dict[str, Any]:
    """Return an account as a member of this status."""
    more: dict[str, dict[str, Any]] = {
        "creator": {"is_anonymous": False},
        "administrator": dict.fromkeys(_RIGHTS, False),
        "restricted": {"is_member": True, "until_date": 0} | dict.fromkeys(_PERMISSIONS, False),
        "kicked": {"until_date": 0},
    }
    return {"user": user.as_json(), "status": status} | more.get(status, {})
