"""The index as the bot needs it: of the right model, at the first start with the sample, and its models loaded."""

from __future__ import annotations

import io
import sys
from pathlib import Path

from index import Article, ArticleIndex, Settings
from index.errors import ModelMismatch
from index.loading import load
from index.progress import progress_bar

SAMPLE = Path(__file__).parents[1] / "data" / "articles"


def open_index(settings: Settings) -> ArticleIndex:
    """Open the index, ready to answer. Raises ArticleIndexError where that can't be had."""
    index = _of_the_right_model(settings)
    # Not whether there is a database: the first start may have been interrupted before the articles were in it.
    if index.generation == 0:
        add_sample(index, settings)
    index.warm_up()
    return index


def add_sample(index: ArticleIndex, settings: Settings) -> None:
    """Add the articles that come with the project; one that can't be read is named, the others are added."""
    sources = [str(SAMPLE)] if SAMPLE.is_dir() else []
    loaded = list(load(sources, max_bytes=settings.max_article_bytes, stdin=io.BytesIO()))
    articles = [one for one in loaded if isinstance(one, Article)]
    for failed in loaded:
        if not isinstance(failed, Article):
            print(failed, file=sys.stderr)
    if articles:
        print(f"Indexing {len(articles)} article{'' if len(articles) == 1 else 's'} ...", file=sys.stderr)
    index.add(articles)


def holdings(index: ArticleIndex) -> str:
    """Return what the index holds, as in "1 article, 12 passages"."""
    stats = index.stats()
    return f"{stats.articles} article{'' if stats.articles == 1 else 's'}, {stats.passages} passages"


def _of_the_right_model(settings: Settings) -> ArticleIndex:
    """Open the index; where another model made it, say so and embed everything again."""
    try:
        return ArticleIndex.open(settings)
    except ModelMismatch as mismatch:
        print(
            f"The index was made with {mismatch.stored}; embedding it again with {mismatch.wanted} ...", file=sys.stderr
        )
    index = ArticleIndex.open(settings, accept_mismatch=True)
    with progress_bar("Embedding") as steps:
        index.rebuild(embed=True, progress=steps.at)
    return index
