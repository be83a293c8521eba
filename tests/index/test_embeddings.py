"""Texts -> vectors, by the real model."""

from __future__ import annotations

import json
import os
import shutil
import threading
import time
from pathlib import Path

import numpy as np
import pytest
from transformers import BertModel

from index.embeddings import Encoder, Vectors
from index.errors import ModelError
from index.models import locate
from index.settings import ENGLISH_MINILM

_TEXTS = ["The port was opened.", "A bridge was closed.", "🙂", "Президент прибыл.", "", "long " * 40]


def test_rows_are_unit_vectors(encoder: Encoder) -> None:
    """Each text has a row of 384 float32 numbers of length 1, whatever its script, and if it is empty."""
    for vectors in (encoder.embed_passages(_TEXTS), encoder.embed_questions(_TEXTS)):
        assert vectors.shape == (6, 384)
        assert vectors.dtype == np.float32
        assert np.linalg.norm(vectors, axis=1) == pytest.approx([1.0] * 6, abs=1e-5)
    assert encoder.dimension == 384


def test_a_model_that_keeps_lengths_gives_unit_vectors_too(tmp_path: Path) -> None:
    """Rows have the length 1 also where the model itself does not see to it."""
    folder = tmp_path / "model"
    shutil.copytree(locate(ENGLISH_MINILM), folder, copy_function=os.symlink)
    modules = json.loads((folder / "modules.json").read_text("utf-8"))
    (folder / "modules.json").unlink()
    (folder / "modules.json").write_text(json.dumps(modules[:2]), "utf-8")
    longer = Encoder(str(folder))
    for vectors in (longer.embed_passages(_TEXTS[:2]), longer.embed_questions(_TEXTS[:2])):
        assert np.linalg.norm(vectors, axis=1) == pytest.approx([1.0] * 2, abs=1e-5)


def test_no_texts_have_no_rows(encoder: Encoder) -> None:
    """An empty list has the shape (0, 384)."""
    assert encoder.embed_passages([]).shape == (0, 384)
    assert encoder.embed_questions([]).shape == (0, 384)
    assert encoder.embed_passages([]).dtype == np.float32


def test_a_row_does_not_depend_on_its_neighbours(encoder: Encoder) -> None:
    """A text has the same vector alone and among longer ones."""
    together = encoder.embed_passages(_TEXTS)
    alone = np.vstack([encoder.embed_passages([text]) for text in _TEXTS[::2]])
    assert np.abs(together[::2] - alone).max() < 1e-5


def test_what_means_the_same_is_near(encoder: Encoder) -> None:
    """A question is nearer to its answer than to another sentence."""
    [question] = encoder.embed_questions(["When did the harbour open?"])
    port, bridge = encoder.embed_passages(_TEXTS[:2]) @ question
    assert port > 0.5 > bridge


def test_tokens_are_counted_without_special_ones(encoder: Encoder) -> None:
    """Each text's own tokens are counted, also beyond what the model reads."""
    assert encoder.count_tokens(["port", "the port opened.", "", "word " * 300]) == [1, 4, 0, 300]
    assert encoder.count_tokens([]) == []


def test_the_model_reads_254_tokens(encoder: Encoder) -> None:
    """Of the model's 256 tokens two are special; what stands behind the others is not read."""
    assert encoder.max_tokens == 254
    fits, longer = encoder.embed_passages(["word " * 254, "word " * 254 + "port bridge"])
    assert np.abs(fits - longer).max() < 1e-6


def test_its_network_can_be_lent(encoder: Encoder) -> None:
    """What transformers made of the files is there for others: the same network each time, six layers of 384."""
    assert isinstance(encoder.network, BertModel)
    assert encoder.network is encoder.network
    assert (encoder.network.config.num_hidden_layers, encoder.network.config.hidden_size) == (6, 384)


def test_threads_may_share_an_encoder(encoder: Encoder) -> None:
    """What several threads embed at once is what each would get alone."""
    found: dict[str, Vectors] = {}

    def embed(text: str) -> None:
        found[text] = encoder.embed_passages([text])[0]

    threads = [threading.Thread(target=embed, args=(text,)) for text in _TEXTS]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    expected = encoder.embed_passages(_TEXTS)
    assert max(np.abs(found[text] - row).max() for text, row in zip(_TEXTS, expected, strict=True)) < 1e-5


def test_a_folder_without_a_model_is_an_error(tmp_path: Path) -> None:
    """The error names the model and says that it can't be loaded, on one line."""
    with pytest.raises(ModelError) as error:
        Encoder(str(tmp_path))
    assert str(error.value).startswith(f"the embedding model {tmp_path} can't be loaded: ")
    assert "\n" not in str(error.value)


def test_an_unknown_model_is_an_error() -> None:
    """A name that is no model is not looked for anywhere."""
    with pytest.raises(ModelError, match=r"^minilm is no model: give a folder that exists"):
        Encoder("minilm")


def test_a_question_does_not_wait_for_all_passages(encoder: Encoder) -> None:
    """It is embedded while an article of hundreds of passages still is."""
    done: list[str] = []

    def add() -> None:
        encoder.embed_passages(["The port of Elmsford will handle 4 million containers a year. " * 10] * 400)
        done.append("passages")

    adding = threading.Thread(target=add)
    adding.start()
    time.sleep(0.2)  # it has begun
    encoder.embed_questions(["How many containers?"])
    done.append("question")
    adding.join()
    assert done == ["question", "passages"]


def test_rows_come_in_the_order_of_the_texts(encoder: Encoder) -> None:
    """However long each is, and however many there are."""
    texts = ["ports " * (number * 7 % 40 + 1) for number in range(30)]
    alone = np.vstack([encoder.embed_passages([text]) for text in texts])
    np.testing.assert_allclose(encoder.embed_passages(texts), alone, atol=1e-5)
