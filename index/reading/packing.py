"""The trained part of a network <-> one small file: what was frozen stays in the encoder that it was trained on.

A matrix is stored in 8 bits, each of its rows with a scale of its own; all else, a hundredth of it, as float32.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import torch
from safetensors.torch import load_file, save_file
from torch import Tensor

_SCALE = ".scale"


def pack(trained: Mapping[str, Tensor], path: Path) -> None:
    """Write the tensors, those with two dimensions rounded to 8 bits."""
    save_file({name: part.contiguous() for name, part in _packed(trained)}, path)


def unpack(path: Path) -> dict[str, Tensor]:
    """Return the tensors of the file as float32, by name."""
    stored = load_file(path)
    return {
        name: part * stored[name + _SCALE] if name + _SCALE in stored else part
        for name, part in stored.items()
        if not name.endswith(_SCALE)
    }


def _packed(trained: Mapping[str, Tensor]) -> Iterator[tuple[str, Tensor]]:
    for name, part in trained.items():
        if part.dim() == 2 and not name.startswith("head."):
            scale = part.abs().amax(1, keepdim=True).clamp(min=1e-12) / 127
            yield name, (part / scale).round().to(torch.int8)
            yield name + _SCALE, scale
        else:
            yield name, part.float()
