"""Files that people send can be fetched with the bot's token, up to 20 MB."""

from __future__ import annotations

import urllib.request
from urllib.error import HTTPError

import pytest

from .api import BotApi
from .caller import Caller


def fetched(url: str) -> bytes:
    """Return what stands at an address."""
    with urllib.request.urlopen(url, timeout=10) as reply:
        return bytes(reply.read())


def test_a_file_is_told_of_and_fetched(api: BotApi, call: Caller) -> None:
    """Its name and size come with the message, its path with getFile, and its bytes from there."""
    ada = api.person("Ada")
    ada.sends_file("news.txt", b"One.\n\x00Two.", origin=api.channel("Coast Courier").origin())
    [update] = call("getUpdates")
    document = update["message"]["document"]
    assert (document["file_name"], document["mime_type"], document["file_size"]) == ("news.txt", "text/plain", 10)
    assert update["message"]["forward_origin"]["chat"]["title"] == "Coast Courier"
    file = call("getFile", file_id=document["file_id"])
    assert file["file_size"] == 10
    assert fetched(f"{api.url}/file/bot{api.token}/{file['file_path']}") == b"One.\n\x00Two."


def test_what_is_no_file_is_refused(api: BotApi, call: Caller) -> None:
    """An unknown file, one that is too large, a wrong path and a wrong token."""
    ada = api.person("Ada")
    assert call.error("getFile", file_id="x")[0] == 400
    ada.sends_file("large.txt", b" " * 20_000_001)
    [update] = call("getUpdates")
    file_id = update["message"]["document"]["file_id"]
    assert call.error("getFile", file_id=file_id) == (400, "Bad Request: file is too big")
    for path in (f"bot{api.token}/documents/x", f"bot1:wrong/documents/{file_id}"):
        with pytest.raises(HTTPError, match="404"):
            fetched(f"{api.url}/file/{path}")
