"""A group: its members talk in it, and the bot gets to see what Telegram lets it see."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from .answers import Answer
from .attachments import Kind, attachment
from .channels import Channel
from .chats import Message
from .entities import units
from .events import Happened
from .files import document
from .formatted import FormattedText
from .groupchats import ANONYMOUS, AS_CHANNEL, FORWARDING, GroupChat, as_member
from .guests import Host, mentions, summon
from .people import Person, typed
from .presses import Press
from .users import User
from .world import World, now

_DONE = {"administrator": "makes the bot an admin", "kicked": "removes the bot"}


class Group(Host):
    """What happens in a group; `hears` returns what the bot writes there."""

    _chat: GroupChat

    @property
    def id(self) -> int:
        """The group's id, which is negative."""
        return self._chat.user.id

    def adds_bot(self, by: Person) -> None:
        """Let a member add the bot, which is told so twice: as a change of its own, and by a message of the group."""
        self._member(by, "member")
        self._service(self._chat, by.user, {"new_chat_members": [self._world.me.as_json()]})

    def promotes_bot(self, by: Person) -> None:
        """Let a member make the bot an admin."""
        self._member(by, "administrator")

    def removes_bot(self, by: Person) -> None:
        """Let a member remove the bot."""
        self._member(by, "kicked")

    def mutes_bot(self) -> None:
        """Take the bot's right to write."""
        self._chat.mute = True

    @property
    def has_bot(self) -> bool:
        """Whether the bot is a member."""
        return self._chat.joined

    def makes(self, person: Person, status: str) -> None:
        """Make somebody a member, an administrator or the creator, or let them leave; the bot is not told."""
        self._chat.members[person.id] = (person.user, status)

    def opens_topic(self, by: Person, name: str) -> int:
        """Open a topic of a forum and return the number of its thread."""
        with self._world.changed:
            # The thread bears the number of the message that opens it.
            number = next(self._world.message_ids)
            self._chat.topics.add(number)
            content = {"forum_topic_created": {"name": name, "icon_color": 7322096}} | _in_topic(number)
            self._push(self._chat, Message(number, by.user, now(), content=content))
            return number

    def closes_topic(self, number: int) -> None:
        """Close a topic, in which only admins can write then."""
        self._chat.closed.add(number)

    def deletes_topic(self, number: int) -> None:
        """Delete a topic, or turn topics off: its number can't be sent to any more."""
        self._chat.topics.discard(number)

    def says(
        self,
        by: Person | User | Channel,
        text: str,
        *,
        reply_to: Answer | int | None = None,
        topic: int | None = None,
        thread: int | None = None,
        via_bot: bool = False,
        links_name: bool = False,
    ) -> int:
        """Let somebody write a text and return the message's id.

        `topic` is a topic of a forum; `thread` the first message of a chain of replies, which is none; with
        `links_name` the bot's name in the text links to its account, as it does for accounts without an @name.
        """
        content: dict[str, Any] = _in_topic(topic) if topic else {"message_thread_id": thread} if thread else {}
        if via_bot:
            content["via_bot"] = self._world.me.as_json()
        if links_name:
            content["entities"] = [self._link(text)]
        return self._write(by, typed(text), content, reply_to or topic)

    def sends(self, by: Person, kind: Kind, caption: str = "") -> int:
        """Let somebody send something that is no text and return the message's id."""
        content = attachment(kind, caption)
        if caption:
            content["caption_entities"] = [entity.as_json() for entity in typed(caption).entities]
        return self._write(by, None, content, None)

    def sends_file(self, by: Person, name: str, content: bytes, caption: str = "", *, topic: int | None = None) -> int:
        """Let somebody send a file and return the message's id."""
        told: dict[str, Any] = {"caption": caption} if caption else {}
        with self._world.changed:
            told |= document(self._world, name, content) | (_in_topic(topic) if topic else {})
        return self._write(by, None, told, topic)

    def forwards(self, channel: Channel, text: str) -> int:
        """Let a channel's post appear in this group, which discusses it, and return the message's id."""
        content = {"sender_chat": channel.as_chat(), "forward_origin": channel.origin(), "is_automatic_forward": True}
        return self._write(FORWARDING, typed(text), content, None)

    def edits(self, by: Person, message_id: int, text: str) -> None:
        """Let somebody change the text of their message."""
        with self._world.changed:
            message = self._chat.latest(message_id)
            assert message is not None, f"there is no message {message_id}"
            assert message.sender == by.user, f"message {message_id} is somebody else's"
            message = replace(message, text=typed(text), edit_date=now())
            self._chat.keep(message)
            if self._chat.joined and self._is_shown(message):
                self._world.push("edited_message", self._chat.shown(message))

    def presses(self, by: Person, answer: Answer, button: str) -> Press:
        """Let a member press a button under a message."""
        data = answer.button(button).callback_data
        assert data is not None, f"the button {button!r} tells the bot nothing"
        assert self._chat.latest(answer.id), "the message is gone"
        return by.presses_in(self._chat, answer.id, data, button)

    def tells(self, message_id: int) -> None:
        """Tell the bot of a message as of any in a group that it is in."""
        with self._world.changed:
            message = self._chat.latest(message_id)
            assert message is not None, f"there is no message {message_id}"
            self._world.push("message", self._chat.shown(message))

    def moves_to(self, other: Group) -> None:
        """Go on as another group, as a group does that becomes a supergroup."""
        with self._world.changed:
            self._chat.successor = other.id
            other._chat.status = self._chat.status
            self._service(self._chat, ANONYMOUS, {"migrate_to_chat_id": other.id})
            self._service(other._chat, ANONYMOUS, {"migrate_from_chat_id": self.id})

    def _service(self, chat: GroupChat, sender: User, content: dict[str, Any]) -> None:
        with self._world.changed:
            self._push(chat, Message(next(self._world.message_ids), sender, now(), content=content))

    def _push(self, chat: GroupChat, message: Message) -> None:
        chat.keep(message)
        if chat.joined:
            self._world.push("message", chat.shown(message))

    def _write(
        self,
        by: Person | User | Channel,
        text: FormattedText | None,
        content: dict[str, Any],
        reply_to: Answer | int | None,
    ) -> int:
        sender = by.user if isinstance(by, Person) else AS_CHANNEL if isinstance(by, Channel) else by
        if isinstance(by, Person):
            self._chat.members.setdefault(by.id, (by.user, "member"))
        elif sender in (ANONYMOUS, AS_CHANNEL):
            hidden = by if isinstance(by, Channel) else self._chat
            content = content | {"sender_chat": hidden.as_chat()}
        replied = reply_to.id if isinstance(reply_to, Answer) else reply_to
        with self._world.changed:
            message = Message(next(self._world.message_ids), sender, now(), text, reply_to=replied, content=content)
            self._chat.keep(message)
            if self._chat.joined and self._is_shown(message):
                self._world.push("message", self._chat.shown(message))
            elif not self._chat.joined and mentions(self._world, message):
                summon(self._world, self._chat, message)
            return message.id

    def _is_shown(self, message: Message) -> bool:
        """Whether the bot gets to see a message: in privacy mode commands for it, replies to it, what came from it.

        An admin sees everything.
        """
        if self._world.reads_all or self._chat.status == "administrator" or "via_bot" in message.content:
            return True
        replied = self._chat.latest(message.reply_to) if message.reply_to else None
        if replied and replied.sender == self._world.me:
            return True
        command = message.text.text.split()[0] if message.text and message.text.text.startswith("/") else ""
        return bool(command) and command.partition("@")[2].lower() in ("", (self._world.me.username or "").lower())

    def _link(self, text: str) -> dict[str, Any]:
        """Return what makes the bot's name in the text a mention of its account."""
        name = self._world.me.first_name
        offset = units(text[: text.index(name)])
        return {"type": "text_mention", "offset": offset, "length": units(name), "user": self._world.me.as_json()}

    def _member(self, by: Person, status: str) -> None:
        with self._world.changed:
            old, new = (as_member(self._world.me, one) for one in (self._chat.status, status))
            self._chat.status = status
            if status != "member":  # the group itself tells who adds the bot
                words = f"{by.user.first_name} {_DONE[status]}"
                self._world.events.append(Happened(self._chat.where(), words))
            who = {"chat": self._chat.as_chat(), "from": by.user.as_json(), "date": now()}
            self._world.push("my_chat_member", who | {"old_chat_member": old, "new_chat_member": new})


def _in_topic(number: int) -> dict[str, Any]:
    return {"message_thread_id": number, "is_topic_message": True}


def make_group(world: World, group_id: int, title: str, kind: str, *, forum: bool) -> Group:
    """Return a new group, with a General topic where it is a forum."""
    chat = GroupChat(User(group_id, title), world.events, kind=kind)
    if forum:
        chat.topics.add(0)
    world.chats[group_id] = chat
    return Group(world, chat)
