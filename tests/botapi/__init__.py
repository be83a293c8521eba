"""A stand-in for Telegram's Bot API that a real bot process talks to over HTTP.

Start it with `with BotApi() as api:`, point the bot's base_url to `f"{api.url}/bot"`, and speak as a person:

    ann = api.person("Ann")
    ann.says("what is the trade target?")
    assert ann.hears().bold == ["40 billion"]
"""

from .answers import Answer, Button, Link
from .api import BotApi
from .calls import Call
from .entities import Entity
from .groups import Group
from .guests import Couple
from .people import Person
from .presses import Press
from .queries import CallbackAnswer
from .transcript import transcript

__all__ = [
    "Answer",
    "BotApi",
    "Button",
    "Call",
    "CallbackAnswer",
    "Couple",
    "Entity",
    "Group",
    "Link",
    "Person",
    "Press",
    "transcript",
]
