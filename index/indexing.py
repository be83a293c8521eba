"""Articles -> passages with their vectors, ready to be stored."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate, islice, pairwise

from index.embeddings import Encoder, Vectors
from index.passages import Budget, cut
from index.records import Article, Passage
from index.settings import Settings
from index.store import Embedded, Model, Store

# Articles embedded together: enough to fill the model's batches, few enough to lose little when interrupted.
TOGETHER = 8


def embed(
    articles: Sequence[Article], encoder: Encoder, settings: Settings
) -> list[tuple[Article, list[Passage], Vectors]]:
    """Cut the articles and embed their passages; vectors are float32 unit rows of shape (passages, dimension)."""
    budget = Budget(encoder.max_tokens, settings.passage_words, settings.passage_overlap, encoder.count_tokens)
    passages = [cut(article, budget) for article in articles]
    vectors = encoder.embed_passages([passage.embedded for several in passages for passage in several])
    bounds = pairwise(accumulate(map(len, passages), initial=0))
    rows = (vectors[start:end] for start, end in bounds)
    return list(zip(articles, passages, rows, strict=True))


def batches(articles: Iterable[Article]) -> Iterator[list[Article]]:
    """Yield the articles a few at a time, each taken only when its batch is due."""
    remaining = iter(articles)
    while batch := list(islice(remaining, TOGETHER)):
        yield batch


def embed_again(
    store: Store, encoder: Encoder, settings: Settings, progress: Callable[[int, int], None] | None
) -> None:
    """Cut and embed every article of the store again; its readers go on with the old passages until all is ready.

    `progress` is called with the number of articles done and of all.
    """
    articles = store.articles()
    ready = {}
    for batch in batches(articles):
        ready.update({article: (passages, vectors) for article, passages, vectors in embed(batch, encoder, settings)})
        if progress:
            progress(len(ready), len(articles))

    def make(article: Article) -> Embedded:
        """Return what is ready, or embed an article that came or changed meanwhile."""
        return ready.get(article) or embed([article], encoder, settings)[0][1:]

    store.replace_passages(Model(encoder.name, encoder.dimension), make)
