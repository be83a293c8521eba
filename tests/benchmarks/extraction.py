"""How well articles are taken out of real pages: as `add URL` reads them, without fetching anything.

    python -m tests.benchmarks.extraction PAGES [--failures]

PAGES is JSON Lines as `extraction_pages` prints them. Prints a Markdown table. For each fact, of the pages where it is
known: in percent, how many are right, wrong, and missing although they stand on the page. Titles, names and publishers
are compared by their letters and digits; authors as a set, where all have to be right; dates by their day. For texts:
how many of the words that must stand in one do (`kept`), and how many of those that must not do not (`left out`).
--failures lists what is not right, with what was found.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from index import Article
from index.errors import SourceError
from index.fetching import Fetched
from index.loading import LOADERS, addresses
from index.loading.languages import language_of
from index.normal import folded, normalise

_MAX_BYTES = 20_000_000
_LISTED = 160  # characters of what was found
_FACTS = ("title", "authors", "published", "publisher", "language", "canonical")
Page = dict[str, Any]


def main() -> None:
    """Print the table, and the failures if they are asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pages", type=Path)
    parser.add_argument("--failures", action="store_true")
    typed = parser.parse_args()
    pages = [json.loads(line) for line in typed.pages.read_text("utf-8").splitlines()]
    read = [(page, _read(page)) for page in pages]
    known = len(pages), sum(isinstance(article, Article) for _, article in read)
    print(f"{known[0]} pages, {known[1]} read as an article.\n")
    print("| | pages | right | wrong | missing |\n|---|---|---|---|---|")
    for fact in _FACTS:
        verdicts = [verdict for page, article in read if (verdict := _verdict(fact, page, article))]
        shares = [_percent(verdicts.count(one), len(verdicts)) for one in ("right", "wrong", "missing")]
        print(f"| {fact} | {len(verdicts)} | {' | '.join(shares)} |")
    print("\n| | words | |\n|---|---|---|")
    for key, name, stands in (("with", "kept", True), ("without", "left out", False)):
        found = [is_in is stands for page, article in read for _, is_in in _looked_up(page, key, article)]
        print(f"| {name} | {len(found)} | {_percent(sum(found), len(found))} |")
    for page, article in read if typed.failures else []:
        for line in _failures(page, article):
            print(f"{Path(page['file']).name}: {line}")


def _read(page: Page) -> Article | SourceError:
    """Return the article of a page that came from its address, or why there is none."""
    fetched = Fetched(page["url"], 200, "text/html", None, Path(page["file"]).read_bytes())
    try:
        return next(addresses.load(page["url"], lambda _: fetched, LOADERS, _MAX_BYTES))
    except SourceError as error:
        return error


def _verdict(fact: str, page: Page, article: Article | SourceError) -> str | None:
    """Return whether a fact is "right", "wrong" or "missing"; None where it is not known what is right."""
    wanted = page.get(fact, page["url"] if fact == "canonical" and "title" in page else None)
    if wanted is None:
        return None
    found = _fact(fact, article)
    choices = [wanted] if isinstance(wanted, str) else wanted
    if fact == "authors":
        right = sorted(map(_plain, found)) == sorted(map(_plain, wanted))
    elif fact in ("published", "language", "canonical"):
        right = bool(found) and (found if fact == "canonical" else found[: len(choices[0])]) in choices
    else:
        right = _plain(found or "") in map(_plain, choices)
    return "right" if right else "wrong" if found else "missing"


def _fact(fact: str, article: Article | SourceError) -> Any:
    """Return a fact of an article, None or nothing where there is no article."""
    if isinstance(article, SourceError):
        return () if fact == "authors" else None
    if fact == "language":
        return language_of(article.text, article.language)
    return article.url if fact == "canonical" else getattr(article, fact)


def _looked_up(page: Page, key: str, article: Article | SourceError) -> Iterator[tuple[str, bool]]:
    """Yield the words under `key`, and whether they stand in the text; whitespace doesn't count."""
    text = "".join(article.text.split()) if isinstance(article, Article) else ""
    for words in page[key]:
        yield words, "".join(normalise(words).split()) in text


def _failures(page: Page, article: Article | SourceError) -> Iterator[str]:
    """Yield what is not right."""
    if isinstance(article, SourceError):
        yield article.reason
    for fact in _FACTS:
        if _verdict(fact, page, article) in ("wrong", "missing"):
            yield f"{fact}: {str(_fact(fact, article))[:_LISTED]!r}, not {str(page.get(fact))[:_LISTED]}"
    for key, stands in (("with", True), ("without", False)):
        for words, is_in in _looked_up(page, key, article):
            if is_in is not stands:
                yield f"{'not kept' if stands else 'not left out'}: {words[:_LISTED]}"


def _plain(name: str) -> str:
    """Return the letters and digits of `name`, without the "www." of a site."""
    return "".join(char for char in folded(name).removeprefix("www.") if char.isalnum())


def _percent(part: int, whole: int) -> str:
    return f"{part / whole:.1%}" if whole else "–"


if __name__ == "__main__":
    main()
