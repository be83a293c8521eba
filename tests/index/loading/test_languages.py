"""The language that a text is in."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.loading.languages import language_of
from tests.index.conftest import Run
from tests.samples import PORT

from .reading import articles

_PAGES = Path(__file__).parent / "pages"
_AZERBAIJANI = (
    "Elmsford limanı 2026-cı ildən ildə dörd milyon konteyner qəbul edəcək, bələdiyyə sədri bazar ertəsi bildirib."
)
_BOKMAAL = "Statsministeren sa mandag at forhandlingene fortsetter neste uke i Oslo, der partene møtes igjen."
_CROATIAN = "Predsjednik Vlade izjavio je u ponedjeljak da će se pregovori nastaviti sljedeći tjedan u Zagrebu."


@pytest.mark.parametrize(
    ("name", "code"), [("az.txt", "az"), ("fa.txt", "fa"), ("ru.txt", "ru"), ("tr.txt", "tr"), ("bbc.txt", "en")]
)
def test_a_text_is_recognised(name: str, code: str) -> None:
    """Whatever its source declares: sites declare the language of their menus."""
    [article] = articles(_PAGES / name)
    assert [language_of(article.text), language_of(article.text, "de")] == [code, code]


@pytest.mark.parametrize("text", ["12 345", "Hello world.", "OK", "🙂", "\ud800"])
def test_what_tells_too_little_is_in_the_language_declared(text: str) -> None:
    """A guess is none: without a declaration the language is not known."""
    assert [language_of(text), language_of(text, "fr")] == [None, "fr"]


def test_languages_that_are_hard_to_tell_apart_are_as_declared() -> None:
    """Croatian, Bosnian and Serbian share most of their words, and Bokmål is one kind of Norwegian."""
    assert [language_of(_CROATIAN), language_of(_CROATIAN, "hr"), language_of(_CROATIAN, "bs")] == [None, "hr", "bs"]
    assert [language_of(_BOKMAAL), language_of(_BOKMAAL, "nb"), language_of(_BOKMAAL, "en")] == ["no", "nb", "no"]


def test_the_index_knows_the_language_of_each_article(run: Run, tmp_path: Path) -> None:
    """Of the text where that tells it, although the page declares another; it stays when something is put right."""
    page, note = tmp_path / "page.html", tmp_path / "note.txt"
    page.write_text(f'<html lang="en"><body><article><p>{_AZERBAIJANI}</p></article></body></html>', "utf-8")
    note.write_text("Lng: 5 km", "utf-8")
    added = run("add", str(page), str(note), "--json").json["articles"]
    assert [run("show", one["id"], "--json").json["language"] for one in added] == ["az", None]
    assert run("edit", added[0]["id"], "--title", "Liman", "--json").json["language"] == "az"
    assert "language  az\n" in run("show", added[0]["id"]).out
    page.write_text(f"<html><body><article><p>{PORT.text}</p></article></body></html>", "utf-8")
    assert run("add", str(page), "--json").json["articles"][0]["status"] == "updated"
    assert run("show", added[0]["id"], "--json").json["language"] == "en"
