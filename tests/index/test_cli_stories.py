"""Articles of one story on the command line: receipts, lists, one article, answers."""

from __future__ import annotations

import json

import pytest

from index import Article
from tests.agency import REPORT, SHORTENED, UPDATE, WITH_OWN
from tests.index.conftest import Run


def _add(run: Run, *articles: Article, options: tuple[str, ...] = ()) -> str:
    """Add articles from standard input and return what is printed."""
    fields = ("text", "title", "published", "publisher", "url")
    lines = [json.dumps({name: getattr(one, name) for name in fields}) for one in articles]
    return run("add", *options, "-", stdin="\n".join(lines).encode()).out


def test_a_receipt_says_what_else_tells_the_story(run: Run) -> None:
    """One other article is named with what is known of it; whether there are more is said."""
    lines = _add(run, REPORT, UPDATE, SHORTENED, WITH_OWN).splitlines()
    assert [line[11:] for line in lines if "same story" in line] == [
        "the same story as “Ferry runs aground off Elmsford” (North Agency, 3 May 2025)",
        "the same story as “Ferry runs aground off Elmsford” (North Agency, 3 May 2025) and others",
    ]
    assert lines[2].startswith(f"added      {SHORTENED.id}")
    assert len(lines) == 7


def test_the_json_of_a_receipt_has_the_others_ids(run: Run) -> None:
    """`story` is null for a text of its own; it is there for what is unchanged too."""
    added = json.loads(_add(run, REPORT, UPDATE, SHORTENED, options=("--json",)))
    assert [one["story"] for one in added["articles"]] == [None, None, {"articles": [REPORT.id]}]
    [again] = json.loads(_add(run, REPORT, options=("--json",)))["articles"]
    assert (again["status"], again["story"]) == ("unchanged", {"articles": [SHORTENED.id]})
    assert set(again) == {"id", "title", "status", "passages", "story", "from"}


def test_a_list_says_how_many_sources_a_story_has(run: Run) -> None:
    """Behind the publisher stands how many others have it."""
    _add(run, REPORT, SHORTENED, WITH_OWN, UPDATE)
    ends = {line.split()[0]: line.rstrip().split("  ")[-1].strip() for line in run("list").out.splitlines()[1:]}
    assert ends[REPORT.id] == "North Agency, +2 sources"
    assert ends[SHORTENED.id] == "+2 sources"
    assert ends[UPDATE.id] == "East Agency"


@pytest.mark.parametrize("command", [("show",), ("edit", "--title", "Ferry aground")])
def test_an_article_is_shown_with_the_others_of_its_story(run: Run, command: tuple[str, ...]) -> None:
    """Each stands on a line with its id, so that it can be shown too, also where an article was put right."""
    _add(run, REPORT, SHORTENED)
    [line] = [line for line in run(command[0], REPORT.id, *command[1:]).out.splitlines() if line.startswith("story")]
    assert line == f"story     {SHORTENED.id}  “212 saved from ferry” (post.example.org, 4 May 2025)"
    assert run("show", REPORT.id, "--json").json["story"] == {"articles": [SHORTENED.id]}
    run("remove", SHORTENED.id)
    assert run("show", REPORT.id, "--json").json["story"] is None


def test_an_answer_names_where_else_it_stands(run: Run) -> None:
    """Behind its source stand the other outlets, by publisher or site."""
    _add(run, REPORT, SHORTENED, WITH_OWN)
    done = run("ask", "When had the captain reported a fault of the steering?", "--min-confidence", "0")
    [source] = [line for line in done.out.splitlines() if "; also in " in line]
    named = source.partition("; also in ")[2].split(" and ")
    assert len(named) == 2
    assert set(named) < {"North Agency", "post.example.org", "Coast Courier"}
