"""SIGTERM ends the real bot in time, whatever it waits for on behalf of what is watched, or of an admin."""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from index.feeds import Watched
from index.folders import Folder
from index.store import Feeds, Folders
from tests.botapi import BotApi
from tests.index.feeds.making import item, rss, story
from tests.index.fetching.serving import Server, page, serving
from tests.index.loading.test_pdf import page_of, stream

from .running import RunningBot
from .serving import until

_XML = "application/rss+xml"
_NOW = datetime.now(UTC)


@pytest.fixture
def home(newsroom: Path, tmp_path: Path) -> Path:
    """Return the home of an index of its own."""
    shutil.copytree(newsroom, tmp_path / "home")
    return tmp_path / "home"


@pytest.fixture
def news() -> Iterator[Server]:
    """Return a server whose page /hangs stops in its middle."""
    with serving() as server:

        def hang(handler: BaseHTTPRequestHandler) -> None:
            handler.send_response(200)
            handler.send_header("Content-Type", "text/html")
            handler.send_header("Content-Length", "1000")
            handler.end_headers()
            handler.wfile.write(b"<html><body>The ferry")
            server.over.wait()

        server.pages["/hangs"] = hang
        server.pages["/feed"] = page(rss(item("/hangs")), _XML)
        yield server


def slow_pdf() -> bytes:
    """Return a PDF that takes longer than it may, which is 20 seconds."""
    lines = (b"BT /F1 9 Tf %d %d Td (ab ab ab) Tj ET\n" % (at % 500, at * 7 % 700) for at in range(150_000))
    return page_of(stream(zlib.compress(b"".join(lines)), b"/FlateDecode"))


def watch(home: Path, *addresses: str) -> None:
    """Watch feeds that are due."""
    with closing(Feeds(home)) as feeds:
        for number, address in enumerate(addresses):
            feeds.watch(Watched(address, _NOW + timedelta(microseconds=number)), {})


def ends(home: Path, news: Server, api: BotApi, until_it_hangs: Callable[[], object]) -> str:
    """Run the bot until it hangs, and return its log; assert that it ends in time then, as it should."""
    settings = {"BOT_TOKEN": api.token, "BOT_API_URL": api.url, "FETCH_ALLOW": f"127.0.0.1:{news.port}"}
    admin = api.person("Ada")
    with RunningBot(home, **settings, ADMIN_IDS=f"{admin.id}") as bot:
        until_it_hangs()
        began = time.monotonic()
        bot.process.send_signal(signal.SIGTERM)
        assert bot.ends(timeout=10) == 0
        assert time.monotonic() - began < 10
        assert bot.log.endswith("has stopped\n")
        assert "Traceback" not in bot.log
        return bot.log


def reading() -> list[str]:
    """Return the processes in which documents are read."""
    listed = subprocess.run(["ps", "-eo", "args"], capture_output=True, text=True, check=True)
    return [line for line in listed.stdout.splitlines() if "index.loading.sandboxed" in line and "ps -eo" not in line]


def test_a_server_that_hangs_in_the_middle_of_a_page(home: Path, news: Server) -> None:
    """The look is not noted, so that it is taken again at the next start."""
    watch(home, news.address("/feed"))
    with BotApi() as api:
        log = ends(home, news, api, lambda: until(lambda: any(one["path"] == "/hangs" for one in news.asked)))
    assert ", 1 feed watched" in log
    with closing(Feeds(home)) as feeds:
        assert feeds.all() == [Watched(news.address("/feed"), _NOW)]


def test_many_feeds_that_are_due(home: Path, news: Server) -> None:
    """Those that were looked at are noted, the others are due."""
    for number in range(60):
        news.pages[f"/{number}"] = page(story(f"Story {number}"))
        news.pages[f"/feed/{number}"] = page(rss(item(f"/{number}")), _XML)
    watch(home, *(news.address(f"/feed/{number}") for number in range(60)))
    with BotApi() as api:
        ends(home, news, api, lambda: until(lambda: len(news.asked) > 10))
    with closing(Feeds(home)) as feeds:
        due = [one for one in feeds.all() if one.checked is None]
    assert 0 < len(due) < 60


@pytest.mark.skipif(sys.platform == "win32", reason="there is no ps")
def test_a_document_that_is_being_read(home: Path, news: Server, tmp_path: Path) -> None:
    """The process that reads it ends with the bot."""
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "slow.pdf").write_bytes(slow_pdf())
    time.sleep(2)  # else the file would count as one that is still written
    with closing(Folders(home)) as folders:
        folders.watch(Folder(str(tmp_path / "news"), _NOW))
    before = reading()
    with BotApi() as api:
        log = ends(home, news, api, lambda: until(lambda: len(reading()) > len(before)))
    assert ", 1 folder watched" in log
    assert len(reading()) == len(before)


def test_what_an_admin_adds(home: Path, news: Server) -> None:
    """An address that hangs does not hold the end up; the admin is told to go on later."""
    with BotApi() as api:
        ada = api.person("Ada")
        settings = {"BOT_TOKEN": api.token, "BOT_API_URL": api.url, "FETCH_ALLOW": f"127.0.0.1:{news.port}"}
        with RunningBot(home, **settings, ADMIN_IDS=f"{ada.id}") as bot:
            ada.says(news.address("/hangs"))
            until(lambda: bool(news.asked))
            began = time.monotonic()
            bot.process.send_signal(signal.SIGTERM)
            assert bot.ends(timeout=10) == 0
            assert time.monotonic() - began < 10
            assert "Traceback" not in bot.log
            assert "restarted" in ada.screen[-1].text
