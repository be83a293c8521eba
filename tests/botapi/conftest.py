"""A server, a person and a client for the stand-in's own tests."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from .api import BotApi
from .caller import Caller
from .groups import Group
from .people import Person


@pytest.fixture
def api() -> Iterator[BotApi]:
    """Run a server."""
    with BotApi() as running:
        yield running


@pytest.fixture
def ann(api: BotApi) -> Person:
    """Make a person with a private chat."""
    return api.person("Ann", language="en")


@pytest.fixture
def call(api: BotApi) -> Iterator[Caller]:
    """Make a client with the bot's token."""
    with Caller(api) as caller:
        yield caller


@pytest.fixture
def group(api: BotApi, ann: Person, call: Caller) -> Group:
    """Return a group with the bot in it, whose addition was fetched."""
    made = api.group("News fans")
    made.adds_bot(ann)
    call("getUpdates", offset=call("getUpdates")[-1]["update_id"] + 1)
    return made
