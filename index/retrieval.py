"""Question -> candidates, best first: dense and BM25 search, fused, the time asked about preferred.

The score of a passage is a weighted sum (as in Bruch et al. 2023, section 4: scores carry more than ranks) of

- its cosine, in standard deviations from the mean of the nearest ones: the same for any embedding model;
- its BM25 score as a share of what the question's words could bring at most: little where the question is in
  another language than the articles, so that a name found by chance does not outweigh what the vectors say;
- the closeness of its article's date to the time that the question names, else to the day on which it is asked
  (as Li and Croft 2003, section 3, by an exponential decay): a preference, which never leaves anything out.

A header loses a little: most of it is the title, which stands in front of every passage of its article too.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import numpy as np

from index.duplicates import distinct
from index.embeddings import Vectors
from index.records import Candidate
from index.settings import Settings
from index.store import Origin, Snapshot
from index.times import Period, closeness, named_time

Scores = dict[int, float]


def retrieve(
    question: str, vector: Vectors, snapshot: Snapshot, settings: Settings, k: int, asked: date
) -> list[Candidate]:
    """Return the `k` best passages, best first; `vector` is the question's, a unit row of shape (dimension,)."""
    depth = max(k, settings.search_depth)
    dense = dict(snapshot.nearest(vector, depth))
    bm25 = dict(snapshot.matching(question, depth))
    share = shares(bm25, snapshot.ceiling(question))
    fused = fuse(standard(dense), share, settings.bm25_weight)
    gains = _gains(question, asked, snapshot.origins(fused), settings)
    scores = {number: score + gains.get(number, 0.0) for number, score in fused.items()}
    ranking = sorted(scores, key=lambda number: (-scores[number], number))

    def candidates(numbers: list[int]) -> list[Candidate]:
        """Return the passages with these numbers that are still there."""
        found = snapshot.load(numbers)
        return [
            Candidate(*found[number], scores[number], dense.get(number), bm25.get(number), share.get(number, 0.0))
            for number in numbers
            if number in found
        ]

    best = distinct((one for start in range(0, len(ranking), k) for one in candidates(ranking[start : start + k])), k)
    stories = snapshot.stories({one.article.id for one in best})
    return [replace(one, story=stories.get(one.article.id)) for one in best]


def standard(dense: Mapping[int, float]) -> Scores:
    """Return each cosine as standard deviations from their mean; 0 where all are the same."""
    values = np.array(list(dense.values()))
    spread = float(values.std()) if len(values) else 0.0
    # What rounding leaves of equal cosines is no difference.
    return {item: (cosine - float(values.mean())) / spread if spread > 1e-6 else 0.0 for item, cosine in dense.items()}


def shares(bm25: Mapping[int, float], ceiling: float) -> Scores:
    """Return each BM25 score as a share of `ceiling`; 0 where that is 0, as for words that all passages have."""
    return {item: score / ceiling if ceiling else 0.0 for item, score in bm25.items()}


def fuse(dense: Mapping[int, float], bm25: Mapping[int, float], weight: float) -> Scores:
    """Return dense + weight * bm25 of every item; one that the dense side lacks counts as its last, the other as 0."""
    last = min(dense.values(), default=0.0)
    return {item: dense.get(item, last) + weight * bm25.get(item, 0.0) for item in dense.keys() | bm25.keys()}


def _gains(question: str, asked: date, origins: Mapping[int, Origin], settings: Settings) -> Scores:
    """Return what each passage gains by the date of its article, less what it loses as a header."""
    named = named_time(question, asked)

    def gain(origin: Origin) -> float:
        recent = settings.recency_weight * closeness(origin.published, Period(asked, asked), settings.recency_days)
        timely = settings.time_weight * closeness(origin.published, named, settings.recency_days) if named else 0.0
        return max(recent, timely) - (settings.header_penalty if origin.field == "header" else 0.0)

    return {number: gain(origin) for number, origin in origins.items()}
