"""Everything that Telegram knows of one bot, behind one lock."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from itertools import count
from typing import Any

from .calls import Call
from .chats import Chat
from .errors import Dropped, bad_request
from .events import Event
from .faults import Fault
from .queries import CallbackQuery, GuestQuery, InlineQuery
from .updates import UpdateQueue
from .users import User
from .webhook import Webhook

Commands = list[dict[str, str]]


class World:
    """The state that every handler and every test reads and writes while it holds `changed`."""

    def __init__(self, token: str, me: User) -> None:
        """Start with no chats."""
        self.changed = threading.Condition()
        self.token = token
        self.me = me
        self.chats: dict[int, Chat] = {}
        self.events: list[Event] = []
        self.updates = UpdateQueue()
        self.poll: object = None
        self.webhook = Webhook()
        self.queries: dict[str, CallbackQuery] = {}
        self.inline: dict[str, InlineQuery] = {}
        self.guests: dict[str, GuestQuery] = {}
        self.commands: dict[tuple[str, str], Commands] = {}
        self.descriptions: dict[tuple[str, str], str] = {}
        self.files: dict[str, bytes] = {}
        self.faults: list[Fault] = []
        self.calls: list[Call] = []
        self.message_ids = count(1)
        self.query_ids = count(4_000_000_000_000_000_001)
        self.closed = False
        self.reads_all = False
        self.powers = {"can_join_groups": True, "supports_inline_queries": False, "supports_guest_queries": False}

    def wait_for(self, event: Callable[[], bool], seconds: float) -> bool:
        """Wait, holding `changed`, until the event or for so many seconds, and tell whether it came.

        A world that closes ends every wait.
        """
        self.changed.wait_for(lambda: self.closed or event(), seconds)
        return event()

    def pause(self, seconds: float) -> None:
        """Let so many seconds pass for this call while others go on; raises Dropped where the world closes."""
        self.wait_for(lambda: False, seconds)
        if self.closed:
            raise Dropped

    def push(self, kind: str, body: dict[str, Any]) -> None:
        """Give the bot an update."""
        self.updates.push(kind, body)
        self.changed.notify_all()

    def chat(self, chat_id: str) -> Chat:
        """Return the chat with this id, as far as the bot knows it."""
        if not chat_id:
            raise bad_request("chat_id is empty")
        chat = self.chats.get(int(chat_id)) if chat_id.lstrip("-").isdecimal() else None
        if chat is None:
            raise bad_request("chat not found")
        return chat


def now() -> int:
    """Return the date that Telegram puts on what happens now."""
    return int(time.time())
