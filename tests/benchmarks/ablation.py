"""What each part of retrieval brings.

    python -m tests.benchmarks.ablation HOME QUESTIONS

HOME is the folder of an index, QUESTIONS a file as for `evaluate`; only the answerable ones count. Prints a Markdown
table of recall@k and MRR@10 in percent, then recall@1, recall@5 and MRR@10 on the two halves of the questions (by
sha256 of their ids): what was chosen on one half must hold on the other. The rows of BM25 alone are also printed for
passages cut otherwise, which needs no embedding.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, partial
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from index import Article, Settings
from index.embeddings import Encoder, Vectors
from index.evaluation import Question, read_questions
from index.evaluation.scoring import holds
from index.passages import Budget, cut
from index.retrieval import fuse, retrieve, shares, standard
from index.settings import ENGLISH_MINILM
from index.store import Model, Snapshot, Store

_DEPTH = 50
_KS = (1, 3, 5, 10, 20, 50)
# The parts of retrieval that the settings turn off.
_TIMELESS = {"time_weight": 0.0, "recency_weight": 0.0}


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with its unit row (dimension,), and the half of the questions that it belongs to, 0 or 1."""

    question: Question
    vector: Vectors
    half: int


# The texts of the passages that are found, best first.
Search = Callable[[Asked], list[str]]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("home", type=Path)
    parser.add_argument("questions")
    typed = parser.parse_args()
    opened = Store(typed.home)
    with closing(opened) as store:
        encoder = Encoder(store.model().name)
        settings = Settings.load(articles_home=typed.home, embedding_model=encoder.name)
        asked = _asked(typed.questions, encoder)
        print(f"{len(asked)} questions, {store.stats().articles} articles, {encoder.name}\n")
        heads = [f"R@{k}" for k in _KS] + [
            "MRR",
            *(f"{name} {half}" for half in "AB" for name in ("R@1", "R@5", "MRR")),
        ]
        print(f"| | {' | '.join(heads)} |\n|---|{'---|' * len(heads)}")
        with store.snapshot() as snapshot:
            for name, search in _parts(snapshot, settings):
                _print_row(name, search, asked)
        for name, search in _cuts(store.articles(), settings):
            _print_row(name, search, asked)


def _asked(name: str, encoder: Encoder) -> list[Asked]:
    """Return the answerable questions of a file, embedded."""
    lines = [json.loads(line) for line in Path(name).read_text("utf-8").split("\n") if line.strip()]
    ids = [str(line.get("id", line["question"])) for line in lines]
    halves = [int(hashlib.sha256(id.encode()).hexdigest(), 16) % 2 for id in ids]
    questions = read_questions(name)
    vectors = encoder.embed_questions([one.text for one in questions])
    every = map(Asked, questions, vectors, halves)
    return [one for one in every if one.question.answerable]


def _parts(snapshot: Snapshot, settings: Settings) -> Iterator[tuple[str, Search]]:
    """Yield the searches that leave out more or less of what `retrieve` does."""
    yield "dense alone", lambda asked: _texts(snapshot, dict(snapshot.nearest(asked.vector, _DEPTH)))
    yield "BM25 alone", partial(_bm25, snapshot)
    yield "dense and BM25", lambda asked: _texts(snapshot, _fused(snapshot, asked, settings))
    for name, changes in (
        ("+ near duplicates collapsed", _TIMELESS),
        ("+ the time that is named", {"recency_weight": 0.0}),
        ("+ the day of asking (all of it)", {}),
        ("all, BM25 weighs half", {"bm25_weight": settings.bm25_weight / 2}),
        ("all, BM25 weighs double", {"bm25_weight": settings.bm25_weight * 2}),
        ("all, depth 200", {"search_depth": 200}),
    ):
        yield name, partial(_retrieved, snapshot, settings.model_copy(update=changes))


def _cuts(articles: Sequence[Article], settings: Settings) -> Iterator[tuple[str, Search]]:
    """Yield BM25 alone over passages of other sizes, and without titles."""
    untitled = [replace(one, title=None) for one in articles]
    for name, cut_from, words, overlap in (
        ("BM25 alone, no titles", untitled, 200, 0),
        ("BM25 alone, 1 sentence of overlap", articles, 200, 1),
        ("BM25 alone, 150 words", articles, 150, 0),
        ("BM25 alone, 100 words", articles, 100, 0),
    ):
        with TemporaryDirectory() as folder, closing(Store(Path(folder))) as store:
            _fill(store, cut_from, settings.model_copy(update={"passage_words": words, "passage_overlap": overlap}))
            with store.snapshot() as snapshot:
                yield name, partial(_bm25, snapshot)


def _fill(store: Store, articles: Sequence[Article], settings: Settings) -> None:
    """Put articles into a store as if they had been embedded; words alone find them."""
    model = Model("none", 1)
    store.adopt(model)
    tokens = Encoder(ENGLISH_MINILM).count_tokens
    budget = Budget(1000, settings.passage_words, settings.passage_overlap, tokens)
    for article in articles:
        passages = cut(article, budget)
        store.put(article, passages, np.zeros((len(passages), 1), np.float32), model)


def _bm25(snapshot: Snapshot, asked: Asked) -> list[str]:
    return _texts(snapshot, dict(snapshot.matching(asked.question.text, _DEPTH)))


def _fused(snapshot: Snapshot, asked: Asked, settings: Settings) -> dict[int, float]:
    dense = dict(snapshot.nearest(asked.vector, settings.search_depth))
    bm25 = dict(snapshot.matching(asked.question.text, settings.search_depth))
    return fuse(standard(dense), shares(bm25, snapshot.ceiling(asked.question.text)), settings.bm25_weight)


def _retrieved(snapshot: Snapshot, settings: Settings, asked: Asked) -> list[str]:
    day = asked.question.asked or date.today()
    found = retrieve(asked.question.text, asked.vector, snapshot, settings, _DEPTH, day)
    return [one.passage.text for one in found]


def _texts(snapshot: Snapshot, scores: dict[int, float]) -> list[str]:
    """Return the texts of the passages with the highest scores, best first."""
    best = sorted(scores, key=lambda number: (-scores[number], number))[:_DEPTH]
    found = snapshot.load(best)
    return [found[number][0].text for number in best]


def _print_row(name: str, search: Search, asked: Sequence[Asked]) -> None:
    ranks = [_rank(search(one), one.question.answers) for one in asked]
    figures = [*(_recall(ranks, k) for k in _KS), _mrr(ranks)]
    for half in (0, 1):
        some = [rank for rank, one in zip(ranks, asked, strict=True) if one.half == half]
        figures += [_recall(some, 1), _recall(some, 5), _mrr(some)]
    print(f"| {name} | {' | '.join(f'{figure:.1f}' for figure in figures)} |", flush=True)


def _rank(texts: Sequence[str], answers: tuple[str, ...]) -> float:
    """Return the rank, from 1, of the first text that holds an answer; infinity where none does."""
    return next((rank for rank, text in enumerate(texts, 1) if _holds(text, answers)), float("inf"))


# Most passages are found for several questions and by several searches.
_holds = cache(holds)


def _recall(ranks: Sequence[float], k: int) -> float:
    return 100 * sum(rank <= k for rank in ranks) / max(1, len(ranks))


def _mrr(ranks: Sequence[float]) -> float:
    return 100 * sum(1 / rank for rank in ranks if rank <= 10) / max(1, len(ranks))


if __name__ == "__main__":
    main()
