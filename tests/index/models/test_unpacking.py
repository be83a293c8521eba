"""A packed model -> a folder that sentence-transformers reads."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from safetensors.numpy import load_file

from index.embeddings import Encoder, Vectors
from index.models.unpacking import E5_FILES, unpack
from tests.index.models.packing import HIDDEN, INTERMEDIATE, pack, tensors

_QUERY = "encoder.layer.0.attention.self.query.weight"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Unpack a small model."""
    home = tmp_path_factory.mktemp("packed")
    pack(home / "model.bin", tensors())
    (home / "model").mkdir()
    unpack(home / "model.bin", home / "model")
    return home / "model"


def test_each_tensor_has_its_name_and_shape(folder: Path) -> None:
    """All 21 tensors of a layer's model stand under BERT's names, float32 as they were packed."""
    weights = load_file(folder / "model.safetensors")
    assert len(weights) == len(tensors()) == 21
    assert {array.dtype for array in weights.values()} == {np.dtype(np.float32)}
    for name, packed in {
        "embeddings.word_embeddings.weight": "emb.word",
        "embeddings.LayerNorm.bias": "emb.ln.b",
        _QUERY: "l0.q.w",
        "encoder.layer.0.attention.output.dense.bias": "l0.ao.b",
        "encoder.layer.0.attention.output.LayerNorm.weight": "l0.aln.w",
        "encoder.layer.0.intermediate.dense.weight": "l0.fi.w",
        "encoder.layer.0.output.dense.weight": "l0.fo.w",
        "encoder.layer.0.output.LayerNorm.bias": "l0.oln.b",
    }.items():
        assert weights[name].tolist() == tensors()[packed].tolist(), name
    assert weights["encoder.layer.0.output.dense.weight"].shape == (HIDDEN, INTERMEDIATE)


def test_weights_can_be_used_in_place(folder: Path) -> None:
    """The numbers begin at a multiple of 8 bytes, so that a program can map the file instead of copying it."""
    begin = (folder / "model.safetensors").read_bytes()[:8]
    assert int.from_bytes(begin, "little") % 8 == 0


def test_the_same_bytes_come_out(folder: Path, tmp_path: Path) -> None:
    """A model that is unpacked again has the same files, those whose sha256 is known."""
    unpack(folder.with_name("model.bin"), tmp_path)
    files = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    assert sorted(files) == sorted(E5_FILES)
    assert files == {name: (tmp_path / name).read_bytes() for name in files}


def test_sentence_transformers_reads_it(folder: Path) -> None:
    """Prompts, sizes and special tokens are the model's own; a question and a passage differ by their prompts."""
    encoder = Encoder(str(folder))
    assert (encoder.dimension, encoder.max_tokens) == (HIDDEN, 16 - 2 - 2)
    assert encoder.count_tokens(["ports port", "x", ""]) == [3, 2, 0]
    rows: Vectors = np.vstack([encoder.embed_questions(["port"]), encoder.embed_passages(["port"])])
    assert np.linalg.norm(rows, axis=1) == pytest.approx([1.0] * 2, abs=1e-5)
    assert rows[0] @ rows[1] < 0.9999
    assert json.loads((folder / "config_sentence_transformers.json").read_text())["prompts"] == {
        "query": "query: ",
        "document": "passage: ",
    }
