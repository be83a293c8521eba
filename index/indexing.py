"""Articles -> passages with their vectors, ready to be stored."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate, islice, pairwise

from index.embeddings import Encoder, Vectors
from index.passages import Budget, cut
from index.records import Added, Article, Passage
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


def embedded(articles: Sequence[Article], encoder: Encoder, settings: Settings) -> Callable[[Article], Embedded]:
    """Embed the articles; return what gives the passages and vectors of each, and embeds others when it is asked."""
    return _making(_ready(articles, encoder, settings), encoder, settings)


def batches(articles: Iterable[Article]) -> Iterator[list[Article]]:
    """Yield the articles a few at a time, each taken only when its batch is due."""
    remaining = iter(articles)
    while batch := list(islice(remaining, TOGETHER)):
        yield batch


def add(store: Store, articles: list[Article], encoder: Callable[[], Encoder], settings: Settings) -> Iterator[Added]:
    """Add a few articles, in order; those that are known already are not embedded, nor `encoder` asked for."""
    identities = Counter(article.identity for article in articles)
    # Of two texts under one identity the first must be in the store before the second is known or not.
    due = [store.due(article) if identities[article.identity] == 1 else article for article in articles]
    new = [one for one in due if isinstance(one, Article)]
    if not new:
        yield from (one for one in due if isinstance(one, Added))
        return
    loaded = encoder()
    model = Model(loaded.name, loaded.dimension)
    store.adopt(model)
    ready = iter(embed(new, loaded, settings))
    for one in due:
        if isinstance(one, Added):
            yield one
        elif added := store.put(*next(ready), model):
            yield added
        else:
            yield from add(store, [one], encoder, settings)


def embed_again(
    store: Store, encoder: Encoder, settings: Settings, progress: Callable[[int, int], None] | None
) -> None:
    """Cut and embed every article of the store again; its readers go on with the old passages until all is ready.

    `progress` is called with the number of articles done and of all.
    """
    articles = store.articles()
    ready: dict[Article, Embedded] = {}
    for batch in batches(articles):
        ready.update(_ready(batch, encoder, settings))
        if progress:
            progress(len(ready), len(articles))
    store.replace_passages(Model(encoder.name, encoder.dimension), _making(ready, encoder, settings))


def _ready(articles: Sequence[Article], encoder: Encoder, settings: Settings) -> dict[Article, Embedded]:
    return {article: (passages, vectors) for article, passages, vectors in embed(articles, encoder, settings)}


def _making(ready: dict[Article, Embedded], encoder: Encoder, settings: Settings) -> Callable[[Article], Embedded]:
    """Return what gives what is ready, and embeds an article that came or changed meanwhile."""
    return lambda article: ready.get(article) or embed([article], encoder, settings)[0][1:]
