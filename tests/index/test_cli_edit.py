"""The command line: an article is put right."""

from __future__ import annotations

from pathlib import Path

import pytest

from index import ArticleIndex
from tests.index.conftest import Run
from tests.samples import BRIDGE, PORT, PORT_JSON


def test_an_article_is_put_right_and_shown(run: Run, library: ArticleIndex) -> None:
    """All that was given is changed, the rest stays, and the JSON is that of `show`."""
    fields = ["--title", "A harbour", "--authors", "Ann Lee", "Bo", "--published", "28 April 2025"]
    done = run("edit", PORT.id[:6], *fields, "--json")
    assert (done.code, done.err) == (0, "")
    known = PORT_JSON | {"title": "A harbour", "authors": ["Ann Lee", "Bo"], "published": "2025-04-28"}
    header = "A harbour. Written by Ann Lee and Bo. Published on 28 April 2025 by Coast Courier."
    more = {"header": header, "text": PORT.text, "story": None, "collections": ["default"]}
    assert done.json == known | more == run("show", PORT.id, "--json").json


def test_an_empty_value_takes_away(run: Run, library: ArticleIndex) -> None:
    """Each field can be emptied; the article and its id stay."""
    names = ("title", "authors", "published", "publisher", "url")
    done = run("edit", PORT.id, *(word for name in names for word in (f"--{name}", "")), "--json")
    assert done.code == 0
    text = {"header": "", "text": PORT.text, "language": "en", "story": None, "collections": ["default"]}
    assert done.json == dict.fromkeys((*names, "updated")) | {"id": PORT.id, "authors": []} | text


def test_a_person_sees_the_article(run: Run, library: ArticleIndex) -> None:
    """Without --json it is printed as `show` does."""
    done = run("edit", PORT.id, "--publisher", "Harbour News")
    assert (done.code, done.out) == (0, run("show", PORT.id).out)
    assert "publisher Harbour News\n" in done.out


def test_a_file_added_again_keeps_what_was_put_right(run: Run, tmp_path: Path) -> None:
    """The same file is unchanged; edited, it brings its text and not its title."""
    file = tmp_path / "story.txt"
    file.write_text("Mill fire\n\nThe mill burnt down in the night.", "utf-8")
    [added] = run("add", str(file), "--json").json["articles"]
    run("edit", added["id"], "--title", "The mill")
    assert run("add", str(file), "--json").json["unchanged"] == 1
    file.write_text("Mill fire\n\nThe mill was saved in the night.", "utf-8")
    assert run("add", str(file), "--json").json["updated"] == 1
    shown = run("show", added["id"], "--json").json
    assert (shown["title"], "saved" in shown["text"]) == ("The mill", True)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "say what to change: --title, --authors, --published, --publisher, --url, --collections"),
        (["--published", "soon"], "'soon' is not a date such as 2025-04-28 or 2025-04-28T10:48+04:00"),
        (["--authors"], "expected at least one argument"),
    ],
)
def test_wrong_usage_exits_with_2(run: Run, library: ArticleIndex, words: list[str], said: str) -> None:
    """Nothing to change, and a date that is none, are one line."""
    done = run("edit", PORT.id, *words)
    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
    assert said in done.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["ffff", "--title", "x"], "no article has the id 'ffff'; `python -m index list` shows them all"),
        ([BRIDGE.id, "--url", PORT.url], f"{PORT.url} is the address of another article, {PORT.id}"),
        ([BRIDGE.id, "--url", "port"], "'port' is no address; write it as https://example.org/news/article"),
    ],
)
def test_what_can_not_be_done_exits_with_1(run: Run, library: ArticleIndex, words: list[str], said: str) -> None:
    """An unknown article, and an address that can't be its, are one line, on standard output with --json."""
    done = run("edit", *words, "--json")
    assert (done.code, done.err) == (1, "")
    assert done.json["error"].startswith(said)
