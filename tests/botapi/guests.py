"""Guest queries: the bot is mentioned where it is no member, and may write one message there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from .chats import Chat, Message
from .entities import part
from .errors import bad_request
from .hearing import Listener
from .inline import inline_result
from .parameters import Parameters
from .people import Person, typed
from .queries import TOO_OLD, GuestQuery
from .users import User
from .world import World, now


class Host(Listener):
    """A chat in which the bot is a guest."""

    def summons(self, message_id: int) -> None:
        """Tell the bot of a message in which it is mentioned."""
        with self._world.changed:
            message = self._chat.latest(message_id)
            assert message is not None, f"there is no message {message_id}"
            summon(self._world, self._chat, message)

    def forgets(self) -> None:
        """Make the guest queries of this chat too old to be answered."""
        with self._world.changed:
            for query in self._world.guests.values():
                query.waits = query.waits and query.chat is not self._chat


@dataclass(slots=True)
class PrivateOfTwo(Chat):
    """A private chat in which the bot is not."""

    def where(self, message: Message | None = None) -> str:
        """Return how a transcript names this chat."""
        return f"Chat of {self.user.first_name} with somebody else"


class Couple(Host):
    """A private chat of two people. The bot sees it under the id of one, as if it were that one's chat with the bot."""

    def says(self, by: Person | User, text: str, reply_to: int | None = None) -> int:
        """Let one of them write a text, of which the bot is told where it is mentioned; return the message's id."""
        sender = by.user if isinstance(by, Person) else by
        with self._world.changed:
            message = Message(next(self._world.message_ids), sender, now(), typed(text), reply_to=reply_to)
            self._chat.keep(message)
            if mentions(self._world, message):
                summon(self._world, self._chat, message)
            return message.id


def mentions(world: World, message: Message) -> bool:
    """Whether a message mentions the bot."""
    text, own = message.text, f"@{world.me.username}".lower()
    return text is not None and any(
        one.type == "mention" and part(text.text, one).lower() == own for one in text.entities
    )


def summon(world: World, chat: Chat, message: Message) -> None:
    """Tell the bot that it is mentioned where it is no member."""
    query_id = str(next(world.query_ids))
    world.guests[query_id] = GuestQuery(chat, message)
    world.push("guest_message", chat.shown(message) | {"guest_query_id": query_id})


def answer_guest_query(world: World, parameters: Parameters) -> dict[str, Any]:
    """Write the one message of a guest."""
    given = parameters.decoded("result", "web view query results")
    if given is None:
        raise bad_request("result isn't specified")
    result = inline_result(given)
    query = world.guests.get(parameters.text("guest_query_id"))
    if query is None or not query.waits:
        raise bad_request(TOO_OLD)
    query.waits = False
    number = next(world.message_ids)
    source = given["input_message_content"]["message_text"]
    caller = {"guest_bot_caller_user": query.message.sender.as_json()}
    query.chat.keep(Message(number, world.me, now(), result.text, source, reply_to=query.message.id, content=caller))
    return {"inline_message_id": f"guest{number}"}
