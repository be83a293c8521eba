"""Updates: long polling, conflicts and the webhook."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest

from .api import BotApi
from .caller import Caller
from .people import Person

OTHER_POLL = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
WEBHOOK = "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"


def texts(updates: list[dict[str, dict[str, str]]]) -> list[str]:
    """Return the texts of the messages in updates."""
    return [update["message"]["text"] for update in updates]


def test_updates_stay_until_confirmed(ann: Person, call: Caller) -> None:
    """Updates come again until an offset passes them; a negative offset keeps only the last ones."""
    for text in "abcd":
        ann.says(text)
    updates = call("getUpdates", limit=2)
    assert (texts(updates), texts(call("getUpdates", limit=2))) == (["a", "b"], ["a", "b"])
    second = updates[1]["update_id"]
    assert texts(call("getUpdates", offset=second)) == ["b", "c", "d"]
    assert texts(call("getUpdates", offset=-2)) == ["c", "d"]
    assert (texts(call("getUpdates")), call("getUpdates", offset=second + 3)) == (["c", "d"], [])


def test_a_poll_waits_for_what_comes(api: BotApi, ann: Person, call: Caller) -> None:
    """A poll that finds nothing returns as soon as somebody writes."""
    with ThreadPoolExecutor() as pool:
        poll = pool.submit(call, "getUpdates", timeout=30)
        api.polled()
        ann.says("hello")
        assert texts(poll.result()) == ["hello"]


def test_a_second_poll_ends_the_first(api: BotApi, ann: Person, call: Caller) -> None:
    """The poll that waits fails with a conflict as soon as another one comes, which then gets the updates."""
    with ThreadPoolExecutor() as pool, Caller(api) as other:
        polls = [pool.submit(caller.raw, "getUpdates", timeout=30) for caller in (call, other)]
        conflict = api.called("getUpdates")
        ann.says("hello")
        bodies = [poll.result().json() for poll in polls]
    assert (conflict.status, conflict.description) == (409, OTHER_POLL)
    assert sorted(len(body.get("result", [])) for body in bodies) == [0, 1]


def test_allowed_updates_are_remembered(ann: Person, call: Caller) -> None:
    """Kinds not asked for get lost until another list is given; an empty list stands for the usual kinds."""
    call("getUpdates", allowed_updates=["callback_query", "no_such_kind"])
    ann.says("lost")
    call("getUpdates")
    ann.says("lost too")
    assert call("getWebhookInfo")["allowed_updates"] == ["callback_query"]
    assert call("getUpdates", allowed_updates=[]) == []
    ann.says("kept")
    assert texts(call("getUpdates")) == ["kept"]


def test_a_webhook_forbids_polling(ann: Person, call: Caller) -> None:
    """While a webhook is set polls fail; deleting it lets them pass and may drop what waits."""
    ann.says("dropped")
    assert call("setWebhook", url="https://example.com/hook") is True
    assert call.error("getUpdates") == (409, WEBHOOK)
    info = {"url": "https://example.com/hook", "has_custom_certificate": False, "pending_update_count": 1}
    assert call("getWebhookInfo") == info
    assert call("deleteWebhook", drop_pending_updates=True) is True
    assert call("getUpdates") == []


def test_a_webhook_ends_the_poll_that_waits(api: BotApi, call: Caller) -> None:
    """A poll that waits fails with a conflict when a webhook is set."""
    with ThreadPoolExecutor() as pool, Caller(api) as other:
        poll = pool.submit(other.raw, "getUpdates", timeout=30)
        api.polled()
        call("setWebhook", url="https://example.com/hook")
        assert poll.result().json()["description"] == "Conflict: terminated by setWebhook request"


def test_a_bot_that_died_leaves_its_updates(api: BotApi, call: Caller, capfd: pytest.CaptureFixture[str]) -> None:
    """A poll whose client went away takes no update, and its end is silent."""
    with pytest.raises(httpx.ReadTimeout):
        call.http.post("getUpdates", data={"timeout": "30"}, timeout=0.05)
    api.polled()
    api.person("Ann").says("hello")
    api.called("getUpdates")
    assert texts(call("getUpdates")) == ["hello"]
    assert capfd.readouterr().err == ""
