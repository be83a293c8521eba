"""The command line: feeds are watched."""

from __future__ import annotations

import pytest

from tests.index.conftest import Run
from tests.index.fetching.serving import Server, page, status

from .making import atom, entry, story


@pytest.fixture
def news(server: Server, monkeypatch: pytest.MonkeyPatch) -> Server:
    """Return a server with a feed of two articles, which FETCH_ALLOW names."""
    monkeypatch.setenv("FETCH_ALLOW", f"127.0.0.1:{server.port}")
    server.pages["/f"], server.pages["/p"] = page(story("Ferry sails")), page(story("Port grows"))
    _publish(server, "f1", "p1")
    return server


def _publish(server: Server, *articles: str) -> None:
    """Let the feed have these articles, each a letter and the day of its last change."""
    entries = [entry(f"/{name[0]}", f"2025-04-0{name[1]}T00:00:00Z") for name in articles]
    server.pages["/feed"] = page(atom(*entries), "application/atom+xml")


def _titles(run: Run) -> list[str]:
    return sorted(one["title"] for one in run("list", "--json").json["articles"])


@pytest.mark.parametrize("command", [["feeds", "add"], ["add"]])
def test_a_feed_is_added_and_watched(run: Run, news: Server, command: list[str]) -> None:
    """By `feeds add`, and by `add` of its address: its articles are there, and it is listed."""
    done = run(*command, news.address("/feed"), "--json")
    assert (done.code, done.err) == (0, "")
    receipt = done.json if command == ["add"] else done.json["feeds"][0]
    assert (receipt["added"], receipt["failed"]) == (2, [])
    assert _titles(run) == ["Ferry sails", "Port grows"]
    [feed] = run("feeds", "list", "--json").json["feeds"]
    assert (feed["url"], feed["title"], feed["failures"]) == (news.address("/feed"), "Coast Courier", 0)
    assert feed["checked"] < feed["due"]
    assert run(*command, news.address("/feed"), "--json").code == 0
    assert len(run("feeds", "list", "--json").json["feeds"]) == 1


def test_a_feed_and_pages_are_added_together(run: Run, news: Server) -> None:
    """One that can't be read does not stop the others."""
    done = run("add", news.address("/feed"), news.address("/f"), news.address("/none"), "--json")
    assert (done.code, done.json["added"], done.json["unchanged"]) == (1, 2, 1)
    assert [one["source"] for one in done.json["failed"]] == [news.address("/none")]


def test_a_look_brings_what_is_new_changed_and_gone(run: Run, news: Server) -> None:
    """New articles are added, changed ones replaced, and those whose page answers 410 removed."""
    run("feeds", "add", news.address("/feed"))
    assert run("feeds", "check", "--json").json == {"feeds": []}
    assert "No feed is due" in run("feeds", "check").out
    news.pages["/n"] = page(story("News of today"))
    news.pages["/f"] = page(story("Ferry sails again"))
    news.pages["/p"] = status(410)
    _publish(news, "n1", "f2", "p2")
    done = run("feeds", "check", "--all", "--json")
    assert (done.code, done.err) == (0, "")
    [looked] = done.json["feeds"]
    assert [looked[name] for name in ("added", "updated", "unchanged", "failed")] == [1, 1, 0, []]
    assert [one["title"] for one in looked["removed"]] == ["Port grows"]
    assert _titles(run) == ["Ferry sails again", "News of today"]
    assert run("check", "--json").json["ok"] is True


def test_a_feed_that_fails_is_said_and_listed(run: Run, news: Server) -> None:
    """A look that fails exits with 1 and one line; the list says since when, and its articles stay."""
    run("feeds", "add", news.address("/feed"))
    news.pages["/feed"] = status(500)
    done = run("feeds", "check", "--all")
    assert done.code == 1
    assert done.err == f"failed     {news.address('/feed')}: its server has a fault (it answers 500); try again later\n"
    listed = run("feeds", "list").out
    assert "failing since 20" in listed
    assert "its server has a fault" in listed
    assert len(_titles(run)) == 2


def test_a_feed_is_removed_and_its_articles_stay(run: Run, news: Server) -> None:
    """It is watched no longer, and can't be removed twice."""
    run("feeds", "add", news.address("/feed"))
    done = run("feeds", "remove", f"feed:{news.address('/feed')}", "--json")
    assert (done.code, done.json["removed"]["url"]) == (0, news.address("/feed"))
    assert run("feeds", "list", "--json").json == {"feeds": []}
    assert "No feed is watched" in run("feeds", "list").out
    assert len(_titles(run)) == 2
    done = run("feeds", "remove", news.address("/feed"))
    assert (done.code, done.err.count("\n")) == (1, 1)
    assert "is watched; `python -m index feeds list` shows them all" in done.err


def test_what_is_no_feed_is_not_watched(run: Run, news: Server) -> None:
    """A page, and what is no address, are one line each, and nothing is listed."""
    for address, said in (
        (news.address("/f"), "this is no feed; give the address of an RSS or Atom feed"),
        ("example", "this is no address; write it as https://example.org/news/feed.xml"),
        ("http://10.0.0.1/feed", "10.0.0.1 is not on the public internet"),
    ):
        done = run("feeds", "add", address)
        assert (done.code, done.out, done.err.count("\n")) == (1, "", 1)
        assert said in done.err
    assert run("feeds", "list", "--json").json == {"feeds": []}
