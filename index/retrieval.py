"""Question -> candidates, best first: dense and BM25 search, fused."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from index.embeddings import Vectors
from index.records import Candidate
from index.settings import Settings
from index.store import Snapshot


def retrieve(question: str, vector: Vectors, snapshot: Snapshot, settings: Settings, k: int) -> list[Candidate]:
    """Return the `k` best passages, best first; `vector` is the question's, a unit row of shape (dimension,)."""
    depth = max(k, settings.search_depth)
    dense = snapshot.nearest(vector, depth)
    bm25 = snapshot.matching(question, depth)
    ranking = fuse(
        [([number for number, _ in dense], 1.0), ([number for number, _ in bm25], settings.bm25_weight)],
        settings.fusion_k,
    )[:k]
    dense_scores, bm25_scores = dict(dense), dict(bm25)
    found = snapshot.load(number for number, _ in ranking)
    return [
        Candidate(*found[number], score, dense_scores.get(number), bm25_scores.get(number))
        for number, score in ranking
        if number in found
    ]


def fuse(rankings: Sequence[tuple[Sequence[int], float]], k: float) -> list[tuple[int, float]]:
    """Fuse (ranking, weight) pairs by reciprocal rank (Cormack et al. 2009); return (item, score), best first.

    An item at rank r (from 1) of a ranking gains weight / (k + r); equal scores keep the lower item first.
    """
    scores: defaultdict[int, float] = defaultdict(float)
    for ranking, weight in rankings:
        for rank, item in enumerate(ranking, 1):
            scores[item] += weight / (k + rank)
    return sorted(scores.items(), key=lambda pair: (-pair[1], pair[0]))
