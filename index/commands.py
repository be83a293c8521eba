"""What each command does: one function a command, from its arguments to an exit code.

0: done (`not_found` too); 1: something could not be done.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import BinaryIO

from index import evaluation, jsonable
from index.article_commands import collections, edit, list_, remove, show
from index.aside import written_aside
from index.asking import How
from index.calibration import save_calibration
from index.call import Call, print_json
from index.errors import FeedFound, SourceError
from index.feedback_commands import feedback
from index.feeds_commands import feeds
from index.folders_commands import folders
from index.library import ArticleIndex
from index.loading import load, read_addresses, sizes
from index.parser import UsageError
from index.printing import failures
from index.progress import Steps, progress_bar
from index.records import Article
from index.store import Feeds
from index.watching import Watcher

__all__ = ["COMMANDS", "Call", "print_json"]


def add(call: Call) -> int:
    """Add what the sources hold; one that can't be read does not stop the others."""
    from index.feeds.pages import PageFetcher  # takes a while, and the other commands need none

    urls, max_bytes, stdin = call.arguments.urls, call.settings.max_article_bytes, sys.stdin.buffer
    sources, failed = read_addresses(urls, stdin) if urls else (call.arguments.sources, [])
    fetcher = PageFetcher(call.settings.fetch_allow, max_bytes)
    loaded = load(sources, max_bytes=max_bytes, stdin=stdin, fetcher=fetcher)
    with call.index() as index, progress_bar("Adding", partial(sizes, sources)) as step:
        added = index.add(
            _readable(loaded, failed, step),
            collection=call.arguments.collection,
            progress=lambda one: step.end(worked=one.status != "unchanged"),
        )
        found = [one for one in failed if isinstance(one, FeedFound)]
        if found:
            failed = [one for one in failed if one not in found]
            with closing(Feeds(call.settings.articles_home)) as watched:
                added += Watcher(index, watched, fetcher, step.one).add_all(found, failed, call.arguments.collection)
    call.print(jsonable.receipt(added, failed), lambda: call.printer.receipt(added))
    if failed and not call.arguments.json:
        print(failures(failed), file=sys.stderr)
    return 1 if failed else 0


def search(call: Call) -> int:
    """Show the best passages."""
    query = " ".join(call.arguments.query)
    with call.index() as index:
        found = index.search(query, call.arguments.k, collection=call.collection(index))
    passages = {"query": query, "passages": [jsonable.passage(one) for one in found]}
    call.print(passages, lambda: call.printer.candidates(found))
    return 0


def ask(call: Call) -> int:
    """Answer one question, or each line of a file."""
    if call.arguments.batch:
        return _ask_batch(call)
    with call.index() as index:
        question = " ".join(call.arguments.question)
        answer = index.answer(question, **_how(call, index))
    call.print(jsonable.answer(answer), lambda: call.printer.answer(answer))
    return 0


def rebuild(call: Call) -> int:
    """Derive the FAISS index again, or embed everything again."""
    embed = call.arguments.embed
    with call.index(accept_mismatch=embed) as index:
        lengths = (lambda: [len(article.text) for article in index.articles()]) if embed else None
        with progress_bar("Embedding" if embed else "Deriving", lengths) as step:
            index.rebuild(embed=embed, progress=step.at)
        stats = index.stats()
    done = f"{stats.passages} passages of {stats.articles} articles, by {stats.embedding_model}"
    call.print(asdict(stats), lambda: call.printer.line(done))
    return 0


def evaluate(call: Call) -> int:
    """Ask the questions of a file, and measure the answers."""
    typed, outcomes = call.arguments, []
    _check_apart(typed.dataset, typed.answers, typed.report)
    questions = evaluation.read_questions(typed.dataset)
    with (
        call.index() as index,
        written_aside(typed.answers) as answers,
        written_aside(typed.report) as page,
        progress_bar("Asking", lambda: [1] * len(questions)) as step,
    ):
        for outcome in evaluation.evaluate(index, questions, call.collection(index)):
            if answers:
                print_json(jsonable.answer(outcome.answer), answers)
            outcomes.append(outcome.trimmed(evaluation.PASSAGES if page else 0))
            step.one()
        figures = evaluation.measure(outcomes, call.settings.min_confidence)
        if page:
            page.write(evaluation.page(Path(typed.dataset).name, figures, outcomes, call.settings.min_confidence))
    call.print({one.name: one.value for one in figures}, lambda: call.printer.figures(figures))
    return 0


def calibrate(call: Call) -> int:
    """Fit the confidence to the questions of a file, and keep what was fitted with the index."""
    questions = evaluation.read_questions(call.arguments.dataset)
    observations = []
    with call.index() as index, progress_bar("Reading", lambda: [1] * len(questions)) as step:
        for one in evaluation.observe(index, questions):
            observations.append(one)
            step.one()
        before = index.calibration
        outcomes = {
            "before": [one.outcome(before) for one in observations],
            "after": evaluation.out_of_fold(observations, before.reader),
        }
        save_calibration(evaluation.fit(observations, before.reader), call.settings.articles_home)
    figures = {name: evaluation.measure(some, call.settings.min_confidence) for name, some in outcomes.items()}
    kept = {name: [one for one in some if one.name in evaluation.AFFECTED] for name, some in figures.items()}
    values = {name: {one.name: one.value for one in some} for name, some in kept.items()}
    call.print(values, lambda: call.printer.comparison(kept["before"], kept["after"]))
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
        for answer in index.answer_many(questions, **_how(call, index)):
            print_json(jsonable.answer(answer))
    return 0


def _how(call: Call, index: ArticleIndex) -> How:
    """Return how questions are to be answered. Raises UnknownCollection."""
    typed = call.arguments
    return How(asked=typed.asked, min_confidence=typed.min_confidence, collection=call.collection(index))


def _lines(name: str) -> BinaryIO:
    """Open a file of questions, or standard input for "-"; as bytes, since lines end at a line feed only."""
    if name == "-":
        return sys.stdin.buffer
    try:
        return Path(name).open("rb")
    except OSError as error:
        raise SourceError(name, f"{error.strerror}; give a text file with a question a line") from error


def _check_apart(*names: str | None) -> None:
    """Raise UsageError where two of the names are one file, of which one would be lost."""
    paths = [os.path.realpath(name) for name in names if name]
    if len(set(paths)) < len(paths):
        raise UsageError("DATASET, --answers and --report must be files apart")


def _readable(loaded: Iterable[Article | SourceError], failed: list[SourceError], step: Steps) -> Iterator[Article]:
    """Yield the articles, and put the sources that can't be read into `failed`."""
    for one in loaded:
        if isinstance(one, SourceError):
            failed.append(one)
            step.skip()
        else:
            step.begin()
            yield one


COMMANDS: dict[str, Callable[[Call], int]] = {
    "add": add,
    "list": list_,
    "show": show,
    "edit": edit,
    "remove": remove,
    "collections": collections,
    "search": search,
    "ask": ask,
    "rebuild": rebuild,
    "evaluate": evaluate,
    "calibrate": calibrate,
    "stats": stats,
    "check": check,
    "feedback": feedback,
    "feeds": feeds,
    "folders": folders,
}
