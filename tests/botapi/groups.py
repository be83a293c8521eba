"""A group: its members talk in it, and the bot gets to see what Telegram lets it see."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from .answers import Answer
from .attachments import Kind, attachment
from .chats import Chat, Message
from .errors import ApiError
from .formatted import FormattedText
from .hearing import Listener
from .people import Person, typed
from .presses import Press
from .users import User
from .world import World, now

# Who an admin that hides behind the group is.
ANONYMOUS = User(1087968824, "Group", username="GroupAnonymousBot", is_bot=True)


@dataclass(slots=True)
class GroupChat(Chat):
    """A group as the server keeps it: `user` holds its id and title."""

    joined: bool = False
    mute: bool = False
    successor: int | None = None

    def as_chat(self) -> dict[str, Any]:
        """Return the group as the Bot API shows it."""
        forum = {"is_forum": True} if self.topics else {}
        return {"id": self.user.id, "title": self.user.first_name, "type": "supergroup"} | forum

    def refuse(self) -> None:
        """Raise the error of a call that writes to this group, where the bot can't."""
        if self.successor:
            description = "Bad Request: group chat was upgraded to a supergroup chat"
            raise ApiError(400, description, migrate_to_chat_id=self.successor)
        if not self.joined:
            raise ApiError(403, "Forbidden: bot is not a member of the supergroup chat")
        if self.mute:
            raise ApiError(400, "Bad Request: not enough rights to send text messages to the chat")

    def from_bot(self) -> list[int]:
        """Return the ids of the messages that the bot sent; an anonymous admin counts as a bot, but not as this one."""
        sent = self.messages.items()
        return [number for number, (first, *_) in sent if first.sender.is_bot and first.sender != ANONYMOUS]

    def leave(self) -> None:
        """Let the bot leave."""
        self.refuse()
        self.joined = False


class Group(Listener):
    """What happens in a group; `hears` returns what the bot writes there."""

    _chat: GroupChat

    @property
    def id(self) -> int:
        """The group's id, which is negative."""
        return self._chat.user.id

    def adds_bot(self, by: Person) -> None:
        """Let a member add the bot."""
        self._member(by, "left", "member")

    def promotes_bot(self, by: Person) -> None:
        """Let a member make the bot an admin."""
        self._member(by, "member", "administrator")

    def removes_bot(self, by: Person) -> None:
        """Let a member remove the bot."""
        self._member(by, "member", "kicked")

    def mutes_bot(self) -> None:
        """Take the bot's right to write."""
        self._chat.mute = True

    @property
    def has_bot(self) -> bool:
        """Whether the bot is a member."""
        return self._chat.joined

    def opens_topic(self, by: Person, name: str) -> int:
        """Open a topic of a forum and return the number of its thread."""
        with self._world.changed:
            number = next(self._world.message_ids)
            self._chat.topics.add(number)
            content = {"forum_topic_created": {"name": name, "icon_color": 7322096}} | _in_topic(number)
            self._chat.keep(Message(number, by.user, now(), content=content))
            return number

    def says(
        self,
        by: Person | User,
        text: str,
        *,
        reply_to: Answer | int | None = None,
        topic: int | None = None,
        thread: int | None = None,
        via_bot: bool = False,
    ) -> int:
        """Let somebody write a text and return the message's id.

        `topic` is a topic of a forum; `thread` the first message of a chain of replies, which is none.
        """
        content: dict[str, Any] = _in_topic(topic) if topic else {"message_thread_id": thread} if thread else {}
        if via_bot:
            content["via_bot"] = self._world.me.as_json()
        return self._write(by, typed(text), content, reply_to or topic)

    def sends(self, by: Person, kind: Kind, caption: str = "") -> int:
        """Let somebody send something that is no text and return the message's id."""
        content = attachment(kind, caption)
        if caption:
            content["caption_entities"] = [entity.as_json() for entity in typed(caption).entities]
        return self._write(by, None, content, None)

    def edits(self, by: Person, message_id: int, text: str) -> None:
        """Let somebody change the text of their message."""
        with self._world.changed:
            message = Message(message_id, by.user, now(), typed(text), edit_date=now())
            self._chat.keep(message)
            self._world.push("edited_message", self._chat.shown(message))

    def presses(self, by: Person, answer: Answer, button: str) -> Press:
        """Let a member press a button under a message."""
        data = answer.button(button).callback_data
        assert data is not None, f"the button {button!r} tells the bot nothing"
        message = self._chat.latest(answer.id)
        assert message is not None, "the message is gone"
        return by.presses_in(self._chat.shown(message), data)

    def moves_to(self, other: Group) -> None:
        """Go on as another group, as a group does that becomes a supergroup."""
        with self._world.changed:
            self._chat.successor = other.id
            other._chat.joined = True
            self._service(self._chat, {"migrate_to_chat_id": other.id})
            self._service(other._chat, {"migrate_from_chat_id": self.id})

    def _service(self, chat: GroupChat, content: dict[str, Any]) -> None:
        message = Message(next(self._world.message_ids), ANONYMOUS, now(), content=content)
        chat.keep(message)
        self._world.push("message", chat.shown(message))

    def _write(
        self, by: Person | User, text: FormattedText | None, content: dict[str, Any], reply_to: Answer | int | None
    ) -> int:
        sender = by.user if isinstance(by, Person) else by
        if sender == ANONYMOUS:
            content = content | {"sender_chat": self._chat.as_chat()}
        replied = reply_to.id if isinstance(reply_to, Answer) else reply_to
        with self._world.changed:
            message = Message(next(self._world.message_ids), sender, now(), text, reply_to=replied, content=content)
            self._chat.keep(message)
            if self._chat.joined and self._is_shown(message):
                self._world.push("message", self._chat.shown(message))
            return message.id

    def _is_shown(self, message: Message) -> bool:
        """Whether the bot gets to see a message: in privacy mode commands for it, replies to it, what came from it."""
        if self._world.reads_all or "via_bot" in message.content:
            return True
        replied = self._chat.latest(message.reply_to) if message.reply_to else None
        if replied and replied.sender == self._world.me:
            return True
        command = message.text.text.split()[0] if message.text and message.text.text.startswith("/") else ""
        return bool(command) and command.partition("@")[2].lower() in ("", (self._world.me.username or "").lower())

    def _member(self, by: Person, old: str, new: str) -> None:
        me = self._world.me.as_json()
        with self._world.changed:
            self._chat.joined = new in ("member", "administrator")
            who = {"chat": self._chat.as_chat(), "from": by.user.as_json(), "date": now()}
            self._world.push("my_chat_member", who | {"old_chat_member": _as(me, old), "new_chat_member": _as(me, new)})


_RIGHTS = ("can_be_edited", "is_anonymous", "can_manage_chat", "can_delete_messages", "can_manage_video_chats",
           "can_restrict_members", "can_promote_members", "can_change_info", "can_invite_users", "can_post_stories",
           "can_edit_stories", "can_delete_stories")  # fmt: skip


def _as(me: dict[str, Any], status: str) -> dict[str, Any]:
    """Return the bot as a member of this status."""
    more: dict[str, dict[str, Any]] = {"kicked": {"until_date": 0}, "administrator": dict.fromkeys(_RIGHTS, False)}
    return {"user": me, "status": status} | more.get(status, {})


def _in_topic(number: int) -> dict[str, Any]:
    return {"message_thread_id": number, "is_topic_message": True}


def make_group(world: World, group_id: int, title: str, *, forum: bool) -> Group:
    """Return a new group, with a General topic where it is a forum."""
    chat = GroupChat(User(group_id, title))
    if forum:
        chat.topics.add(0)
    world.chats[group_id] = chat
    return Group(world, chat)
