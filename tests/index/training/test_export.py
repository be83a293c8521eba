"""A checkpoint -> the reader that is shipped."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
import torch
from safetensors.torch import save_file

from index.reading.packing import unpack
from index.training.export import main


def test_the_trained_part_is_exported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The folder is made and holds the parameters, rounded, and nothing of what the optimiser kept."""
    tensors = {
        "encoder.weight": torch.tensor([[127.0, -1.2], [0.5, 0.0]]),
        "head.bias": torch.tensor([0.1, -0.1]),
        "exp_avg/encoder.weight": torch.ones(2, 2),
        "step/head.bias": torch.tensor(3.0),
    }
    save_file(tensors, tmp_path / "checkpoint")
    monkeypatch.setattr(sys, "argv", ["export", str(tmp_path / "checkpoint"), str(tmp_path / "made" / "reader")])
    main()
    found = unpack(tmp_path / "made" / "reader" / "reader.safetensors")
    assert found.keys() == {"encoder.weight", "head.bias"}
    assert found["encoder.weight"].tolist() == [[127.0, -1.0], [0.5, 0.0]]
    assert torch.equal(found["head.bias"], tensors["head.bias"])
