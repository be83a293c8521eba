"""Articles -> passages with their vectors."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from index import Article, Settings
from index.embeddings import Encoder, Vectors
from index.indexing import TOGETHER, add, embed
from index.store import Store
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


def test_the_next_ones_are_read_while_some_are_embedded(
    encoder: Encoder, settings: Settings, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When the first batch is embedded, the second has been read or soon is; nothing is stored before."""
    articles = [Article(f"Text {number}.") for number in range(2 * TOGETHER)]
    second = threading.Event()
    seen: list[tuple[bool, int]] = []
    embed_passages = encoder.embed_passages

    def reading() -> Iterator[Article]:
        yield from articles
        second.set()

    def embedding(texts: Sequence[str]) -> Vectors:
        seen.append((second.wait(30), len(store.articles())))
        return embed_passages(texts)

    monkeypatch.setattr(encoder, "embed_passages", embedding)
    with closing(Store(home)) as store:
        added = list(add(store, reading(), lambda: encoder, settings))
    assert [one.id for one in added] == [article.id for article in articles]
    assert seen == [(True, 0), (True, TOGETHER)]


def test_a_text_that_is_replaced_meanwhile_is_not_taken_for_there(
    encoder: Encoder, settings: Settings, home: Path
) -> None:
    """The same text elsewhere is unchanged only while it stands; here it came in one go with what replaced it."""
    copy = Article(PORT.text, url="https://example.org/copy")
    with closing(Store(home)) as store:
        list(add(store, [PORT], lambda: encoder, settings))
        changed = list(add(store, [replace(PORT, text="The port is closed."), copy], lambda: encoder, settings))
        assert [(one.id, one.status) for one in changed] == [(PORT.id, "updated"), (copy.id, "added")]
        assert store.article(copy.id).text == PORT.text


def test_known_ones_need_no_model(encoder: Encoder, settings: Settings, home: Path) -> None:
    """Where all are unchanged the encoder is never asked for."""
    with closing(Store(home)) as store:
        list(add(store, [PORT, BRIDGE], lambda: encoder, settings))

        def none() -> Encoder:
            raise AssertionError

        assert [one.status for one in add(store, [BRIDGE, PORT], none, settings)] == ["unchanged", "unchanged"]
