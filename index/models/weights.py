"""A packed model's tensors -> the weights of a BERT model as transformers reads them."""

from __future__ import annotations

import json
from pathlib import Path

from index.models.packed import Packed

_EMBEDDINGS = {
    "embeddings.word_embeddings.weight": "emb.word",
    "embeddings.position_embeddings.weight": "emb.pos",
    "embeddings.token_type_embeddings.weight": "emb.type",
    "embeddings.LayerNorm.weight": "emb.ln.w",
    "embeddings.LayerNorm.bias": "emb.ln.b",
}
_LAYER = {
    "attention.self.query": "q",
    "attention.self.key": "k",
    "attention.self.value": "v",
    "attention.output.dense": "ao",
    "attention.output.LayerNorm": "aln",
    "intermediate.dense": "fi",
    "output.dense": "fo",
    "output.LayerNorm": "oln",
}


def write_weights(packed: Packed, path: Path) -> None:
    """Write the weights as float32 in the safetensors format, the same bytes on every machine.

    That is the length of a header, the header as JSON, then all numbers. They are written a part at a time: the
    library for this format wants them in memory all at once, 470 MB for multilingual-e5-small.
    """
    names = _names(packed.sizes.layers)
    header = json.dumps(_header(packed, names), separators=(",", ":")).encode()
    header += b" " * (-len(header) % 8)  # so that the numbers can be used in place, without a copy
    with path.open("wb") as file:
        file.write(len(header).to_bytes(8, "little") + header)
        for name in names.values():
            for weights in packed.weights(name):
                file.write(weights.astype("<f4").tobytes())


def _names(layers: int) -> dict[str, str]:
    """Return the packed name of each of BERT's tensors."""
    names = dict(_EMBEDDINGS)
    for layer in range(layers):
        for name, packed in _LAYER.items():
            names[f"encoder.layer.{layer}.{name}.weight"] = f"l{layer}.{packed}.w"
            names[f"encoder.layer.{layer}.{name}.bias"] = f"l{layer}.{packed}.b"
    return names


def _header(packed: Packed, names: dict[str, str]) -> dict[str, object]:
    """Return the shape and place of each tensor; places count from the header's end, in bytes."""
    header: dict[str, object] = {"__metadata__": {"format": "pt"}}
    end = 0
    for name, stored in names.items():
        start, end = end, end + 4 * packed.directory[stored].count
        header[name] = {"dtype": "F32", "shape": _shape(packed, stored), "data_offsets": [start, end]}
    return header


def _shape(packed: Packed, name: str) -> list[int]:
    """Return (outputs, inputs) of a layer's weights, (rows, hidden) of embeddings, (n,) of all else."""
    count = packed.directory[name].count
    if name.endswith((".b", "ln.w")):
        return [count]
    inputs = packed.sizes.intermediate if name.endswith(".fo.w") else packed.sizes.hidden
    return [count // inputs, inputs]
