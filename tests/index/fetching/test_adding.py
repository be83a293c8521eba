"""`add` with addresses, through the command line."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.index.conftest import Run
from tests.index.fetching.serving import ARTICLE, Server, leads_to, page
from tests.samples import ROOT


@pytest.fixture
def news(server: Server, monkeypatch: pytest.MonkeyPatch) -> Server:
    """Return a server with an article, which FETCH_ALLOW names."""
    server.pages["/a"] = page(ARTICLE.format(head=""))
    monkeypatch.setenv("FETCH_ALLOW", f"127.0.0.1:{server.port}")
    return server


def test_an_address_is_added_once_and_replaced_when_it_changes(run: Run, news: Server) -> None:
    """A second look changes nothing; another text under the same address takes the place of the first."""
    done = run("add", news.address("/a"), "--json")
    assert (done.code, done.err, done.json["added"]) == (0, "", 1)
    assert run("add", news.address("/a?utm_source=x#y"), "--json").json["unchanged"] == 1
    news.pages["/a"] = page(ARTICLE.format(head="").replace("310 million", "320 million"))
    assert run("add", news.address("/a"), "--json").json["updated"] == 1
    [article] = run("list", "--json").json["articles"]
    assert article["url"] == news.address("/a")
    assert "320 million" in run("ask", "What did the new terminal cost?", "--min-confidence", "0").out


def test_a_list_of_addresses_is_added(run: Run, news: Server, tmp_path: Path) -> None:
    """Each that fails is one line on standard error, the others are added, and the exit code is 1."""
    file = tmp_path / "list"
    file.write_text(f"# news\n{news.address('/none')}\nnotes\n{news.address('/a')}\nhttp://127.0.0.1:9/\n", "utf-8")
    done = run("add", "--urls", str(file))
    assert done.code == 1
    assert "1 added" in done.out
    lines = done.err.splitlines()
    assert len(lines) == 3
    assert "notes: no address; write it as https://example.org/news/article" in lines[0]
    assert f"{news.address('/none')}: there is no page (its server answers 404); check the address" in lines[1]
    assert "http://127.0.0.1:9/: 127.0.0.1 is not on the public internet" in lines[2]
    assert "set FETCH_ALLOW=127.0.0.1:9" in lines[2]
    done = run("add", "--urls", "-", "--json", stdin=news.address("/a").encode())
    assert (done.code, done.json["unchanged"], done.json["failed"]) == (0, 1, [])


@pytest.mark.parametrize("words", [["a.txt", "--urls", "list"], ["--urls"]])
def test_a_list_stands_alone(run: Run, words: list[str]) -> None:
    """Sources and a list at once, or no file for it, is wrong usage."""
    assert run("add", *words).code == 2


def test_a_list_that_is_none_is_one_line(run: Run) -> None:
    """The file is named, with what to do."""
    done = run("add", "--urls", "list.txt")
    assert (done.code, done.out) == (1, "")
    assert done.err == "error: list.txt: No such file or directory; give a text file with an address a line\n"


def test_nothing_of_the_libraries_reaches_the_screen(news: Server, home: Path) -> None:
    """A process of its own prints its receipt and one line for what failed, and no log, warning or traceback."""
    news.pages["/away"] = leads_to("http://localhost:9/")
    command = [sys.executable, "-X", "dev", "-W", "ignore", "-m", "index", "--home", str(home), "add"]
    addresses = [news.address("/a"), news.address("/away"), news.address("/%ff"), "http://10.0.0.1/"]
    done = subprocess.run([*command, *addresses], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "1 added" in done.stdout
    assert len(done.stderr.splitlines()) == 3, done.stderr
    assert "it leads to http://localhost:9/: localhost is not on the public internet" in done.stderr
