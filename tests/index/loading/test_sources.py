"""Files, folders and standard input become articles, or errors that say what to do."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from index.errors import SourceError
from index.records import Article
from tests.index.loading.reading import articles, load, messages

READ = "what is read: .txt .md .markdown .html .htm .pdf .docx .jsonl, folders of these, and - for standard input"


def test_a_folder_is_read_in_order_without_hidden_and_other_files(tmp_path: Path) -> None:
    """A folder gives the articles of all files below it that are read, sorted, hidden ones left out."""
    for name in ["b.TXT", "a/2.md", "a/1.txt", ".hidden.txt", ".git/x.txt", "c.png", "d.jsonl"]:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text('{"text": "line"}' if name == "d.jsonl" else name)
    assert [article.text for article in articles(tmp_path)] == ["a/1.txt", "a/2.md", "b.TXT", "line"]


def test_a_file_of_one_article_has_its_resolved_path_and_a_line_has_none(tmp_path: Path) -> None:
    """The path is the identity of a whole file; a line of a .jsonl is known by its content."""
    for name in ["a.txt", "b.md", "c.html"]:
        (tmp_path / name).write_text("<p>Rain fell on the town.</p><p>Snow fell too.</p>")
    (tmp_path / "d.jsonl").write_text('{"text": "line"}')
    link = tmp_path / "x" / ".." / "a.txt"
    (tmp_path / "x").mkdir()
    found = articles(link, *(tmp_path / name for name in ["b.md", "c.html", "d.jsonl"]))
    assert [article.path for article in found] == [
        *(str(tmp_path / name) for name in ["a.txt", "b.md", "c.html"]),
        None,
    ]


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("nowhere.txt", "no such file or folder; check the name, it is relative to the current folder"),
        ("paper.odt", f".odt files are not read; save it as .html or .txt and add that; {READ}"),
        ("notes", f"a file without a suffix is not read; save it as .html or .txt and add that; {READ}"),
        ("empty", f"no articles in this folder; {READ}"),
        ("n" * 300 + ".txt", "can't be read (File name too long); check its name and who may read it"),
        ("pipe.txt", "neither a file nor a folder; save it as .html or .txt and add that"),
    ],
)
def test_what_is_not_read_is_said_with_what_to_do(
    source: str, reason: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A source that is missing or of another kind is an error that says what to do instead."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "paper.odt").write_bytes(b"PK")
    (tmp_path / "notes").write_text("text")
    (tmp_path / "empty").mkdir()
    os.mkfifo(tmp_path / "pipe.txt")
    assert messages(load(source)) == [f"{source}: {reason}"]


def test_bad_sources_stand_in_order_among_the_good_ones(tmp_path: Path) -> None:
    """A source that can't be read leaves its error in its place, and the others go on."""
    (tmp_path / "a.txt").write_text("Rain.")
    (tmp_path / "b.txt").write_bytes(b"\xff")
    (tmp_path / "c.txt").write_text("Snow.")
    first, error, last = load(tmp_path)
    assert isinstance(first, Article)
    assert isinstance(error, SourceError)
    assert isinstance(last, Article)
    assert (first.text, last.text) == ("Rain.", "Snow.")
    assert (error.source, error.reason) == (str(tmp_path / "b.txt"), "not UTF-8 at byte 0; save it as UTF-8")


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_and_a_folder_that_may_not_be_read_are_said(tmp_path: Path) -> None:
    """Missing permissions are an error for that file or folder alone."""
    (tmp_path / "a.txt").write_text("Rain.")
    (tmp_path / "a.txt").chmod(0)
    (tmp_path / "b").mkdir(mode=0)
    (tmp_path / "c.txt").write_text("Snow.")
    reason = "can't be read (Permission denied); check"
    assert [message.split(": ")[1][:40] for message in messages(load(tmp_path))] == [reason, reason]


def test_a_folder_that_cannot_be_listed_is_said_and_the_others_go_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An error below a folder is that folder's alone."""
    (tmp_path / "z.txt").write_text("Rain.")
    monkeypatch.chdir(tmp_path)
    # More names than a path may have characters: the deepest folder can only be reached step by step.
    for _ in range(17):
        os.mkdir("n" * 250)
        os.chdir("n" * 250)
    error, last = load(tmp_path)
    assert isinstance(error, SourceError)
    assert isinstance(last, Article)
    assert error.source.startswith(str(tmp_path / ("n" * 250)))
    assert error.reason == "can't be read (File name too long); check who may read it"
    assert last.text == "Rain."


def test_a_linked_folder_inside_a_folder_is_not_followed(tmp_path: Path) -> None:
    """Links between folders do not make a walk endless."""
    (tmp_path / "a.txt").write_text("Rain.")
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    assert len(load(tmp_path)) == 1


@pytest.mark.parametrize(
    ("given", "texts"),
    [
        (b'\n  {"text": "one"}\n{"text": "two"}\n', ["one", "two"]),
        (b'\xef\xbb\xbf{"text": "one"}', ["one"]),
        (b"\n\nA plain {text}.\n", ["A plain {text}."]),
        ("Rain.".encode("utf-16"), ["Rain."]),
    ],
)
def test_standard_input_is_json_lines_if_it_begins_with_a_brace(given: bytes, texts: list[str]) -> None:
    """Standard input that begins with "{" is JSON Lines, anything else one plain text."""
    found = articles("-", stdin=given)
    assert [article.text for article in found] == texts
    assert {article.path for article in found} == {None}


def test_empty_standard_input_is_an_error() -> None:
    """Nothing on standard input is said, not passed over."""
    assert messages(load("-", stdin=b" \n")) == ["standard input: empty; there is nothing to add"]
