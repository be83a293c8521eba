"""Where what is known of an article was read, and in which language it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from index import Article
from index.loading.metadata import Metadata, language_code
from tests.index.conftest import Run

from .reading import articles

_TEXT = (
    "<p>The pier of Elmsford was opened on Monday by the mayor, who spoke of a great day for all of the town.</p>"
    "<p>It cost 3 million euros and took two years to build, the harbour master said in the rain.</p>"
)
_JSON_LD = (
    '<script type="application/ld+json">{"@context": "https://schema.org", "@type": "NewsArticle", '
    '"headline": "New pier", "inLanguage": "tr-TR", '
    '"datePublished": "2024-05-02T10:00:00Z", "author": {"@type": "Person", "name": "Ann Lee"}, '
    '"publisher": {"@type": "Organization", "name": "The Courier"}}</script>'
)


def _written(folder: Path, name: str, text: str) -> Article:
    """Return the article of a file with this text."""
    (folder / name).write_text(text, "utf-8")
    [article] = articles(folder / name)
    return article


def _page(folder: Path, head: str = "", body: str = "", attributes: str = "") -> Article:
    html = f"<html{attributes}><head>{head}</head><body><article>{body}{_TEXT}</article></body></html>"
    return _written(folder, "page.html", html)


def test_a_page_s_places_are_named(tmp_path: Path) -> None:
    """The first place that has a value, in the order in which they are trusted."""
    meta = (
        '<meta property="og:title" content="New pier"><meta property="og:site_name" content="The Courier">'
        '<link rel="canonical" href="https://courier.example/pier">'
    )
    assert _page(tmp_path, meta + _JSON_LD).found == {
        "title": "og:title",
        "authors": "JSON-LD",
        "published": "JSON-LD",
        "publisher": "og:site_name",
        "url": "the canonical link",
    }
    assert _page(tmp_path, _JSON_LD).found["title"] == "JSON-LD"
    tags = '<meta name="author" content="Bo Reed"><meta property="article:published_time" content="2024-05-02">'
    found = _page(tmp_path, f"<title>New pier</title>{tags}", "<h1>New pier</h1>").found
    assert (found["title"], found["authors"], found["published"]) == ("the heading", "meta tags", "meta tags")


def test_json_ld_that_is_broken_is_passed_over(tmp_path: Path) -> None:
    """The other places still count."""
    broken = '<script type="application/ld+json">{"headline": "New pier",</script>'
    assert _page(tmp_path, f"<title>New pier</title>{broken}").found["title"] == "the page's title"


@pytest.mark.parametrize(
    ("attributes", "head", "language"),
    [
        (' lang="en-GB"', "", "en"),
        ("", '<meta property="og:locale" content="az_AZ">', "az"),
        ("", _JSON_LD, "tr"),
        (' lang="english"', "", None),
        ("", "", None),
    ],
)
def test_a_page_s_language_is_the_one_it_declares(
    tmp_path: Path, attributes: str, head: str, language: str | None
) -> None:
    """As a code of two letters; what is no code is none."""
    assert _page(tmp_path, head, "", attributes).language == language


def test_texts_and_markdown_say_where_too(tmp_path: Path) -> None:
    """A label, the byline, the front matter, a heading."""
    said = _written(
        tmp_path, "a.txt", f"Title: The mill\n\n{'The mill of Elmsford was sold on Monday to a baker. ' * 3}"
    )
    assert said.found == {"title": "a label"}
    text = f"---\nauthor: Ann Lee\nlanguage: fa\n---\n# The mill\n\n{'The mill was sold on Monday. ' * 3}"
    written = _written(tmp_path, "a.md", text)
    assert (written.found, written.language) == ({"authors": "the front matter", "title": "the first heading"}, "fa")


def test_what_is_lacking_comes_from_elsewhere() -> None:
    """What a second source knows fills gaps, and is said to come from there."""
    own = Metadata.of({"title": "The mill"}, "the heading")
    known = own.completed(Metadata("Another", ("Ann Lee",), "2024-05-02"), "the feed")
    assert (known.title, known.authors, known.published) == ("The mill", ("Ann Lee",), "2024-05-02")
    assert known.found == {"title": "the heading", "authors": "the feed", "published": "the feed"}


@pytest.mark.parametrize(
    ("given", "code"), [("EN", "en"), ("pt_BR", "pt"), ("zh-Hans-CN", "zh"), ("eng", None), ("", None), (7, None)]
)
def test_languages_are_codes_of_two_letters(given: object, code: str | None) -> None:
    """Of a longer tag the first part; anything else is none."""
    assert language_code(given) == code


def test_a_receipt_says_where(run: Run, tmp_path: Path) -> None:
    """Below the article, and by the names of fields in JSON; what was put right by hand is said to be so."""
    page = tmp_path / "page.html"
    page.write_text(f'<html lang="en"><head>{_JSON_LD}</head><body><article>{_TEXT}</article></body></html>', "utf-8")
    [added] = run("add", str(page), "--json").json["articles"]
    assert added["from"]["published"] == "JSON-LD"
    assert run("show", added["id"], "--json").json["language"] == "en"
    run("edit", added["id"], "--title", "A pier at last")
    page.write_text(page.read_text("utf-8").replace("two years", "three years"), "utf-8")
    lines = run("add", str(page)).out.splitlines()
    assert (
        lines[1].strip()
        == "title put right by hand, authors from JSON-LD, published from JSON-LD, publisher from JSON-LD"
    )
