"""Articles -> passages with their vectors, ready to be stored."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from itertools import accumulate, islice, pairwise
from typing import TypeVar

from index.ahead import ahead
from index.edits import Edit, with_edits
from index.embeddings import Encoder, Vectors
from index.loading.languages import language_of
from index.loading.metadata import BY_HAND, NAMES
from index.passages import Budget, cut
from index.records import Added, Article, Passage
from index.settings import Settings
from index.store import Embedded, Model, Store

Item = TypeVar("Item")

# Articles embedded together: enough to fill the model's batches, few enough to lose little when interrupted.
TOGETHER = 8
# Articles that are read and cut while others are embedded.
_AHEAD = 2 * TOGETHER


@dataclass(frozen=True, slots=True)
class _Due:
    """An article as it came, and where it stands, or what is to be put and the passages for an encoder."""

    article: Article
    due: Article | Added
    passages: Sequence[Passage] = ()
    encoder: Encoder | None = None


def embed(
    articles: Sequence[Article], encoder: Encoder, settings: Settings
) -> list[tuple[Article, Sequence[Passage], Vectors]]:
    """Cut the articles and embed their passages; vectors are float32 unit rows of shape (passages, dimension)."""
    passages = [_cut(article, encoder, settings) for article in articles]
    return list(zip(articles, passages, _vectors(passages, encoder), strict=True))


def embedded(articles: Sequence[Article], encoder: Encoder, settings: Settings) -> Callable[[Article], Embedded]:
    """Embed the articles; return what gives the passages and vectors of each, and embeds others when it is asked."""
    return _making(_ready(articles, encoder, settings), encoder, settings)


def add(
    store: Store,
    articles: Iterable[Article],
    encoder: Callable[[], Encoder],
    settings: Settings,
    collection: str | None = None,
) -> Generator[Added]:
    """Add articles, in order; those that are known already are not embedded, nor `encoder` asked for.

    The next ones are read and cut while some are embedded. What reading them raises is raised when all that came before
    are in the store.
    """
    changed = False
    with closing(ahead(_due(store, articles, encoder, settings), _AHEAD)) as coming:
        for batch in _batches(coming):
            for one, added in zip(batch, _put(store, batch, encoder, settings, collection), strict=True):
                # What was known may have been replaced since by one that came before.
                if added is None or (changed and added.status == "unchanged"):
                    added = _add_alone(store, one.article, encoder, settings, collection)
                changed = changed or added.status != "unchanged"
                if collection and added.status == "unchanged":
                    store.collections.join(added.id, collection)
                yield replace(added, found=_found(one))


def _found(one: _Due) -> dict[str, str]:
    """Return by the names of fields where each was read, but for those that were put right by hand since."""
    found = dict(one.article.found)
    if isinstance(one.due, Article):
        by_hand = (name for name in NAMES if getattr(one.due, name) != getattr(one.article, name))
        found |= dict.fromkeys(by_hand, BY_HAND)
    return found


def edit(store: Store, id: str, edit: Edit, encoder: Callable[[], Encoder], settings: Settings) -> Article:
    """Put an article right and return it as it is now; see ArticleIndex.edit."""
    if edit.keys() == {"collections"}:  # nothing of what is embedded
        return store.collections.assign(id, edit["collections"])
    loaded = encoder()
    make = embedded([with_edits(store.article(id), edit)], loaded, settings)
    return store.edit(id, edit, make, Model(loaded.name, loaded.dimension))


def embed_again(
    store: Store, encoder: Encoder, settings: Settings, progress: Callable[[int, int], None] | None
) -> None:
    """Cut and embed every article of the store again; its readers go on with the old passages until all is ready.

    `progress` is called with the number of articles done and of all.
    """
    articles = store.articles()
    ready: dict[Article, Embedded] = {}
    for batch in _batches(articles):
        ready.update(_ready(batch, encoder, settings))
        if progress:
            progress(len(ready), len(articles))
    store.replace_passages(Model(encoder.name, encoder.dimension), _making(ready, encoder, settings))


def _due(
    store: Store, articles: Iterable[Article], encoder: Callable[[], Encoder], settings: Settings
) -> Iterator[_Due]:
    """Look up where each article stands, and cut those that are to be put."""
    for article in articles:
        due = store.due(article)
        if isinstance(due, Added):
            yield _Due(article, due)
        else:
            loaded, due = encoder(), replace(due, language=language_of(due.text, due.language))
            yield _Due(article, due, _cut(due, loaded, settings), loaded)


def _put(
    store: Store, batch: Sequence[_Due], encoder: Callable[[], Encoder], settings: Settings, collection: str | None
) -> Iterator[Added | None]:
    """Embed what is to be put, and yield where each stands now; None where it is due otherwise by now."""
    new = [(one, one.due) for one in batch if isinstance(one.due, Article)]
    if not new:
        yield from (one.due for one in batch if isinstance(one.due, Added))
        return
    loaded = encoder()
    model = Model(loaded.name, loaded.dimension)
    store.adopt(model)
    # The index may have come to another model since they were cut.
    passages = [one.passages if one.encoder is loaded else _cut(due, loaded, settings) for one, due in new]
    ready = zip(passages, _vectors(passages, loaded), strict=True)
    for one in batch:
        yield one.due if isinstance(one.due, Added) else store.put(one.due, *next(ready), model, collection)


def _add_alone(
    store: Store, article: Article, encoder: Callable[[], Encoder], settings: Settings, collection: str | None
) -> Added:
    """Add one article as it is due now."""
    while True:
        [found] = _put(store, list(_due(store, [article], encoder, settings)), encoder, settings, collection)
        if found:
            return found


def _batches(items: Iterable[Item]) -> Iterator[list[Item]]:
    """Yield the items a few at a time, each taken only when its batch is due."""
    remaining = iter(items)
    while batch := list(islice(remaining, TOGETHER)):
        yield batch


def _cut(article: Article, encoder: Encoder, settings: Settings) -> list[Passage]:
    budget = Budget(encoder.max_tokens, settings.passage_words, settings.passage_overlap, encoder.count_tokens)
    return cut(article, budget)


def _vectors(passages: Sequence[Sequence[Passage]], encoder: Encoder) -> Iterator[Vectors]:
    """Embed the passages of several articles together, and yield the rows of each article's."""
    vectors = encoder.embed_passages([passage.embedded for several in passages for passage in several])
    return (vectors[start:end] for start, end in pairwise(accumulate(map(len, passages), initial=0)))


def _ready(articles: Sequence[Article], encoder: Encoder, settings: Settings) -> dict[Article, Embedded]:
    return {article: (passages, vectors) for article, passages, vectors in embed(articles, encoder, settings)}


def _making(ready: dict[Article, Embedded], encoder: Encoder, settings: Settings) -> Callable[[Article], Embedded]:
    """Return what gives what is ready, and embeds an article that came or changed meanwhile."""
    return lambda article: ready.get(article) or embed([article], encoder, settings)[0][1:]
