"""What one change costs in a small index and in a large one.

    python -m tests.benchmarks.incremental [--articles N N] [--home DIR]

Fills an index with made-up articles of ten passages whose vectors are random rows of length 1, straight through the
store, so that no time goes into embedding; DIR keeps them for the next run. Each change, and each question, is then
made by a process of its own, as by the command line. Prints a Markdown table of seconds, without starting Python and
loading what is imported, and of the most memory that the process held; the last column says how many times as much the
larger index takes. Questions bear random vectors, and words that stand in one passage of a hundred. Runs on Linux.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import numpy as np

from index import Article, Passage, Settings
from index.edits import Edit
from index.embeddings import Vectors
from index.retrieval import retrieve
from index.store import Model, Store

_MODEL = Model("made up", 384)
_PASSAGES = 10  # of an article, its header not counted
_WORDS = 40  # of a passage
_RANKS = np.arange(1, 20_001)
# How often each word stands in the articles: the second half as often as the first, and so on (Zipf 1949).
_SHARES = 1 / _RANKS / (1 / _RANKS).sum()
_WORD = "w{:05d}".format
_ASKED = " ".join(map(_WORD, (390, 420, 450, 480)))
_DAY = date(2025, 1, 1)
_TIMES = 5  # processes of each kind, of which the median is printed

Seconds = dict[str, float]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, nargs="+", default=[1_000, 100_000], help="default: %(default)s")
    parser.add_argument("--home", type=Path, help="where the indexes are kept (default: nowhere)")
    parser.add_argument("--measure", nargs=2, help=argparse.SUPPRESS)  # what the processes are started with
    typed = parser.parse_args()
    if typed.measure:
        print(json.dumps(_measure(typed.home, typed.measure[0], int(typed.measure[1]))))
        return
    with _folder(typed.home) as folder:
        columns = [_column(folder / str(count), count) for count in typed.articles]
    heads = [f"{count:,} articles" for count in typed.articles]
    print(f"| | {' | '.join(heads)} | times |\n|---|{'---|' * (len(heads) + 1)}")
    for name in columns[0]:
        figures = [column[name] for column in columns]
        print(f"| {name} | {' | '.join(f'{one:.3f}' for one in figures)} | {figures[-1] / figures[0]:.1f} |")


@contextmanager
def _folder(home: Path | None) -> Iterator[Path]:
    """Give the folder of the indexes, one that is deleted again where none is named."""
    if home:
        yield home
    else:
        with TemporaryDirectory() as folder:
            yield Path(folder)


def _column(home: Path, count: int) -> Seconds:
    """Return the median seconds of each change and question, filling the index first where it is empty."""
    began = time.monotonic()
    with closing(Store(home)) as store:
        filled = store.stats().articles
        for number in range(filled, count):
            _store(store, number)
        store.save_vectors()
    print(f"{count - filled:,} articles added in {time.monotonic() - began:.0f} s", file=sys.stderr)
    found: Seconds = {}
    for kind in _KINDS:
        runs = [_run(home, kind, count + at) for at in range(_TIMES)]
        found |= {name: median(run[name] for run in runs) for name in runs[0]}
    return found


def _run(home: Path, kind: str, number: int) -> Seconds:
    command = [sys.executable, "-m", __spec__.name, "--home", str(home), "--measure", kind, str(number)]
    return dict(json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout))


def _measure(home: Path, kind: str, number: int) -> Seconds:
    """Make one change, or ask, and return how long that took and how many GB of memory were held at most."""
    seconds: Seconds = {}
    began = time.perf_counter()
    with closing(Store(home)) as store:
        for name, step in _KINDS[kind](store, home, number):
            before = began if not seconds else time.perf_counter()
            step()
            seconds[f"{kind}: {name}" if name else kind] = time.perf_counter() - before
    return seconds | {f"{kind}: memory, GB": _memory()}


def _memory() -> float:
    """Return the most GB that this process has held so far, as Linux tells it."""
    lines = Path("/proc/self/status").read_text().splitlines()
    [held] = (line.split()[1] for line in lines if line.startswith("VmHWM:"))
    return int(held) / 1e6


Steps = Iterator[tuple[str, Callable[[], object]]]


def _adding(store: Store, home: Path, number: int) -> Steps:
    yield "", lambda: _put(store, number)


def _updating(store: Store, home: Path, number: int) -> Steps:
    yield "", lambda: _put(store, number, revised=True)


def _editing(store: Store, home: Path, number: int) -> Steps:
    title = f"Title of {number}, put right"
    article, passages, vectors = _made(number, title, revised=True)  # as the update before left it

    def edit() -> None:
        store.edit(article.id, Edit(title=title), lambda _: (passages, vectors), _MODEL)
        store.save_vectors()

    yield "", edit


def _removing(store: Store, home: Path, number: int) -> Steps:
    def remove() -> None:
        store.remove([_made(number)[0].id])
        store.save_vectors()

    yield "", remove


def _asking(store: Store, home: Path, number: int) -> Steps:
    ask = partial(_ask, store, number)
    yield "the first", ask
    yield "the next", ask
    _run(home, "add", 2 * number)
    _run(home, "remove", 2 * number)
    yield "after a change by another", ask


def _counting(store: Store, home: Path, number: int) -> Steps:
    yield "", store.stats


_KINDS: dict[str, Callable[[Store, Path, int], Steps]] = {
    "add": _adding,
    "update": _updating,
    "edit": _editing,
    "question": _asking,
    "stats": _counting,
    "remove": _removing,
}


def _put(store: Store, number: int, *, revised: bool = False) -> None:
    """Add an article as `index.add` does, without embedding it."""
    _store(store, number, revised=revised)
    store.save_vectors()


def _store(store: Store, number: int, *, revised: bool = False) -> None:
    article, passages, vectors = _made(number, revised=revised)
    due = store.due(article)
    store.adopt(_MODEL)
    if due != article:
        raise SystemExit(f"{article.id} is there already: {due}")
    store.put(article, passages, vectors, _MODEL)


def _ask(store: Store, number: int) -> None:
    with store.snapshot() as snapshot:
        snapshot.count()
        retrieve(_ASKED, _rows(1, number)[0], snapshot, Settings.load(), 10, _DAY)


def _made(number: int, title: str = "", *, revised: bool = False) -> tuple[Article, list[Passage], Vectors]:
    """Make an article of ten passages up; the same for the same number, and other words where it is revised."""
    random = np.random.default_rng([number, revised])
    paragraphs = [
        " ".join(map(_WORD, random.choice(_RANKS, _WORDS, p=_SHARES))).capitalize() + "." for _ in range(_PASSAGES)
    ]
    article = Article(
        "\n".join(paragraphs),
        title or f"Title of {number}",
        published=(_DAY - timedelta(days=number % 1000)).isoformat(),
        url=f"https://example.org/{number}",
    )
    passages, start = [Passage(article.header, "header", 0, len(article.header))], 0
    for paragraph in paragraphs:
        passages.append(Passage(paragraph, "text", start, start + len(paragraph), article.title or ""))
        start += len(paragraph) + 1
    return article, passages, _rows(len(passages), number)


def _rows(count: int, seed: int) -> Vectors:
    vectors = np.random.default_rng(seed).standard_normal((count, _MODEL.dimension), np.float32)
    unit: Vectors = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    return unit


if __name__ == "__main__":
    main()
