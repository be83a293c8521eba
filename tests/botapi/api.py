"""The Bot API that a test starts, speaks through and asks about."""

from __future__ import annotations

import threading
from itertools import count
from types import TracebackType
from typing import Self

from .calls import Call
from .channels import Channel
from .chats import Chat
from .delivering import deliver
from .errors import ApiError, Dropped
from .events import Event
from .faults import Fault
from .groups import Group, make_group
from .guests import Couple, PrivateOfTwo
from .people import Person
from .server import BotApiServer
from .users import User
from .world import World

TOKEN = "7000000001:AAF-made-up-token_for-tests"


class BotApi:
    """A Bot API server on loopback for one bot, running between `with` and its end."""

    def __init__(self, token: str = TOKEN) -> None:
        """Bind a free port; the server answers from `with` on."""
        self.token = token
        me = User(int(token.split(":")[0]), "Article Answers", username="article_answers_bot", is_bot=True)
        self._world = World(token, me)
        self._server = BotApiServer(self._world)
        self._threads = (
            threading.Thread(target=self._server.serve_forever, args=(0.02,), name="bot-api"),
            threading.Thread(target=deliver, args=(self._world,), name="deliveries"),
        )
        self._group_ids = {"supergroup": count(-1_002_000_000_001, -1), "group": count(-4_000_000_001, -1)}
        self._user_ids = count(5_000_000_001)  # as large as real ones: they do not fit 32 bits

    def __enter__(self) -> Self:
        """Start to answer."""
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        """End every wait, close every connection and stop."""
        with self._world.changed:
            self._world.closed = True
            self._world.changed.notify_all()
        self._server.shutdown()
        self._server.server_close()
        for thread in self._threads:
            thread.join()

    @property
    def url(self) -> str:
        """The server's address; a bot's `base_url` is this and "/bot"."""
        return f"http://127.0.0.1:{self._server.server_port}"

    def person(
        self,
        first_name: str,
        *,
        last_name: str | None = None,
        username: str | None = None,
        language: str | None = None,
        user_id: int | None = None,
    ) -> Person:
        """Return a new person who has a private chat with the bot; `language` is that of their app, such as "pt-br"."""
        with self._world.changed:
            number = next(self._user_ids) if user_id is None else user_id
            assert number not in self._world.chats, f"there is a person {number} already"
            chat = Chat(User(number, first_name, last_name, username, language), self._world.events)
            self._world.chats[number] = chat
        return Person(self._world, chat)

    def couple(self, person: Person) -> Couple:
        """Return the private chat of somebody with this person, under whose id the bot sees it."""
        return Couple(self._world, PrivateOfTwo(person.user, self._world.events))

    def group(self, title: str, *, forum: bool = False, basic: bool = False) -> Group:
        """Return a new supergroup, in which the bot is not yet; `basic`: a small group that can become one."""
        assert not (forum and basic), "only supergroups can be forums"
        kind = "group" if basic else "supergroup"
        with self._world.changed:
            return make_group(self._world, next(self._group_ids[kind]), title, kind, forum=forum)

    def channel(self, title: str) -> Channel:
        """Return a new channel."""
        with self._world.changed:
            return Channel(next(self._group_ids["supergroup"]), title, self._world)

    def privacy_mode(self, *, on: bool) -> None:
        """Say whether groups show the bot only what is meant for it, as they do at first."""
        self._world.reads_all = not on

    def botfather(self, *, groups: bool = True, inline: bool = False, guests: bool = False) -> None:
        """Say what else the bot may do; without this it is what a new bot may."""
        powers = {"can_join_groups": groups, "supports_inline_queries": inline, "supports_guest_queries": guests}
        self._world.powers = powers

    def sends_again(self) -> None:
        """Bring or offer every update once more that the bot took, as after an answer that got lost."""
        with self._world.changed:
            self._world.updates.again()
            self._world.changed.notify_all()

    @property
    def pending(self) -> int:
        """How many updates the bot did not take yet."""
        with self._world.changed:
            return len(self._world.updates.pending)

    def delivered(self, timeout: float = 30) -> None:
        """Wait until the bot has taken every update."""
        with self._world.changed:
            done = self._world.wait_for(lambda: not self._world.updates.pending, timeout)
            assert done, f"the bot did not take every update within {timeout} s"

    def fail(
        self,
        method: str,
        code: int,
        description: str,
        *,
        retry_after: int | None = None,
        migrate_to_chat_id: int | None = None,
        times: int = 1,
        chat_id: int | None = None,
    ) -> None:
        """Let the next calls of a method fail, of any chat or only of one, before they have any effect."""
        error = ApiError(code, description, retry_after=retry_after, migrate_to_chat_id=migrate_to_chat_id)
        self._order(Fault(method, times, chat_id, error))

    def hang(self, method: str, seconds: float, *, times: int = 1, chat_id: int | None = None) -> None:
        """Let the next calls of a method wait before they have their effect."""
        self._order(Fault(method, times, chat_id, None, seconds))

    def drop(self, method: str, *, times: int = 1, chat_id: int | None = None) -> None:
        """Close the connection of the next calls of a method, which have no effect, without an answer."""
        self._order(Fault(method, times, chat_id, Dropped()))

    @property
    def events(self) -> list[Event]:
        """What happened so far in all chats, as people see it."""
        with self._world.changed:
            return list(self._world.events)

    @property
    def calls(self) -> list[Call]:
        """Every call that was answered or dropped, in that order; a poll that waits is not among them yet."""
        with self._world.changed:
            return list(self._world.calls)

    def calls_of(self, method: str) -> list[Call]:
        """Return the calls of one method."""
        return [call for call in self.calls if call.method == method]

    def called(self, method: str, *, times: int = 1, timeout: float = 30) -> Call:
        """Wait until a method was called so many times and return the call that made it so."""
        with self._world.changed:
            self._world.wait_for(lambda: len(self.calls_of(method)) >= times, timeout)
            found = self.calls_of(method)
            assert len(found) >= times, f"{method} was called {len(found)} times within {timeout} s, not {times}"
            return found[times - 1]

    def polled(self, timeout: float = 30) -> None:
        """Wait until the bot has taken every update and waits for more."""
        with self._world.changed:
            waits = self._world.wait_for(lambda: self._world.poll is not None, timeout)
            assert waits, f"the bot did not wait for updates within {timeout} s"

    def _order(self, fault: Fault) -> None:
        with self._world.changed:
            self._world.faults.append(fault)
