"""The sending half of a person: what they write, send and press in their private chat with the bot."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from .answers import Answer
from .attachments import Kind, attachment
from .chats import Chat, Message
from .entities import Span, units
from .events import ANYWHERE, Happened, Pressed
from .files import document
from .formatted import MAX_LENGTH, FormattedText, cleaned, trimmed
from .hearing import Listener
from .presses import Press
from .queries import CallbackQuery, InlineQuery
from .typing_in import Typed
from .users import User
from .world import now

_MAX_QUERY = 256
_MENTION = re.compile(r"(?<![\w@])@[A-Za-z]\w{4,31}\b", re.ASCII)
_COMMAND = re.compile(r"(?<![\w/<>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/<>@])")


class Person(Listener):
    """A person and their private chat with the bot."""

    def __repr__(self) -> str:
        """Show the name and the id."""
        return f"Person({self._name!r}, id={self.id})"

    @property
    def id(self) -> int:
        """The person's id, which is their chat's too."""
        return self._chat.user.id

    @property
    def user(self) -> User:
        """The person's account."""
        return self._chat.user

    def says(self, text: str, reply_to: Answer | int | None = None, *, via_bot: bool = False) -> int:
        """Send a text to the bot and return the message's id; what starts with a slash is a command.

        `via_bot`: it was chosen among what the bot offered inline.
        """
        replied = reply_to.id if isinstance(reply_to, Answer) else reply_to
        content = {"via_bot": self._world.me.as_json()} if via_bot else {}
        return self._send(text=typed(text), reply_to=replied, content=content)

    def sends(self, kind: Kind, caption: str = "") -> int:
        """Send something that is no text to the bot and return the message's id."""
        return self._send(content=attachment(kind, caption))

    def sends_file(
        self, name: str, content: bytes, *, size: int | None = None, origin: dict[str, Any] | None = None
    ) -> int:
        """Send a file to the bot and return the message's id; `size` is told in the place of the real one.

        `origin` says where it is forwarded from (see `Channel.origin`).
        """
        with self._world.changed:
            told = document(self._world, name, content, size)
        return self._send(content=told | _forwarded(origin))

    def forwards(self, text: str, origin: dict[str, Any], *, as_caption: bool = False) -> int:
        """Forward a text, or a picture with it, from where `origin` says, and return the message's id."""
        if as_caption:
            return self._send(content=attachment("photo", text) | _forwarded(origin))
        return self._send(text=typed(text), content=_forwarded(origin))

    def edits(self, message_id: int, text: str) -> None:
        """Change the text of a message that this person sent."""
        with self._world.changed:
            message = self._chat.latest(message_id)
            assert message is not None, f"there is no message {message_id}"
            assert message.sender == self._chat.user, f"{self._name} did not send message {message_id}"
            message = replace(message, text=typed(text), edit_date=now())
            self._chat.keep(message)
            self._world.push("edited_message", self._chat.shown(message))

    def deletes(self, answer: Answer) -> None:
        """Delete a message of the bot, of which the bot is not told."""
        with self._world.changed:
            self._chat.delete(answer.id)

    def deletes_own(self, message_id: int) -> None:
        """Delete a message that this person sent, of which the bot is not told."""
        with self._world.changed:
            self._chat.delete(message_id)

    def presses(self, answer: Answer, button: str) -> Press:
        """Press the button with this text under a message, as it stood in `answer`, and return the press."""
        data = answer.button(button).callback_data
        assert data is not None, f"the button {button!r} tells the bot nothing"
        return self.presses_data(answer, data, button)

    def presses_data(self, answer: Answer, data: str, button: str = "") -> Press:
        """Press a button with this data, whether or not there is such a button under the message."""
        return self.presses_in(self._chat, answer.id, data, button)

    def presses_in(self, chat: Chat, message_id: int, data: str, button: str) -> Press:
        """Press a button with this data under a message of any chat; of a message that is gone little is told."""
        with self._world.changed:
            message = chat.latest(message_id)
            where = chat.where(message)
            query_id, query = str(next(self._world.query_ids)), CallbackQuery(self.user, where)
            self._world.queries[query_id] = query
            self._world.events.append(Pressed(where, self.user, button, message))
            gone = {"chat": chat.as_chat(), "message_id": message_id, "date": 0}
            body = {"id": query_id, "from": self.user.as_json(), "message": chat.shown(message) if message else gone}
            self._world.push("callback_query", body | {"chat_instance": str(self.id), "data": data})
        return Press(self._world, query_id, query)

    def types(self, text: str) -> Typed:
        """Type a text behind the bot's name in some chat."""
        assert len(text) <= _MAX_QUERY, f"a client sends at most {_MAX_QUERY} characters"
        with self._world.changed:
            query_id, query = str(next(self._world.query_ids)), InlineQuery(self.user)
            self._world.inline[query_id] = query
            self._world.events.append(Happened(ANYWHERE, f"{self._name} types: {text}"))
            body = {"id": query_id, "from": self._chat.user.as_json(), "chat_type": "sender"}
            self._world.push("inline_query", body | {"query": text, "offset": ""})
        return Typed(self._world, query)

    def blocks(self) -> None:
        """Block the bot, which then can't write to this chat."""
        self._set_blocked(True)

    def unblocks(self) -> None:
        """Let the bot write again."""
        self._set_blocked(False)

    def _send(self, **parts: Any) -> int:
        with self._world.changed:
            message = Message(next(self._world.message_ids), self._chat.user, now(), **parts)
            self._chat.keep(message)
            self._world.push("message", self._chat.shown(message))
            return message.id

    def _set_blocked(self, blocked: bool) -> None:
        me = self._world.me.as_json()
        free, banned = {"user": me, "status": "member"}, {"user": me, "status": "kicked", "until_date": 0}
        with self._world.changed:
            self._chat.blocked = blocked
            words = f"{self._name} {'blocks' if blocked else 'unblocks'} the bot"
            self._world.events.append(Happened(self._chat.where(), words))
            old, new = (free, banned) if blocked else (banned, free)
            who = {"chat": self._chat.user.as_chat(), "from": self._chat.user.as_json(), "date": now()}
            self._world.push("my_chat_member", who | {"old_chat_member": old, "new_chat_member": new})


def _forwarded(origin: dict[str, Any] | None) -> dict[str, Any]:
    return {"forward_origin": origin} if origin else {}


def typed(text: str) -> FormattedText:
    """Return a text as it arrives when a person types it; raises ValueError where no client would send it."""
    plain = trimmed(*cleaned(text)).text
    if not plain or units(plain) > MAX_LENGTH:
        raise ValueError(f"a message has 1 to {MAX_LENGTH} UTF-16 code units, this one {units(plain)}")
    commands = [Span("bot_command", *match.span()) for match in _COMMAND.finditer(plain)]
    return trimmed(plain, commands + [Span("mention", *match.span()) for match in _MENTION.finditer(plain)])
