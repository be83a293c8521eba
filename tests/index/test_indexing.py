"""Articles -> passages with their vectors."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from index import Article, Settings
from index.embeddings import Encoder
from index.indexing import TOGETHER, batches, embed
from tests.samples import BRIDGE, HARVEST, PORT


def test_each_article_has_its_own_vectors(encoder: Encoder, settings: Settings) -> None:
    """A row is the vector of the passage at its place, context included."""
    embedded = embed([PORT, HARVEST, BRIDGE], encoder, settings)
    assert [article for article, _, _ in embedded] == [PORT, HARVEST, BRIDGE]
    assert [passages[0].field for _, passages, _ in embedded] == ["header", "text", "header"]
    for _, passages, vectors in embedded:
        expected = encoder.embed_passages([passage.embedded for passage in passages])
        assert vectors.shape == (len(passages), 384)
        assert vectors.dtype == np.float32
        assert np.abs(vectors - expected).max() < 1e-5


def test_passages_follow_the_settings(encoder: Encoder, settings: Settings) -> None:
    """Words and overlap of a passage are what the settings say, and the model reads all of it."""
    article = Article(" ".join(f"Sentence number {number} has exactly seven words." for number in range(40)))
    few = settings.model_copy(update={"passage_words": 21, "passage_overlap": 0})
    [(_, passages, vectors)] = embed([article], encoder, few)
    assert len(passages) == len(vectors) == 14
    assert max(len(passage.text.split()) for passage in passages) == 21
    assert max(encoder.count_tokens([passage.embedded for passage in passages])) <= encoder.max_tokens


def test_nothing_embeds_to_nothing(encoder: Encoder, settings: Settings) -> None:
    """Without articles there is nothing to store."""
    assert embed([], encoder, settings) == []


def test_articles_are_taken_a_few_at_a_time() -> None:
    """A batch is complete before the next article is read, and the last may be smaller."""
    taken: list[Article] = []

    def articles() -> Iterator[Article]:
        for number in range(TOGETHER + 3):
            taken.append(Article(f"Text {number}."))
            yield taken[-1]

    several = batches(articles())
    assert next(several) == taken
    assert len(taken) == TOGETHER
    assert [len(batch) for batch in several] == [3]
    assert list(batches([])) == []
