"""What each command does: one function a command, from its arguments to an exit code.

0: done (`not_found` too); 1: something could not be done.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import BinaryIO

from index import jsonable
from index.errors import SourceError
from index.library import ArticleIndex
from index.loading import count, load
from index.printing import Printer, failures
from index.progress import progress_bar
from index.records import Article
from index.settings import Settings


@dataclass(frozen=True, slots=True)
class Call:
    """One call of the command line: what was typed, the settings, and where results are printed."""

    arguments: argparse.Namespace
    settings: Settings
    printer: Printer

    def index(self, *, accept_mismatch: bool = False) -> closing[ArticleIndex]:
        """Open the index for a `with` block."""
        return closing(ArticleIndex.open(self.settings, accept_mismatch=accept_mismatch))

    def print(self, as_json: jsonable.Json, for_people: Callable[[], None]) -> None:
        """Print one of the two, as was asked for."""
        if self.arguments.json:
            print_json(as_json)
        else:
            for_people()


def print_json(value: jsonable.Json) -> None:
    """Print one line of JSON at once, so that a program at the other end of a pipe need not wait."""
    print(json.dumps(value, ensure_ascii=False), flush=True)


def add(call: Call) -> int:
    """Add what the sources hold; one that can't be read does not stop the others."""
    failed: list[SourceError] = []
    sources = call.arguments.sources
    loaded = load(sources, max_bytes=call.settings.max_article_bytes, stdin=sys.stdin.buffer)
    with call.index() as index, progress_bar("Adding", partial(count, sources)) as step:
        added = index.add(_readable(loaded, failed, step.one), progress=lambda _: step.one())
    call.print(jsonable.receipt(added, failed), lambda: call.printer.receipt(added))
    if failed and not call.arguments.json:
        print(failures(failed), file=sys.stderr)
    return 1 if failed else 0


def list_(call: Call) -> int:
    """List the articles."""
    with call.index() as index:
        articles = index.articles()
    call.print({"articles": [jsonable.article(one) for one in articles]}, lambda: call.printer.articles(articles))
    return 0


def show(call: Call) -> int:
    """Show one article."""
    with call.index() as index:
        article = index.article(call.arguments.id)
    call.print(jsonable.whole_article(article), lambda: call.printer.article(article))
    return 0


def remove(call: Call) -> int:
    """Take articles out."""
    with call.index() as index:
        articles = index.remove(call.arguments.ids)
    removed = {"removed": len(articles), "articles": [jsonable.article(one) for one in articles]}
    call.print(removed, lambda: call.printer.removed(articles))
    return 0


def search(call: Call) -> int:
    """Show the best passages."""
    query = " ".join(call.arguments.query)
    with call.index() as index:
        found = index.search(query, call.arguments.k)
    passages = {"query": query, "passages": [jsonable.passage(one) for one in found]}
    call.print(passages, lambda: call.printer.candidates(found))
    return 0


def ask(call: Call) -> int:
    """Answer one question, or each line of a file."""
    if call.arguments.batch:
        return _ask_batch(call)
    with call.index() as index:
        question = " ".join(call.arguments.question)
        answer = index.answer(question, asked=call.arguments.asked, min_confidence=call.arguments.min_confidence)
    call.print(jsonable.answer(answer), lambda: call.printer.answer(answer))
    return 0


def rebuild(call: Call) -> int:
    """Derive the FAISS index again, or embed everything again."""
    embed = call.arguments.embed
    with call.index(accept_mismatch=embed) as index, progress_bar("Embedding" if embed else "Deriving") as step:
        index.rebuild(embed=embed, progress=step.at)
        stats = index.stats()
    done = f"{stats.passages} passages of {stats.articles} articles, by {stats.embedding_model}"
    call.print(asdict(stats), lambda: call.printer.line(done))
    return 0


def stats(call: Call) -> int:
    """Show counts and sizes."""
    with call.index(accept_mismatch=True) as index:
        stats = index.stats()
    call.print(asdict(stats), lambda: call.printer.stats(stats))
    return 0


def check(call: Call) -> int:
    """Check the index; what the next start mends by itself is said, and is no failure."""
    with call.index(accept_mismatch=True) as index:
        findings = index.check()
    severe = any(one.severe for one in findings)
    found = {"ok": not severe, "findings": [asdict(one) for one in findings]}
    call.print(found, lambda: call.printer.findings(findings))
    return 1 if severe else 0


def _ask_batch(call: Call) -> int:
    """Print an answer for each line, blank ones too, in order."""
    with _lines(call.arguments.batch) as file, call.index() as index:
        questions = (line.removesuffix(b"\n").decode("utf-8", "surrogateescape") for line in file)
        for answer in index.answer_many(
            questions, asked=call.arguments.asked, min_confidence=call.arguments.min_confidence
        ):
            print_json(jsonable.answer(answer))
    return 0


def _lines(name: str) -> BinaryIO:
    """Open a file of questions, or standard input for "-"; as bytes, since lines end at a line feed only."""
    if name == "-":
        return sys.stdin.buffer
    try:
        return Path(name).open("rb")
    except OSError as error:
        raise SourceError(name, f"{error.strerror}; give a text file with a question a line") from error


def _readable(
    loaded: Iterable[Article | SourceError], failed: list[SourceError], step: Callable[[], None]
) -> Iterator[Article]:
    """Yield the articles, and put the sources that can't be read into `failed`."""
    for one in loaded:
        if isinstance(one, SourceError):
            failed.append(one)
            step()
        else:
            yield one


COMMANDS: dict[str, Callable[[Call], int]] = {
    "add": add,
    "list": list_,
    "show": show,
    "remove": remove,
    "search": search,
    "ask": ask,
    "rebuild": rebuild,
    "stats": stats,
    "check": check,
}
